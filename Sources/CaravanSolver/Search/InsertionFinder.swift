import CaravanCore

/// Finds best insertions; owns the buffers that this takes, so that the search allocates nothing.
struct InsertionFinder {
    /// Share of placements overlooked at random ("blinks", Christiaens and Vanden Berghe 2020).
    var blink = 0.0
    /// Which share of the price of money counts, as a place in `CrewPools.levels`.
    var moneyLevel = 0
    /// Which share of the price of time counts.
    var scarcity: Float = 0
    /// Which placements are looked at.
    var prospects: Prospects
    /// The crew of the insertion found last.
    private(set) var crew: [Int32] = []
    private var prices: DualPrices
    private var pools: CrewPools
    private var picker = CrewPicker()
    private var options: [Option] = []

    /// A placement that may do, before its crew is known.
    private struct Option {
        let placement: Int32
        let venueCandidate: Int32
        /// Points of placement, coverage and venue.
        let points: Double
        /// The same with money priced.
        let score: Double
        /// The least that the score can be with a crew.
        let floor: Double
    }

    init(_ instance: Instance, deadline: Deadline = .never) {
        prices = DualPrices(instance, money: Array(repeating: 0, count: instance.fundLimit.count))
        pools = CrewPools(instance, deadline: deadline)
        prospects = Prospects(instance)
        crew.reserveCapacity(16)
        options.reserveCapacity(256)
    }

    /// Whether it can find anything: time was not over before its buffers were filled.
    var isReady: Bool { pools.isWhole }

    /// Takes over prices. Putting pools in order for new prices of money takes time, so small changes are better passed
    /// over.
    mutating func adopt(_ news: DualPrices, repricingMoney: Bool) {
        prices = news
        if let found = news.prospects { prospects = found }
        if repricingMoney { pools.price(money: news.money) }
    }

    /// The cheapest way to hold a request that keeps every rule, nil where there is none. Its crew is left in `crew`.
    /// - Parameters:
    ///   - end: Slot instance by which it must be over.
    ///   - limit: Only scores below this are of interest.
    mutating func best(
        _ request: Int, endingBy end: Int = .max, below limit: Double = .infinity, in schedule: borrowing Schedule,
        _ random: inout RandomStream
    ) -> Insertion? {
        options.removeAll(keepingCapacity: true)
        guard let window = schedule.window(of: request) else { return nil }
        gather(request, window.clamped(to: 0..<max(0, end)), below: limit, in: schedule, &random)
        var best: Insertion?
        var bestScore = limit
        while let option = nextOption(), option.floor < bestScore {
            guard let found = complete(option, request, in: schedule), found.score < bestScore else { continue }
            bestScore = found.score
            best = found
            swap(&crew, &picker.crew)
        }
        best?.delta -= schedule.instance.unheldCost[request]
        return best
    }

    /// Lists the placements that rules other than those of crews allow, each with its cheapest venue.
    private mutating func gather(
        _ request: Int, _ window: Range<Int>, below limit: Double, in schedule: borrowing Schedule,
        _ random: inout RandomStream
    ) {
        let instance = schedule.instance
        let fund = instance.tables.fund[request]
        let (price, purse) = (
            prices.money[fund] * CrewPools.levels[moneyLevel],
            instance.fundLimit[fund] - schedule.spent[fund] + HardLimit.runningYuan
        )
        if instance.tables.requestYuan[request] > purse { return }
        let range = instance.ofRequest[request]
        for at in range.prefix(prospects.count(within: range)) {
            let index = Int(prospects.ranked[at])
            let placement = instance.placements[index]
            if !placement.isWithin(window) { continue }
            if blink > 0, random.unit() < blink { continue }
            if !schedule.isFree(crowd: instance.crowd(of: placement), placement.span) { continue }
            guard let room = cheapestVenue(placement, price: price, in: schedule) else { continue }
            guard let coverage = schedule.coverageDelta(placement) else { continue }
            let venue = instance.venueCandidates[room.at]
            let score = placement.cost + coverage + room.score + audienceScore(placement, in: schedule)
            let least = leastCrew(index, placement, in: schedule)
            if score + least.score >= limit || venue.yuan + least.fees > purse { continue }
            options.append(
                Option(
                    placement: Int32(index), venueCandidate: Int32(room.at),
                    points: placement.cost + coverage + venue.points, score: score, floor: score + least.score))
        }
    }

    /// Points of the time that the placement takes of its audience.
    private func audienceScore(_ placement: Placement, in schedule: borrowing Schedule) -> Double {
        if scarcity == 0 { return 0 }
        let taken = schedule.instance.tables.crowdSlots[schedule.instance.crowd(of: placement), placement.span]
        return Double(scarcity * prices.audience[taken].total)
    }

    /// The least that any crew of a placement costs: points with money priced, and yuan of fees.
    private mutating func leastCrew(
        _ index: Int, _ placement: Placement, in schedule: borrowing Schedule
    ) -> (score: Double, fees: Double) {
        let instance = schedule.instance
        let isVisited =
            schedule.visits[instance.tables.dateTownships[Int(placement.date), Int(placement.township)]] > 0
        let first = Int(pools.firstPool[index])
        var (score, fees) = (0.0, 0.0)
        for pool in first..<first + instance.tables.needCounts[Int(placement.request)].count {
            score += pools.least(pool, level: moneyLevel, ifVisited: isVisited)
            fees += pools.leastFees[pool]
        }
        return (score, fees)
    }

    /// Takes out the option that could be the cheapest.
    private mutating func nextOption() -> Option? {
        guard var least = options.indices.first else { return nil }
        for at in options.indices.dropFirst() where options[at].floor < options[least].floor { least = at }
        options.swapAt(least, options.count - 1)
        return options.removeLast()
    }

    /// Adds the cheapest crew to an option; nil where there is none or money is short (H8).
    private mutating func complete(_ option: Option, _ request: Int, in schedule: borrowing Schedule) -> Insertion? {
        let instance = schedule.instance
        let time = CrewPicker.TimePrice(price: prices.member, share: scarcity)
        guard
            let people = picker.pick(Int(option.placement), level: moneyLevel, paying: time, from: &pools, in: schedule)
        else { return nil }
        let charge = instance.venueCandidates[Int(option.venueCandidate)].yuan + people.fees
        guard schedule.affords(charge, from: instance.tables.fund[request], trips: people.tripYuan) else { return nil }
        return Insertion(
            placement: Int(option.placement), venueCandidate: Int(option.venueCandidate),
            delta: option.points + people.points, score: option.score + people.score)
    }

    private func cheapestVenue(
        _ placement: Placement, price: Double, in schedule: borrowing Schedule
    ) -> (at: Int, score: Double)? {
        let instance = schedule.instance
        var best: (at: Int, score: Double)?
        for at in instance.venues(placement) {
            let candidate = instance.venueCandidates[at]
            var score = candidate.points + price * candidate.yuan
            if scarcity > 0 {
                let taken = instance.tables.venueSlots[Int(candidate.venue), placement.span]
                score += Double(scarcity * prices.venue[taken].total)
            }
            if let best, score >= best.score { continue }
            if schedule.isFree(venue: Int(candidate.venue), placement.span) { best = (at, score) }
        }
        return best
    }
}
