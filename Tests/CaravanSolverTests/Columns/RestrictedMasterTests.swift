import CaravanCore
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Restricted masters over sessions")
struct RestrictedMasterTests {
    @Test("what they find is better than the plan they start from, keeps every rule, and is no better than the best")
    func improves() throws {
        var weeks = SmallWeek(SeededGenerator(for: "restricted masters over sessions"))
        var gains = 0
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var search = Search(it.instance, seed: 1)
            search.construct()
            let start = search.best
            guard start.missing == 0 else { continue }
            var generation = ColumnGeneration(LagrangianAscent(it.instance))
            var pool = it.pool(plans: 4)
            generation.start(&pool)
            var master = RestrictedMaster(it.instance, seed: 1)
            let incumbent = Incumbent(assignments: start.assignments, objective: start.objective, serial: 1)
            let result = master.solve(pool, &generation, incumbent, .iterations(20_000), Cancellation())
            guard let plan = result.plan else { continue }
            gains += 1
            #expect(plan.objective < start.objective && plan.objective >= it.objective - 1e-6)
            let document = Plan(week: it.instance.week.id, sessions: plan.assignments.map(it.instance.session))
            let report = Checker(week: it.instance.week).check(document, baseline: it.baseline, freeze: it.freeze)
            #expect(report.violations.isEmpty, "\(it.instance.week.document.text)")
            #expect(abs(report.terms.total - plan.objective) < 1e-6)
        }
        #expect(gains > 0)
    }

    @Test("with a cancelled solve they end at once and find nothing")
    func cancelled() throws {
        var crowded = CrowdedWeek(seed: 12)
        let instance = try Instance(week: crowded.week())
        var search = Search(instance, seed: 1)
        search.construct()
        let incumbent = Incumbent(
            assignments: search.best.assignments, objective: search.best.objective, serial: 1)
        var generation = ColumnGeneration(LagrangianAscent(instance))
        var pool = SessionPool(instance)
        generation.start(&pool)
        var master = RestrictedMaster(instance, seed: 1)
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(master.solve(pool, &generation, incumbent, .seconds(60), cancellation).plan == nil)
        _ = generation.round(&pool, SimplexOptions(), cancellation)
        #expect(generation.value == .infinity)
    }
}
