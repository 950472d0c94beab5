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

    /// Points of the time of members, by `WeekTables.memberSlots`, and how much of them counts.
    struct TimePrice {
        let price: [Float]
        let share: Float
    }

    /// The cheapest crew at a level of money prices, left in `crew`; nil where a place stays empty.
    mutating func pick(
        _ index: Int, level: Int, paying time: TimePrice, from pools: inout CrewPools, in schedule: borrowing Schedule
    ) -> Cost? {
        let instance = schedule.instance
        let placement = instance.placements[index]
        let request = Int(placement.request)
        let matched = instance.tables.needsOverlap[request] || !instance.tables.requiredCrew[request].isEmpty
        let places = instance.tables.crewStarts[request + 1] - instance.tables.crewStarts[request]
        offers.removeAll(keepingCapacity: true)
        needEnds.removeAll(keepingCapacity: true)
        for need in instance.tables.needCounts[request].indices {
            let count = instance.tables.needCounts[request][need]
            // A matching never uses more than the cheapest `places` members of a need.
            let keep = matched ? places : count
            let range = pools.ordered(Int(pools.firstPool[index]) + need, level: level)
            if collect(placement, range, keep: keep, time, pools, schedule) < count { return nil }
            needEnds.append(offers.count)
        }
        crew.removeAll(keepingCapacity: true)
        if matched { return match(instance, request) }
        var cost = Cost()
        for offer in offers { take(offer, into: &cost, instance) }
        return cost
    }

    private mutating func take(_ offer: Offer, into cost: inout Cost, _ instance: Instance) {
        crew.append(offer.member)
        cost.points += offer.points
        cost.score += offer.score
        cost.fees += instance.tables.fee[Int(offer.member)]
        cost.tripYuan += offer.km * instance.tables.kmYuan
    }

    /// Appends the `keep` cheapest available members of a pool to the offers, cheapest first; returns how many.
    private mutating func collect(
        _ placement: Placement, _ pool: Range<Int>, keep: Int, _ time: TimePrice, _ pools: borrowing CrewPools,
        _ schedule: borrowing Schedule
    ) -> Int {
        let instance = schedule.instance
        let first = offers.count
        let (date, slots) = (
            Int(placement.date), MemberDays.bits(placement, slotsPerDate: instance.tables.slotsPerDate)
        )
        let visited = schedule.visits[instance.tables.dateTownships[date, Int(placement.township)]] > 0
        let required = instance.tables.requiredCrew[Int(placement.request)]
        for at in pool {
            let entry = pools[at]
            let isFull = offers.count - first >= keep
            if isFull, required.isEmpty {
                // Nobody after this one is cheaper, unless somebody goes there anyway.
                let worst = offers[offers.count - 1].score
                if visited ? entry.scoreThere >= worst : entry.score >= worst {
                    if visited { continue } else { break }
                }
            }
            let member = Int(entry.member)
            let day = schedule.days[member, date]
            if day & slots != 0 { continue }
            let isWorking = day & MemberDays.working != 0
            let isThere =
                instance.tables.base[member] == placement.township
                || visited && isWorking && schedule.isThere(member, placement)
            var score = isThere ? entry.scoreThere : entry.score
            if time.share > 0 {
                let taken = instance.tables.memberSlots[member, placement.span]
                score += Double(time.share * time.price[taken].total)
            }
            if !required.isEmpty, required.contains(entry.member) { score -= Self.requiredBonus }
            if isFull, score >= offers[offers.count - 1].score { continue }
            if isWorking, !schedule.fitsDay(member, placement) { continue }
            if isFull { offers.removeLast() }
            let km = isThere ? 0 : instance.tables.tripKm(member, Int(placement.township))
            offers.append(
                Offer(
                    member: entry.member, score: score,
                    points: pools.points[Int(entry.at)] + km * instance.tables.kmPoints,
                    km: km))
            var position = offers.count - 1
            while position > first, offers[position - 1].score > score {
                offers.swapAt(position, position - 1)
                position -= 1
            }
        }
        return offers.count - first
    }

    /// Above any score that prices and distances can make, so that a required member always wins its place.
    private static let requiredBonus = 1e9

    private mutating func match(_ instance: Instance, _ request: Int) -> Cost? {
        guard assignment.solve(offers: offers, needEnds: needEnds, counts: instance.tables.needCounts[request]) else {
            return nil
        }
        var cost = Cost()
        for index in assignment.chosen { take(offers[index], into: &cost, instance) }
        let required = instance.tables.requiredCrew[request]
        for member in required where !crew.contains(member) { return nil }
        cost.score += Self.requiredBonus * Double(required.count)
        return cost
    }
}
