import CaravanCore
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

/// Generates columns to the end, or for so many rounds; the bound must never fall.
@discardableResult
func generate(
    _ generation: inout ColumnGeneration, _ pool: inout SessionPool, rounds: Int = 400, below objective: Double
) -> Double {
    generation.start(&pool)
    while !generation.isOver, generation.rounds < rounds {
        let before = generation.centre.bound
        _ = generation.round(&pool, SimplexOptions(), Cancellation())
        #expect(generation.centre.bound >= before)
        #expect(generation.centre.bound <= objective * (1 + 1e-9) + 1e-6)
    }
    return generation.centre.bound
}

@Suite("Column generation")
struct ColumnGenerationTests {
    @Test("its bound never exceeds the best plan, and where it ends it is the value of its master")
    func everyPlan() throws {
        var weeks = SmallWeek(SeededGenerator(for: "column generation"))
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<weeks.generator.index(below: 60) { _ = ascent.step(towards: it.objective) }
            var generation = ColumnGeneration(ascent)
            var pool = it.pool(plans: 2)
            // Where sessions are demanded, a master has a solution only if some plan that holds them all is known, as in a solve.
            if it.instance.mustHold.contains(true) { for column in it.bestColumns { pool.add(column) } }
            generate(&generation, &pool, below: it.objective)
            #expect(generation.isOver && generation.value.isFinite, "\(it.instance.week.document.text)")
            let slack = 1e-4 * max(1, generation.value.magnitude)
            #expect(abs(generation.value - generation.centre.bound) <= slack, "\(it.instance.week.document.text)")
            #expect(generation.centre.bound >= ascent.bestBound - 1e-6)
        }
    }

    @Test("an ascent goes on from its prices, at a bound no lower and still valid, also with funds kept")
    func adopted() throws {
        var weeks = SmallWeek(SeededGenerator(for: "prices of column generation"))
        for it in try SolvedSmallWeek.some(20, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<40 { _ = ascent.step(towards: it.objective) }
            if weeks.generator.chance(0.5) { ascent.keepFunds() }
            var generation = ColumnGeneration(ascent)
            var pool = it.pool(plans: 2)
            generate(&generation, &pool, below: it.objective)
            let before = ascent.bestBound
            ascent.adopt(generation.centre)
            #expect(ascent.bestBound >= before)
            for _ in 0..<40 { _ = ascent.step(towards: it.objective) }
            #expect(ascent.bestBound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
        }
    }

    @Test("a mix of trip shares charges nobody for more than the trip")
    func blends() throws {
        var weeks = SmallWeek(SeededGenerator(for: "mixed trip shares"))
        for it in try SolvedSmallWeek.some(10, &weeks) {
            var one = TripShares(it.instance)
            var other = one
            for trip in 0..<one.count {
                for _ in 0..<3 {
                    let places = one.placements(of: trip)
                    let a = it.instance.placements[places[weeks.generator.index(below: places.count)]]
                    let b = it.instance.placements[places[weeks.generator.index(below: places.count)]]
                    one.shift(trip, towards: a, amount: Double.random(in: 0...0.6, using: &weeks.generator))
                    other.shift(trip, towards: b, amount: Double.random(in: 0...0.6, using: &weeks.generator))
                }
            }
            one.blend(other, weight: Double.random(in: 0...1, using: &weeks.generator))
            for trip in 0..<one.count { #expect(one.total(of: trip) <= 1) }
        }
    }
}

/// Column generation beside known optima, and beside the plain program's linear relaxation.
@Suite("Column generation beside known optima")
struct KnownOptimaGenerationTests {
    @Test(
        "no bound of a tiny or small week lies above its optimum",
        arguments: KnownOptimaBoundTests.tiny + KnownOptimaBoundTests.small)
    func week(_ name: String) throws {
        let known = try SharedOptima.week(name)
        try expectValid(Instance(week: known.week, baseline: nil, freeze: nil), known.optimum)
    }

    @Test(
        "no bound of a tiny or small replanning lies above its optimum",
        arguments: KnownOptimaBoundTests.tiny + KnownOptimaBoundTests.small)
    func replanning(_ name: String) throws {
        let known = try SharedOptima.replanning(name)
        try expectValid(Instance(week: known.week, baseline: known.baseline, freeze: known.freeze), known.optimum)
    }

    private func expectValid(_ instance: Instance, _ optimum: Double) throws {
        var ascent = LagrangianAscent(instance)
        for _ in 0..<300 where !ascent.hasConverged { _ = ascent.step(towards: optimum) }
        var generation = ColumnGeneration(ascent)
        var pool = SessionPool(instance)
        var search = Search(instance, seed: 1)
        search.construct()
        pool.add(plan: search.best.assignments)
        let bound = generate(&generation, &pool, rounds: instance.requestCount > 20 ? 12 : 400, below: optimum)
        #expect(bound >= ascent.bestBound - 1e-6)
    }
}
