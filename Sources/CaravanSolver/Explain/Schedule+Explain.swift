/// What explanations ask of a schedule, and how sessions are taken out of it.
extension Schedule {
    /// H5: whether a member has done all the sessions it may, or has one in the slots of a placement.
    func isBooked(_ member: Int, _ placement: Placement) -> Bool {
        if memberWeek[member] >= instance.tables.maxPerWeek[member] { return true }
        let sessions = memberDay[instance.tables.memberDates[member, Int(placement.date)]]
        if sessions >= instance.tables.maxPerDay[member] { return true }
        if sessions == 0 { return false }
        let slots = instance.tables.memberSlots[member, Int(placement.start)..<Int(placement.end)]
        return slots.contains { memberAt[$0] >= 0 }
    }

    /// H5: whether a member has done all the sessions of the date or of the week that it may.
    func isFull(_ member: Int, _ placement: Placement) -> Bool {
        memberWeek[member] >= instance.tables.maxPerWeek[member]
            || memberDay[instance.tables.memberDates[member, Int(placement.date)]] >= instance.tables.maxPerDay[member]
    }

    /// The request of a session.
    func request(of it: Assignment) -> Int { Int(instance.placements[it.placement].request) }

    /// Takes a session out, after all that wait for it (H9).
    mutating func release(_ request: Int) {
        guard isHeld(request) else { return }
        for later in instance.tables.successors[request] { release(later) }
        remove(request)
    }

    /// The held requests that a session takes along when it goes: itself and all that wait for it, the last ones first.
    func followers(of request: Int) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        func visit(_ request: Int) {
            guard isHeld(request), seen.insert(request).inserted else { return }
            for later in instance.tables.successors[request] { visit(later) }
            order.append(request)
        }
        visit(request)
        return order
    }
}
