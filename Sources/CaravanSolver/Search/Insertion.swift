import CaravanCore

/// The best way found to hold a request in a schedule as it stands.
struct Insertion {
    /// Number of the placement.
    var placement: Int
    /// Position in `Instance.venueCandidates`.
    var venueCandidate: Int
    /// Change of the objective, points; exact.
    var delta: Double
    /// `delta` plus priced money: what insertions are compared by.
    var score: Double
}

/// The rules of a single insertion, besides those of crews and venues.
extension InsertionFinder {
    /// The slot instances that `after` leaves to a request (H9), nil where a predecessor is not held.
    static func window(_ request: Int, in schedule: borrowing Schedule) -> Range<Int>? {
        let instance = schedule.instance
        var (low, high) = (0, instance.slotCount)
        for before in instance.predecessors[request] {
            let at = schedule.placed[before]
            if at < 0 { return nil }
            low = max(low, Int(instance.placements[Int(at)].end))
        }
        for later in instance.successors[request] where schedule.placed[later] >= 0 {
            high = min(high, Int(instance.placements[Int(schedule.placed[later])].start))
        }
        return low < high ? low..<high : nil
    }

    /// H7: whether the audience of the township has nothing else in the slots.
    static func audienceIsFree(_ placement: Placement, in schedule: borrowing Schedule) -> Bool {
        let row = schedule.audienceRow(Int(placement.township), Int(placement.request))
        for slot in Int(placement.start)..<Int(placement.end) where schedule.audienceAt[row + slot] >= 0 {
            return false
        }
        return true
    }

    /// Points that coverage changes by; nil where a hard cap would be exceeded (H10).
    static func coverageDelta(_ placement: Placement, in schedule: borrowing Schedule) -> Double? {
        let instance = schedule.instance
        var points = 0.0
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            let measured = schedule.measured[Int(hit.group)]
            if group.kind == .hardCap {
                if HardLimit.isExceeded(measured + hit.amount, group.threshold) { return nil }
            } else {
                points += group.points(at: measured + hit.amount) - group.points(at: measured)
            }
        }
        return points
    }

    /// H8.
    static func affordable(_ charge: Double, _ fund: Int, _ tripYuan: Double, in schedule: borrowing Schedule) -> Bool {
        let instance = schedule.instance
        let tolerance = HardLimit.runningYuan
        if fund == instance.travelFund {
            return schedule.spent[fund] + charge + tripYuan <= instance.fundLimit[fund] + tolerance
        }
        return schedule.spent[fund] + charge <= instance.fundLimit[fund] + tolerance
            && (tripYuan == 0
                || schedule.spent[instance.travelFund] + tripYuan <= instance.fundLimit[instance.travelFund] + tolerance)
    }
}
