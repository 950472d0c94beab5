/// Finds the crew of a placement that is best for one purpose and keeps within two budgets: fees, and yuan of trips (H8).
///
/// Exact, by depth first branch and bound over the places: members that enough others beat in points, fee and trip are
/// left out first, bounds are what the remaining places cost at least. Deterministic; a search that would take more
/// than `mostNodes` steps ends with the best crew it has.
struct CrewBudget {
    /// What the crew is to have least of.
    enum Goal {
        /// Points of trips and of lost baseline members.
        case points
        /// Yuan of fees.
        case fees
        /// Yuan of trips.
        case trips
        /// Yuan of fees and trips together.
        case money
    }

    /// Yuan that may be spent.
    struct Limits {
        var fees = Double.infinity
        var trips = Double.infinity
        /// Fees and trips are paid from one fund, and `fees` is the limit of both together.
        var shared = false
    }

    /// A crew with what it costs.
    struct Found {
        var points = 0.0
        var fees = 0.0
        var trips = 0.0
        var crew: [Int32] = []
    }

    private struct Offer {
        let member: Int32
        let points: Double
        let fee: Double
        let trip: Double

        func score(_ goal: Goal) -> Double {
            switch goal {
            case .points: points
            case .fees: fee
            case .trips: trip
            case .money: fee + trip
            }
        }

        /// Whether it is nowhere worse than another.
        func beats(_ other: Offer) -> Bool { points <= other.points && fee <= other.fee && trip <= other.trip }
    }

    /// Steps of one search.
    static let mostNodes = 20_000
    /// Crews larger than this are filled with the cheapest members, one by one.
    private static let mostPlaces = 40

    /// The needs that too few members are free for at the placement gathered last.
    private(set) var shortNeeds: [Int] = []

    private var offers: [[Offer]] = []
    private var counts: [Int] = []
    private var required: [Int32] = []
    private var overlap = false
    private var placeNeed: [Int] = []
    /// Least score, fees and trips of all places from one on.
    private var leastScore: [Double] = []
    private var leastFees: [Double] = []
    private var leastTrips: [Double] = []
    private var goal = Goal.points
    private var limits = Limits()
    private var chosen: [Int] = []
    private var nodes = 0
    private var bestScore = Double.infinity
    private var best: Found?

    /// Gathers the members that are free for a placement beside the plan.
    /// - Returns: Empty where they can form a crew, else H5 if too few are free, H6 if too few of these get there.
    mutating func gather(_ placement: Placement, in schedule: borrowing Schedule) -> RuleSet {
        let instance = schedule.instance
        let request = Int(placement.request)
        counts = instance.tables.needCounts[request]
        required = instance.tables.requiredCrew[request]
        overlap = instance.tables.needsOverlap[request]
        offers.removeAll(keepingCapacity: true)
        shortNeeds.removeAll(keepingCapacity: true)
        var idle: [[Int32]] = []
        for need in counts.indices {
            var free: [Offer] = []
            var unbooked: [Int32] = []
            for at in instance.candidates(placement, need: need) {
                let candidate = instance.memberCandidates[at]
                let member = Int(candidate.member)
                if schedule.isBooked(member, placement) { continue }
                unbooked.append(candidate.member)
                if !schedule.isAvailable(member, placement) { continue }
                let km = schedule.tripKm(member, placement)
                free.append(
                    Offer(
                        member: candidate.member, points: candidate.points + km * instance.tables.kmPoints,
                        fee: instance.tables.fee[member], trip: km * instance.tables.kmYuan))
            }
            if free.count < counts[need] { shortNeeds.append(need) }
            idle.append(unbooked)
            offers.append(free)
        }
        if !fills(idle) { return .h5 }
        if !fills(offers.map { $0.map(\.member) }) { return .h6 }
        keepFront(instance.tables.crewStarts[request + 1] - instance.tables.crewStarts[request])
        return []
    }

    /// Takes the members that somebody else found free for a placement, by need. Negative numbers stand for members that
    /// are yet to be found: they cost nothing.
    /// - Returns: Whether they can form a crew.
    mutating func gather(
        _ members: [[Int32]], for placement: Placement, requiring crew: [Int32], in schedule: borrowing Schedule
    ) -> Bool {
        let instance = schedule.instance
        let request = Int(placement.request)
        counts = instance.tables.needCounts[request]
        required = crew
        overlap = instance.tables.needsOverlap[request]
        shortNeeds.removeAll(keepingCapacity: true)
        guard fills(members) else { return false }
        offers = members.map { need in
            need.map { number in
                if number < 0 { return Offer(member: number, points: 0, fee: 0, trip: 0) }
                let km = schedule.tripKm(Int(number), placement)
                let kept =
                    instance.tables.baselineCrew[request].contains(number) ? -instance.tables.crewPoints[request] : 0
                return Offer(
                    member: number, points: kept + km * instance.tables.kmPoints, fee: instance.tables.fee[Int(number)],
                    trip: km * instance.tables.kmYuan)
            }
        }
        keepFront(counts.reduce(0, +))
        return true
    }

    private func fills(_ members: [[Int32]]) -> Bool {
        for need in counts.indices where members[need].count < counts[need] { return false }
        guard overlap || !required.isEmpty else { return true }
        return CrewMatching(needs: counts, candidates: members).fills(including: required)
    }

    /// Leaves out members that as many others beat as there are places they could be wanted for: whoever uses such a
    /// member can use one of those instead.
    private mutating func keepFront(_ places: Int) {
        for need in counts.indices {
            let rivals = overlap || !required.isEmpty ? places : counts[need]
            let sorted = offers[need].sorted {
                ($0.points, $0.fee, $0.trip, $0.member) < ($1.points, $1.fee, $1.trip, $1.member)
            }
            var front: [Offer] = []
            for (position, offer) in sorted.enumerated() {
                var beaten = 0
                for other in sorted[..<position] where other.beats(offer) {
                    beaten += 1
                    if beaten >= rivals { break }
                }
                if beaten < rivals || required.contains(offer.member) { front.append(offer) }
            }
            offers[need] = front
        }
    }

    /// The best crew among the members gathered; nil where none keeps within the limits.
    mutating func cheapest(_ goal: Goal, within limits: Limits = Limits()) -> Found? {
        prepare(goal, limits)
        if placeNeed.count > Self.mostPlaces { return greedy() }
        descend(place: 0, from: 0, Found(), score: 0)
        return best
    }

    private mutating func prepare(_ goal: Goal, _ limits: Limits) {
        (self.goal, self.limits, nodes, bestScore, best) = (goal, limits, 0, .infinity, nil)
        placeNeed.removeAll(keepingCapacity: true)
        for need in counts.indices {
            if goal != .points {
                offers[need].sort { ($0.score(goal), $0.member) < ($1.score(goal), $1.member) }
            } else {
                offers[need].sort { ($0.points, $0.fee, $0.member) < ($1.points, $1.fee, $1.member) }
            }
            for _ in 0..<counts[need] { placeNeed.append(need) }
        }
        chosen = Array(repeating: -1, count: placeNeed.count)
        leastScore = Array(repeating: 0, count: placeNeed.count + 1)
        (leastFees, leastTrips) = (leastScore, leastScore)
        for place in placeNeed.indices.reversed() {
            let members = offers[placeNeed[place]]
            leastScore[place] = leastScore[place + 1] + (members.first?.score(goal) ?? 0)
            leastFees[place] = leastFees[place + 1] + (members.lazy.map(\.fee).min() ?? 0)
            leastTrips[place] = leastTrips[place + 1] + (members.lazy.map(\.trip).min() ?? 0)
        }
    }

    private func isWithin(_ it: Found, andFrom place: Int) -> Bool {
        let fees = it.fees + leastFees[place]
        let trips = it.trips + leastTrips[place]
        return limits.shared ? fees + trips <= limits.fees : fees <= limits.fees && trips <= limits.trips
    }

    private mutating func descend(place: Int, from first: Int, _ sofar: Found, score: Double) {
        if place == placeNeed.count { return take(sofar, score) }
        let need = placeNeed[place]
        let goesOn = place + 1 < placeNeed.count && placeNeed[place + 1] == need
        for at in first..<max(first, offers[need].count) {
            nodes += 1
            if nodes > Self.mostNodes { return }
            let offer = offers[need][at]
            let reached = score + offer.score(goal)
            if reached + leastScore[place + 1] >= bestScore { return }
            if overlap && isChosen(offer.member, before: place) { continue }
            var next = sofar
            next.points += offer.points
            next.fees += offer.fee
            next.trips += offer.trip
            if !isWithin(next, andFrom: place + 1) { continue }
            chosen[place] = at
            descend(place: place + 1, from: goesOn ? at + 1 : 0, next, score: reached)
        }
    }

    private func isChosen(_ member: Int32, before place: Int) -> Bool {
        for earlier in 0..<place where offers[placeNeed[earlier]][chosen[earlier]].member == member { return true }
        return false
    }

    private mutating func take(_ found: Found, _ score: Double) {
        guard score < bestScore, isWithin(found, andFrom: placeNeed.count) else { return }
        let crew = placeNeed.indices.map { offers[placeNeed[$0]][chosen[$0]].member }
        for member in required where !crew.contains(member) { return }
        bestScore = score
        best = found
        best?.crew = crew
    }

    /// For crews of unusual size: the cheapest members of each need that are not taken yet.
    private func greedy() -> Found? {
        var found = Found()
        var taken = Set<Int32>()
        for need in counts.indices {
            let picked = offers[need].filter { !taken.contains($0.member) }.prefix(counts[need])
            if picked.count < counts[need] { return nil }
            for offer in picked {
                taken.insert(offer.member)
                found.points += offer.points
                found.fees += offer.fee
                found.trips += offer.trip
                found.crew.append(offer.member)
            }
        }
        let hasRequired = required.allSatisfy(taken.contains)
        return hasRequired && isWithin(found, andFrom: placeNeed.count) ? found : nil
    }
}
