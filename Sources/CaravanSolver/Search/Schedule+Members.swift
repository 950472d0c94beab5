/// What members can still take part in, and what it costs to have them.
extension Schedule {
    /// Kilometres that a member's trip adds: none at home or where it already goes that day (H8).
    func tripKm(_ member: Int, _ placement: Placement) -> Double {
        let township = placement.township
        if instance.base[member] == township { return 0 }
        if memberDay[member * instance.dateCount + Int(placement.date)] > 0, isThere(member, placement) { return 0 }
        return instance.tripKm(member, Int(township))
    }

    /// Whether a member already has a session in the township on the date.
    func isThere(_ member: Int, _ placement: Placement) -> Bool {
        let first = member * instance.slotCount + Int(placement.date) * instance.slotsPerDate
        for at in first..<first + instance.slotsPerDate where memberAt[at] == placement.township { return true }
        return false
    }

    /// H5 and H6: whether a member can take part in a session besides what it already does.
    func isAvailable(_ member: Int, _ placement: Placement) -> Bool {
        if memberWeek[member] >= instance.maxPerWeek[member] { return false }
        let date = Int(placement.date)
        let sessions = memberDay[member * instance.dateCount + date]
        if sessions >= instance.maxPerDay[member] { return false }
        return sessions == 0 || fitsDay(member, placement)
    }

    /// H5 and H6: whether a session fits between the others that a member has on the date.
    func fitsDay(_ member: Int, _ placement: Placement) -> Bool {
        let row = member * instance.slotCount
        let township = Int(placement.township)
        let first = Int(placement.date) * instance.slotsPerDate
        for slot in first..<first + instance.slotsPerDate {
            let other = memberAt[row + slot]
            if other < 0 { continue }
            if slot >= Int(placement.start) && slot < Int(placement.end) { return false }
            if Int(other) == township { continue }
            let gap =
                slot < Int(placement.start)
                ? instance.begin[Int(placement.start)] - instance.end[slot]
                : instance.begin[slot] - instance.end[Int(placement.end) - 1]
            if instance.minutes[Int(other) * instance.townshipCount + township] > gap { return false }
        }
        return true
    }
}
