import CaravanCore
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Reduced-cost fixing")
struct SurvivorsTests {
    @Test("what survives holds the best plan, and the integer program finds it there")
    func keepsTheBestPlan() throws {
        var weeks = SmallWeek(SeededGenerator(for: "reduced-cost fixing"))
        var (before, after) = (0, 0)
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<weeks.generator.index(below: 300) { _ = ascent.step(towards: it.objective) }
            let survivors = ascent.survivors(objective: it.objective)
            let reduced = Instance(it.instance, keeping: survivors)
            before += it.instance.placements.count
            after += reduced.placements.count
            try expectKept(it, reduced)
            let found = try integerOptimum(of: reduced)
            #expect(abs(found - it.objective) <= 1e-6 * max(1, it.objective), "\(it.instance.week.document.text)")
        }
        #expect(after < before, "nothing was ever ruled out")
    }

    private func expectKept(_ it: SolvedSmallWeek, _ reduced: Instance) throws {
        var held = Set<String>()
        for session in it.plan.sessions {
            held.insert(session.request)
            let kept = try #require(reduced.assignment(session), "\(session) of \(it.instance.week.document.text)")
            #expect(reduced.session(kept).start == session.start && reduced.session(kept).venue == session.venue)
        }
        for request in 0..<reduced.requestCount where reduced.mustHold[request] {
            #expect(held.contains(it.instance.week.requests[request].id))
        }
        let schedule = Schedule(reduced, holding: it.plan.sessions.compactMap(reduced.assignment))
        #expect(abs(schedule.objective - it.objective) < 1e-6 && schedule.missing == 0)
    }

    @Test("a program with a cutoff at the best plan ends complete, and finds nothing better")
    func cutoff() throws {
        var weeks = SmallWeek(SeededGenerator(for: "cutoffs"))
        for it in try SolvedSmallWeek.some(10, &weeks) {
            let start = it.plan.sessions.compactMap(it.instance.assignment)
            let program = IntegerProgram(
                instance: it.instance, budget: .seconds(30), cutoff: it.objective, cancellation: Cancellation())
            let result = try program.solve(start: start) { _, bound in #expect(bound <= it.objective + 1e-6) }
            #expect(result.isComplete)
            #expect(result.bound >= it.objective - 1e-5 * max(1, it.objective))
            if let best = result.best { #expect(best.objective > it.objective - 1e-6) }
        }
    }

    @Test("a cancelled program ends incomplete with a valid bound")
    func cancelled() throws {
        var weeks = SmallWeek(SeededGenerator(for: "cancelled programs"))
        for it in try SolvedSmallWeek.some(5, &weeks) {
            let cancellation = Cancellation()
            cancellation.cancel()
            let program = IntegerProgram(
                instance: it.instance, budget: .seconds(30), cutoff: .infinity, cancellation: cancellation)
            guard let result = try? program.solve(improve: { _, _ in }) else { continue }
            #expect(result.bound <= it.objective + 1e-6)
        }
    }
}

/// The best objective of an instance, by one integer program.
func integerOptimum(of instance: Instance) throws -> Double {
    let program = IntegerProgram(
        instance: instance, budget: .seconds(30), cutoff: .infinity, cancellation: Cancellation())
    let result = try program.solve { _, _ in }
    #expect(result.isComplete)
    return try #require(result.best).objective
}
