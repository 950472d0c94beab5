import CaravanCore

/// What one more of each scarce thing may be worth.
public struct WorthReport: Sendable {
    /// Everything that is worth something, the most valuable first.
    public let things: [ResourceWorth]
    /// The bound to which these duals belong, points: no plan with one more of a thing costs less than this minus its
    /// worth. With the limits of funds priced, it may lie below the bound that a solve ended with.
    public let bound: Double

    /// Reads the duals of a solve.
    /// - Parameter duals: What a solve of the week knew at its end.
    /// - Throws: `SolveError` where pins contradict the week.
    public init(week: Week, duals: DualStart, baseline: Plan? = nil) throws(SolveError) {
        let instance = try Instance(week: week, baseline: baseline)
        let point = Self.point(duals, instance)
        let prices = point.multipliers
        bound = point.bound
        let all = Self.funds(prices, instance) + Self.venues(prices, instance) + point.skillHours
        things = all.sorted { ($1.points, $0.order) < ($0.points, $1.order) }
    }

    /// The duals without cover cuts: these rest on the limits of funds and on what requests charge at least, both of which
    /// more of a thing changes.
    private static func point(_ duals: DualStart, _ instance: Instance) -> PricedPoint {
        var covered = LagrangianAscent(instance, from: duals)
        _ = covered.step(towards: 0)
        var parameters = AscentParameters()
        parameters.separationLimit = 0
        var ascent = LagrangianAscent(instance, parameters, from: duals)
        for _ in 0..<parameters.worthRounds { _ = ascent.step(towards: covered.bestBound) }
        return ascent.pricing.priced(at: ascent.bestPoint)
    }

    private static func funds(_ prices: Multipliers, _ instance: Instance) -> [ResourceWorth] {
        instance.week.funds.enumerated().compactMap { number, fund in
            let points = prices.value[instance.rows.sections.fund(number)] * ResourceWorth.yuan
            return points > ResourceWorth.threshold
                ? ResourceWorth(thing: .fund(id: fund.id), points: points, request: nil) : nil
        }
    }

    private static func venues(_ prices: Multipliers, _ instance: Instance) -> [ResourceWorth] {
        let week = instance.week
        return week.venues.indices.flatMap { venue in
            (0..<instance.tables.slotCount).compactMap { slot in
                let points = prices.value[instance.rows.sections.venueSlots[venue, slot]]
                guard points > ResourceWorth.threshold else { return nil }
                let thing = ResourceWorth.Thing.venue(id: week.venues[venue].id, slot: week.calendar.name(of: slot))
                return ResourceWorth(thing: thing, points: points, request: nil)
            }
        }
    }
}

extension PricedPoint {
    fileprivate struct SkillKey: Hashable {
        let pool: Pool
        let skill: Name
        let county: Int
        let date: Int
    }

    /// What an hour of each skill is worth in each county on each date: the most that any request saves, in points an
    /// hour, if one place of its crew were filled by somebody who is there, free and asks for nothing.
    ///
    /// With a price of that size on the new unit no session could take it at a gain, so the bound falls by no more.
    fileprivate var skillHours: [ResourceWorth] {
        var best: [SkillKey: (points: Double, request: Int)] = [:]
        let week = instance.week
        var crews = ChoicePrices.Seats()
        for index in instance.placements.indices {
            let it = instance.placements[index]
            let request = Int(it.request)
            let now = min(reducedCost[request], instance.mustHold[request] ? .infinity : instance.unheldCost[request])
            guard let seats = costBySeat(index, &crews) else { continue }
            let hours =
                (it.start..<it.end).reduce(0) {
                    $0 + Double(instance.tables.end[Int($1)] - instance.tables.begin[Int($1)])
                } / 60
            for (need, without) in zip(week.requests[request].needs, seats) where now - without > 0 && hours > 0 {
                let key = SkillKey(
                    pool: need.pool, skill: need.skill, county: week.townships[Int(it.township)].county,
                    date: Int(it.date))
                let points = (now - without) / hours
                if points > best[key]?.points ?? ResourceWorth.threshold { best[key] = (points, request) }
            }
        }
        return best.map { key, worth in
            ResourceWorth(
                thing: .skill(
                    key.pool, skill: key.skill.text, county: week.counties[key.county],
                    date: week.calendar.dates[key.date]),
                points: worth.points, request: week.requests[worth.request].id)
        }
    }

    /// Reduced cost of the cheapest session at a placement with one place of each need filled for nothing, need by need.
    private func costBySeat(_ index: Int, _ crews: inout ChoicePrices.Seats) -> [Double]? {
        let request = Int(instance.placements[index].request)
        guard let found = prices.cheapest(index, matched: false, &crews) else { return nil }
        var place = 0
        return instance.tables.needCounts[request].map { count in
            place += count
            guard count > 0 else { return found.cost }
            return found.cost - prices.cost(ofMember: Int(crews.picked[place - 1]), prices.fundPrice(of: request))
        }
    }
}
