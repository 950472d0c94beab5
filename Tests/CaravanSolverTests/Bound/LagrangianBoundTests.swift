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
    init(drawnFor rules: RelaxedRules, _ generator: inout SeededGenerator) {
        self.init(layout: rules.layout)
        let density = Double.random(in: 0...0.6, using: &generator)
        for at in value.indices where generator.chance(density) {
            let size = Double.random(in: 0...200, using: &generator) / rules.scale[at]
            value[at] = min(size * Double.random(in: 0...1, using: &generator), rules.ceiling[at])
        }
    }
}

@Suite("Lagrangian bound")
struct LagrangianBoundTests {
    @Test("at any multipliers and any split of trip costs the bound is below the best plan")
    func randomMultipliers() throws {
        var weeks = SmallWeek(SeededGenerator(for: "Lagrangian bound"))
        for it in try SolvedSmallWeek.some(25, &weeks) {
            let rules = RelaxedRules(it.instance)
            var pricing = Pricing(it.instance, rules: rules)
            for _ in 0..<40 {
                let multipliers = Multipliers(drawnFor: rules, &weeks.generator)
                shiftTrips(&pricing, &weeks.generator)
                let bound = pricing.bound(at: multipliers)
                #expect(bound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
            }
        }
    }

    private func shiftTrips(_ pricing: inout Pricing, _ generator: inout SeededGenerator) {
        for trip in 0..<pricing.trips.count where generator.chance(0.5) {
            let places = pricing.trips.placements(of: trip)
            let placement = pricing.instance.placements[places[generator.index(below: places.count)]]
            pricing.trips.shift(trip, towards: placement, amount: Double.random(in: 0...0.6, using: &generator))
            let all = pricing.trips.total(of: trip)
            #expect(all <= 1 && all > 0.9, "the shares of a trip sum to \(all)")
        }
    }

    @Test("the ascent raises the bound, never above the best plan, and often near it")
    func ascent() throws {
        var weeks = SmallWeek(SeededGenerator(for: "ascent"))
        var (start, end, best) = (0.0, 0.0, 0.0)
        for it in try SolvedSmallWeek.some(20, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            var pricing = Pricing(it.instance, rules: RelaxedRules(it.instance))
            let first = pricing.bound(at: Multipliers(layout: RelaxedRules(it.instance).layout))
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
            let rules = RelaxedRules(it.instance)
            let values = zip(ascent.best.value, rules.ceiling)
            #expect(values.allSatisfy { $0 >= 0 && $0 <= $1 && $0.isFinite })
        }
    }
}
