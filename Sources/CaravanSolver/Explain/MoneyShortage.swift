import CaravanCore
import CaravanLanguage

/// Which fund is too short for a request (H8), what it has left, and what the session would cost at least.
struct MoneyShortage {
    private let plan: ExplainedPlan
    private let request: Int
    private let names: Names
    /// How many options are short of the request's own fund, of the travel fund and of both, and the least yuan that
    /// they need.
    private var own = (count: 0, least: Double.infinity)
    private var travel = (count: 0, least: Double.infinity)
    private var both = (count: 0, own: Double.infinity, trips: Double.infinity)

    init(
        _ options: PlanOptions, in plan: ExplainedPlan, _ nearest: [PlanOptions.Option], _ crews: inout CrewBudget
    ) {
        self.plan = plan
        request = options.request
        names = Names(plan.week)
        var last = -1
        var hasCrew = false
        for option in nearest {
            let placement = plan.instance.placements[option.placement]
            if option.placement != last {
                last = option.placement
                hasCrew = crews.gather(placement, in: plan.schedule).isEmpty
            }
            let yuan = plan.instance.venueCandidates[option.venueCandidate].yuan
            if hasCrew {
                weigh(yuan, &crews)
            } else {
                own = (own.count + 1, min(own.least, yuan + options.leastFees(placement)))
            }
        }
    }

    /// An option is short of its own fund if more money there would do, else of the travel fund if more money there
    /// would, else of both.
    private mutating func weigh(_ yuan: Double, _ crews: inout CrewBudget) {
        let limits = PlanOptions.limits(request, venue: yuan, in: plan.schedule)
        if limits.shared {
            let crew = crews.cheapest(.money)
            own = (own.count + 1, min(own.least, yuan + (crew.map { $0.fees + $0.trips } ?? 0)))
        } else if let crew = crews.cheapest(.fees, within: CrewBudget.Limits(trips: limits.trips)) {
            own = (own.count + 1, min(own.least, yuan + crew.fees))
        } else if let crew = crews.cheapest(.trips, within: CrewBudget.Limits(fees: limits.fees)) {
            travel = (travel.count + 1, min(travel.least, crew.trips))
        } else {
            both.count += 1
            both.own = min(both.own, yuan + (crews.cheapest(.fees)?.fees ?? 0))
            both.trips = min(both.trips, crews.cheapest(.trips)?.trips ?? 0)
        }
    }

    /// The reason, by what most options are short of.
    var finding: Finding {
        let instance = plan.instance
        let fund = instance.tables.fund[request]
        let mine = (name: names.fund(fund), left: left(fund))
        let trips = (name: names.fund(instance.tables.travelFund), left: left(instance.tables.travelFund))
        if own.count >= max(travel.count, both.count) {
            let cost = Names.yuanNeeded(own.least)
            return short(BlockedText.fundShort(mine.name, mine.left, cost), [(fund, own.least)])
        }
        if travel.count >= both.count {
            let cost = Names.yuanNeeded(travel.least)
            return short(
                BlockedText.tripsShort(trips.name, trips.left, cost), [(instance.tables.travelFund, travel.least)])
        }
        let (cost, way) = (Names.yuanNeeded(both.own), Names.yuanNeeded(both.trips))
        return short(
            BlockedText.bothFundsShort(mine.name, mine.left, cost, trips.name, trips.left, way),
            [(fund, both.own), (instance.tables.travelFund, both.trips)])
    }

    private func short(_ phrase: Bilingual, _ funds: [(fund: Int, yuan: Double)]) -> Finding {
        var finding = Finding(.fundExhausted, phrase)
        finding.shortages = funds.map {
            FundShortage(fund: plan.week.funds[$0.fund].id, needed: Names.wholeYuan($0.yuan))
        }
        return finding
    }

    private func left(_ fund: Int) -> String {
        Names.yuanLeft(plan.instance.fundLimit[fund] - plan.schedule.spent[fund])
    }
}
