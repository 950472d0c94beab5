import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

/// A random small week with its best plan, found by looking at every plan.
struct SolvedSmallWeek {
    let instance: Instance
    let plan: Plan
    let objective: Double
    let baseline: Plan?
    let freeze: String?

    /// Some such weeks; a part of them are replannings against the best plan of another week.
    static func some(_ count: Int, _ weeks: inout SmallWeek) throws -> [SolvedSmallWeek] {
        var solved: [SolvedSmallWeek] = []
        var last: Plan?
        while solved.count < count {
            let week = try Week(document: weeks.document())
            let baseline = weeks.generator.chance(0.4) ? last : nil
            let freeze = baseline != nil && weeks.generator.chance(0.5) ? "2025-05-24.pm" : nil
            guard let instance = try? Instance(week: week, baseline: baseline, freeze: freeze) else { continue }
            let all = EveryPlan(week, baseline: baseline, freeze: freeze)
            guard all.count <= 5_000, let best = all.best() else { continue }
            last = best.plan
            solved.append(
                SolvedSmallWeek(
                    instance: instance, plan: best.plan, objective: best.objective, baseline: baseline, freeze: freeze))
        }
        return solved
    }
}

extension Multipliers {
    /// Some multipliers 0, others up to their ceiling or, without one, of any size that matters.
    init(drawnFor rows: RowTable, _ generator: inout SeededGenerator) {
        self.init(rows)
        let density = Double.random(in: 0...0.6, using: &generator)
        for at in value.indices where generator.chance(density) {
            let size = Double.random(in: 0...200, using: &generator) / rows.scale[at]
            value[at] = min(size * Double.random(in: 0...1, using: &generator), rows.ceiling[at])
        }
    }
}

extension PricePoint {
    /// Nothing costs anything, trips are split evenly.
    init(free instance: Instance) {
        self.init(multipliers: Multipliers(instance.rows), trips: TripShares(instance))
    }

    /// Such multipliers, trips split evenly.
    init(drawnFor instance: Instance, _ generator: inout SeededGenerator) {
        self.init(multipliers: Multipliers(drawnFor: instance.rows, &generator), trips: TripShares(instance))
    }
}

@Suite("Lagrangian bound")
struct LagrangianBoundTests {
    @Test("at any multipliers and any split of trip costs the bound is below the best plan")
    func randomMultipliers() throws {
        var weeks = SmallWeek(SeededGenerator(for: "Lagrangian bound"))
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var trips = TripShares(it.instance)
            for _ in 0..<40 {
                let multipliers = Multipliers(drawnFor: it.instance.rows, &weeks.generator)
                shift(&trips, it.instance, &weeks.generator)
                let bound = Pricing(it.instance).priced(at: PricePoint(multipliers: multipliers, trips: trips)).bound
                #expect(bound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
            }
        }
    }

    @Test("the reduced cost of a session is its own points and every use of a row at the row's price")
    func uses() throws {
        var weeks = SmallWeek(SeededGenerator(for: "reduced costs by uses"))
        for it in try SolvedSmallWeek.some(20, &weeks) {
            let point = Pricing(it.instance).priced(at: PricePoint(drawnFor: it.instance, &weeks.generator))
            for (column, _) in point.columns(within: .infinity) {
                let told = point.reducedCost(of: column)
                let summed = costByUses(of: column, point)
                #expect(abs(told - summed) <= 1e-7 * max(1, summed.magnitude), "\(it.instance.week.document.text)")
            }
        }
    }

    private func costByUses(of column: SessionColumn, _ point: PricedPoint) -> Double {
        let (instance, value) = (point.instance, point.multipliers.value)
        let (it, tables) = (instance.placements[Int(column.placement)], instance.tables)
        var cost = point.pricing.placementCost[Int(column.placement)]
        cost += instance.venueCandidates[Int(column.room)].points
        instance.forEachUse(ofPlacement: it, venue: Int(column.room)) { cost += value[$0] * $1 }
        let travelPrice = value[instance.rows.sections.fund(tables.travelFund)]
        for at in column.crew {
            cost += instance.memberCandidates[Int(at)].points
            instance.forEachUse(ofMember: Int(at), it) { cost += value[$0] * $1 }
            cost += Double(point.point.trips.km[Int(at)]) * (tables.kmPoints + travelPrice * tables.kmYuan)
        }
        for (number, order) in instance.rows.orders.enumerated() {
            let price = value[instance.rows.order(number)]
            if order.later == Int(it.request), Int(it.start) <= order.slot { cost += price }
            if order.earlier == Int(it.request), Int(it.end) <= order.slot { cost -= price }
        }
        return cost
    }

    private func shift(_ trips: inout TripShares, _ instance: Instance, _ generator: inout SeededGenerator) {
        for trip in 0..<trips.count where generator.chance(0.5) {
            let places = trips.placements(of: trip)
            let placement = instance.placements[places[generator.index(below: places.count)]]
            trips.shift(trip, towards: placement, amount: Double.random(in: 0...0.6, using: &generator))
            let all = trips.total(of: trip)
            #expect(all <= 1 && all > 0.9, "the shares of a trip sum to \(all)")
        }
    }

    @Test("the ascent raises the bound, never above the best plan, and often near it")
    func ascent() throws {
        var weeks = SmallWeek(SeededGenerator(for: "ascent"))
        var (start, end, best) = (0.0, 0.0, 0.0)
        for it in try SolvedSmallWeek.some(20, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            let first = Pricing(it.instance).priced(at: PricePoint(free: it.instance)).bound
            for _ in 0..<300 where !ascent.hasConverged {
                let before = ascent.bestBound
                let rose = ascent.step(towards: it.objective)
                #expect(rose == (ascent.bestBound > before))
            }
            #expect(ascent.bestBound >= first - 1e-9)
            #expect(ascent.bestBound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
            #expect(ascent.best.value.allSatisfy { $0 >= 0 && $0.isFinite })
            (start, end, best) = (start + first, end + ascent.bestBound, best + it.objective)
        }
        #expect(end - start > 0.2 * (best - start), "from \(start) to \(end) of \(best)")
    }

    @Test("the ascent comes to an end")
    func converges() throws {
        var weeks = SmallWeek(SeededGenerator(for: "end of the ascent"))
        for it in try SolvedSmallWeek.some(40, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            // Steps that aim above what the relaxation can reach never find the bound good enough.
            while !ascent.hasConverged, ascent.rounds < 60_000 { _ = ascent.step(towards: it.objective + 100) }
            #expect(ascent.hasConverged, "\(it.instance.week.document.text)")
            #expect(ascent.bestBound <= it.objective + 1e-6)
        }
    }

    @Test("a target above every plan drives no multiplier out of bounds")
    func wildTarget() throws {
        var weeks = SmallWeek(SeededGenerator(for: "ascent to a wild target"))
        for it in try SolvedSmallWeek.some(5, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<200 { _ = ascent.step(towards: 1e9) }
            #expect(ascent.bestBound <= it.objective + 1e-6)
            let rows = it.instance.rows
            let values = zip(ascent.best.value, rows.ceiling)
            #expect(values.allSatisfy { $0 >= 0 && $0 <= $1 && $0.isFinite })
        }
    }
}
