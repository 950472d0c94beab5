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

/// Finds best insertions; owns the buffers that this takes, so that the search allocates nothing.
struct InsertionFinder {
    /// Points per yuan, by fund: what a yuan is worth at present.
    var moneyPrice: [Double]
    /// Share of placements overlooked at random ("blinks", Christiaens and Vanden Berghe 2020).
    var blink = 0.0
    /// The crew of the insertion found last.
    private(set) var crew: [Int32] = []
    private var picker = CrewPicker()

    init(_ instance: Instance) {
        moneyPrice = Array(repeating: 0, count: instance.fundLimit.count)
        crew.reserveCapacity(16)
    }

    /// The cheapest way to hold a request that keeps every rule, nil where there is none. Its crew is left in `crew`.
    /// - Parameter end: Slot instance by which it must be over.
    mutating func best(
        _ request: Int, endingBy end: Int = .max, in schedule: borrowing Schedule, _ random: inout RandomStream
    ) -> Insertion? {
        let instance = schedule.instance
        guard var window = Self.window(request, in: schedule) else { return nil }
        window = window.clamped(to: 0..<max(0, end))
        var best: Insertion?
        var bestScore = Double.infinity
        let floor = -instance.crewPoints * Double(instance.baselineCrew[request].count)
        for index in instance.ofRequest[request] {
            let placement = instance.placements[index]
            if Int(placement.start) < window.lowerBound || Int(placement.end) > window.upperBound { continue }
            if blink > 0, random.unit() < blink { continue }
            if !Self.audienceIsFree(placement, in: schedule) { continue }
            guard let coverage = Self.coverageDelta(placement, in: schedule) else { continue }
            let fixed = placement.cost + coverage
            if fixed + floor >= bestScore { continue }
            guard let found = complete(index, placement, fixed, below: bestScore, in: schedule) else { continue }
            if found.score < bestScore {
                bestScore = found.score
                best = found
                swap(&crew, &picker.crew)
            }
        }
        best?.delta -= instance.unheldCost[request]
        return best
    }

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
                if measured + hit.amount > group.threshold { return nil }
            } else {
                points += group.points(at: measured + hit.amount) - group.points(at: measured)
            }
        }
        return points
    }

    /// Adds the cheapest free venue and crew to a placement; nil where there are none, money is short (H8), or the
    /// score would reach `limit`.
    private mutating func complete(
        _ index: Int, _ placement: Placement, _ fixed: Double, below limit: Double, in schedule: borrowing Schedule
    ) -> Insertion? {
        let instance = schedule.instance
        let request = Int(placement.request)
        let fund = instance.fund[request]
        guard let room = cheapestVenue(placement, price: moneyPrice[fund], in: schedule) else { return nil }
        if fixed + room.score - instance.crewPoints * Double(instance.baselineCrew[request].count) >= limit {
            return nil
        }
        guard let people = picker.pick(placement, price: moneyPrice, in: schedule) else { return nil }
        let charge = instance.venueCandidates[room.at].yuan + people.fees
        guard Self.affordable(charge, fund, people.tripYuan, in: schedule) else { return nil }
        let points = fixed + instance.venueCandidates[room.at].points + people.points
        return Insertion(
            placement: index, venueCandidate: room.at, delta: points, score: fixed + room.score + people.score)
    }

    private func cheapestVenue(
        _ placement: Placement, price: Double, in schedule: borrowing Schedule
    ) -> (at: Int, score: Double)? {
        let instance = schedule.instance
        var best: (at: Int, score: Double)?
        for at in instance.venues(placement) {
            let candidate = instance.venueCandidates[at]
            let score = candidate.points + price * candidate.yuan
            if let best, score >= best.score { continue }
            let row = Int(candidate.venue) * instance.slotCount
            var free = true
            for slot in Int(placement.start)..<Int(placement.end) where schedule.venueAt[row + slot] >= 0 {
                free = false
                break
            }
            if free { best = (at, score) }
        }
        return best
    }

    /// H8, with the tolerance that rounding of sums of yuan needs.
    static func affordable(_ charge: Double, _ fund: Int, _ tripYuan: Double, in schedule: borrowing Schedule) -> Bool {
        let instance = schedule.instance
        let tolerance = 1e-7
        if fund == instance.travelFund {
            return schedule.spent[fund] + charge + tripYuan <= instance.fundLimit[fund] + tolerance
        }
        return schedule.spent[fund] + charge <= instance.fundLimit[fund] + tolerance
            && (tripYuan == 0
                || schedule.spent[instance.travelFund] + tripYuan <= instance.fundLimit[instance.travelFund] + tolerance)
    }
}
