/// What members can still take part in, and what it costs to have them.
extension Schedule {
    /// Kilometres that a member's trip adds: none at home or where it already goes that day (H8).
    func tripKm(_ member: Int, _ placement: Placement) -> Double {
        let township = placement.township
        if instance.tables.base[member] == township { return 0 }
        if memberDay[instance.tables.memberDates[member, Int(placement.date)]] > 0, isThere(member, placement) {
            return 0
        }
        return instance.tables.tripKm(member, Int(township))
    }

    /// Whether a member already has a session in the township on the date.
    func isThere(_ member: Int, _ placement: Placement) -> Bool {
        let date = instance.tables.dateSlots[Int(placement.date)]
        for at in instance.tables.memberSlots[member, date] where memberAt[at] == placement.township { return true }
        return false
    }

    /// H5 and H6: whether a member can take part in a session besides what it already does.
    func isAvailable(_ member: Int, _ placement: Placement) -> Bool {
        if memberWeek[member] >= instance.tables.maxPerWeek[member] { return false }
        let date = Int(placement.date)
        let sessions = memberDay[instance.tables.memberDates[member, date]]
        if sessions >= instance.tables.maxPerDay[member] { return false }
        return sessions == 0 || fitsDay(member, placement)
    }

    /// H5 and H6: whether a session fits between the others that a member has on the date.
    func fitsDay(_ member: Int, _ placement: Placement) -> Bool {
        let row = instance.tables.memberSlots[member, 0]
        let township = Int(placement.township)
        for slot in instance.tables.dateSlots[Int(placement.date)] {
            let other = memberAt[row + slot]
            if other < 0 { continue }
            if slot >= Int(placement.start) && slot < Int(placement.end) { return false }
            if Int(other) == township { continue }
            let gap =
                slot < Int(placement.start)
                ? instance.tables.begin[Int(placement.start)] - instance.tables.end[slot]
                : instance.tables.begin[slot] - instance.tables.end[Int(placement.end) - 1]
            if instance.tables.minutes(from: Int(other), to: township) > gap { return false }
        }
        return true
    }
}
