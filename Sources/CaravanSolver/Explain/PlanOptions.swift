import CaravanCore

/// The options of one request that the week leaves open, each held against the sessions of a plan.
struct PlanOptions {
    /// A placement at one of its venues.
    struct Option {
        let placement: Int
        /// Position in `Instance.venueCandidates`.
        let venueCandidate: Int
        let rules: RuleSet
    }

    /// An option that no rule blocks, with the best crew that is free.
    struct Best {
        let placement: Int
        let venueCandidate: Int
        let crew: [Int32]
        /// Points that the session itself brings or costs, the request's value left out.
        let points: Double
    }

    let request: Int
    private(set) var all: [Option] = []
    private(set) var tally = RuleTally()
    /// All that no rule blocks, in the order of enumeration.
    private(set) var free: [Best] = []
    private(set) var best: Best?
    private let plan: ExplainedPlan

    /// Holds the placements of a request against a plan.
    /// - Parameter indices: Where given, only these of its placements.
    init(_ request: Int, in plan: ExplainedPlan, _ crews: inout CrewBudget, among indices: [Int]? = nil) {
        self.request = request
        self.plan = plan
        let window = plan.schedule.window(of: request)
        for index in indices ?? Array(plan.instance.ofRequest[request]) { examine(index, window, &crews) }
    }

    /// Yuan left in a fund, with the tolerance that rounding of sums needs.
    private static func left(_ fund: Int, _ schedule: borrowing Schedule) -> Double {
        max(0, schedule.instance.fundLimit[fund] - schedule.spent[fund]) + HardLimit.runningYuan
    }

    /// What a session at a venue leaves for fees and trips.
    static func limits(_ request: Int, venue yuan: Double, in schedule: borrowing Schedule) -> CrewBudget.Limits {
        let instance = schedule.instance
        let fund = instance.tables.fund[request]
        return CrewBudget.Limits(
            fees: left(fund, schedule) - yuan, trips: left(instance.tables.travelFund, schedule),
            shared: fund == instance.tables.travelFund)
    }

    private mutating func examine(_ index: Int, _ window: Range<Int>?, _ crews: inout CrewBudget) {
        let instance = plan.instance
        let placement = instance.placements[index]
        var rules = plan.schedule.obstacles(to: placement, within: window)
        let coverage = plan.schedule.coverageDelta(placement)
        let crewless = crews.gather(placement, in: plan.schedule)
        rules.formUnion(crewless)
        var known: [(yuan: Double, crew: CrewBudget.Found?)] = []
        for at in instance.venues(placement) {
            let room = instance.venueCandidates[at]
            var here = plan.schedule.isFree(venue: Int(room.venue), placement.span) ? rules : rules.union(.h3)
            let limits = Self.limits(request, venue: room.yuan, in: plan.schedule)
            if !crewless.isEmpty {
                if leastFees(placement) > limits.fees { here.insert(.h8) }
                record(Option(placement: index, venueCandidate: at, rules: here))
                continue
            }
            let seen = known.first { $0.yuan == room.yuan }
            let crew = seen.map(\.crew) ?? crews.cheapest(.points, within: limits)
            if seen == nil { known.append((room.yuan, crew)) }
            if crew == nil { here.insert(.h8) }
            record(Option(placement: index, venueCandidate: at, rules: here))
            if here.isEmpty, let crew {
                consider(index, at, crew, placement.cost + (coverage ?? 0) + room.points + crew.points)
            }
        }
    }

    private mutating func record(_ option: Option) {
        all.append(option)
        tally.add(option.rules)
    }

    private mutating func consider(_ index: Int, _ at: Int, _ crew: CrewBudget.Found, _ points: Double) {
        let option = Best(placement: index, venueCandidate: at, crew: crew.crew, points: points)
        free.append(option)
        if let best, points > best.points - 1e-9 { return }
        best = option
    }

    /// Fees of the cheapest crew if everybody were free: what money is judged by where no crew is.
    func leastFees(_ placement: Placement) -> Double {
        let instance = plan.instance
        var fees = 0.0
        for (need, count) in instance.tables.needCounts[request].enumerated() {
            let candidates = instance.candidates(placement, need: need)
            if count == 1 {
                var least = Double.infinity
                for at in candidates {
                    least = min(least, instance.tables.fee[Int(instance.memberCandidates[at].member)])
                }
                fees += least
            } else {
                fees += candidates.map { instance.tables.fee[Int(instance.memberCandidates[$0].member)] }.sorted()
                    .prefix(count).reduce(0, +)
            }
        }
        return fees
    }

    /// The rules in the way of the nearest options, and these options: those that the fewest rules block, of these the
    /// set of rules that blocks most. Of sets that block as many, the one with the later rules counts.
    var nearest: (rules: RuleSet, options: [Option]) {
        let fewest = all.lazy.map(\.rules.count).min() ?? 0
        var sizes: [RuleSet: Int] = [:]
        for option in all where option.rules.count == fewest { sizes[option.rules, default: 0] += 1 }
        let most = sizes.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
        let rules = most?.key ?? []
        return (rules, all.filter { $0.rules == rules })
    }
}
