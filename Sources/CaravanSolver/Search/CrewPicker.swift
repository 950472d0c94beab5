/// Picks the cheapest crew for a placement (H4) among the members that are available (H5, H6).
///
/// Needs that cannot ask for the same member are filled one by one, each with its cheapest members. Where they can, a
/// minimum-cost assignment of members to places decides, unless the cheapest of each need happen to differ.
struct CrewPicker {
    /// What a crew costs.
    struct Cost {
        /// Points: trips, and members of the baseline kept.
        var points = 0.0
        /// Points with money priced.
        var score = 0.0
        /// Yuan of fees, charged to the request's fund.
        var fees = 0.0
        /// Yuan of new trips, charged to the travel fund.
        var tripYuan = 0.0
    }

    /// The crew picked last, a member a place, needs in order.
    var crew: [Int32] = []
    private var offers: [Offer] = []
    private var needEnds: [Int] = []
    private var assignment = PlaceAssignment()

    struct Offer {
        var member: Int32
        var score: Double
        var points: Double
        var km: Double
    }

    init() {
        crew.reserveCapacity(16)
        offers.reserveCapacity(256)
        needEnds.reserveCapacity(16)
    }

    /// The cheapest crew, left in `crew`; nil where a place stays empty.
    mutating func pick(_ placement: Placement, price: [Double], in schedule: borrowing Schedule) -> Cost? {
        let instance = schedule.instance
        let request = Int(placement.request)
        let counts = instance.needCounts[request]
        let matched = instance.needsOverlap[request] || !instance.requiredCrew[request].isEmpty
        let places = instance.crewStarts[request + 1] - instance.crewStarts[request]
        offers.removeAll(keepingCapacity: true)
        needEnds.removeAll(keepingCapacity: true)
        for need in counts.indices {
            // A matching never uses more than the cheapest `places` members of a need.
            let keep = matched ? places : counts[need]
            if !collect(placement, need, keep: keep, atLeast: counts[need], price, schedule) { return nil }
        }
        crew.removeAll(keepingCapacity: true)
        if matched { return match(instance, request, counts, placement) }
        var cost = Cost()
        for offer in offers { take(offer, into: &cost, instance) }
        return cost
    }

    private mutating func take(_ offer: Offer, into cost: inout Cost, _ instance: Instance) {
        crew.append(offer.member)
        cost.points += offer.points
        cost.score += offer.score
        cost.fees += instance.fee[Int(offer.member)]
        cost.tripYuan += offer.km * instance.kmYuan
    }

    /// Appends the `keep` cheapest available members of a need to the offers, cheapest first.
    private mutating func collect(
        _ placement: Placement, _ need: Int, keep: Int, atLeast: Int, _ price: [Double], _ schedule: borrowing Schedule
    ) -> Bool {
        let instance = schedule.instance
        let first = offers.count
        let feePrice = price[instance.fund[Int(placement.request)]]
        let kmScore = instance.kmPoints + price[instance.travelFund] * instance.kmYuan
        let required = instance.requiredCrew[Int(placement.request)]
        for at in instance.candidates(placement, need: need) {
            let candidate = instance.memberCandidates[at]
            let member = Int(candidate.member)
            let base = candidate.points + feePrice * instance.fee[member]
            let full = offers.count - first >= keep
            if full, required.isEmpty, base >= offers[offers.count - 1].score { continue }
            if !schedule.isAvailable(member, placement) { continue }
            let km = schedule.tripKm(member, placement)
            var score = base + km * kmScore
            if !required.isEmpty, required.contains(candidate.member) { score -= Self.requiredBonus }
            if full {
                if score >= offers[offers.count - 1].score { continue }
                offers.removeLast()
            }
            var position = offers.count
            while position > first, offers[position - 1].score > score { position -= 1 }
            offers.insert(
                Offer(
                    member: candidate.member, score: score, points: candidate.points + km * instance.kmPoints, km: km),
                at: position)
        }
        needEnds.append(offers.count)
        return offers.count - first >= atLeast
    }

    /// Above any score that prices and distances can make, so that a required member always wins its place.
    private static let requiredBonus = 1e9

    private mutating func match(
        _ instance: Instance, _ request: Int, _ counts: [Int], _ placement: Placement
    ) -> Cost? {
        guard assignment.solve(offers: offers, needEnds: needEnds, counts: counts) else { return nil }
        var cost = Cost()
        for index in assignment.chosen { take(offers[index], into: &cost, instance) }
        let required = instance.requiredCrew[request]
        for member in required where !crew.contains(member) { return nil }
        cost.score += Self.requiredBonus * Double(required.count)
        return cost
    }
}
