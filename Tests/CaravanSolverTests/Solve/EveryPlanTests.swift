import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Solves of weeks small enough to look at every plan")
    struct EveryPlanTests {
        @Test("a random small week, some of them replannings, is solved to the best of all its plans and proven")
        func everyPlan() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "solver on small weeks"))
            for it in try SolvedSmallWeek.some(40, &weeks) {
                let parameters = SolveParameters(limit: 30, baseline: it.baseline, freeze: it.freeze)
                let solve = try await solve(it.instance.week, parameters)
                let slack = 1e-6 * max(1, it.objective)
                let document = it.instance.week.document.text
                #expect(abs(solve.objective - it.objective) <= slack, "\(document)")
                #expect(solve.events.allSatisfy { ($0.progress.bound ?? 0) <= it.objective + slack }, "\(document)")
                #expect(solve.plan.status == .optimal, "\(document)")
            }
        }

        @Test("counted in iterations, too, no plan is below the best and no bound above it")
        func byWork() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "solver by work on small weeks"))
            for it in try SolvedSmallWeek.some(20, &weeks) {
                let parameters = SolveParameters(limit: 300, work: 400, baseline: it.baseline, freeze: it.freeze)
                let solve = try await solve(it.instance.week, parameters)
                let slack = 1e-6 * max(1, it.objective)
                #expect(solve.objective >= it.objective - slack && solve.bound <= it.objective + slack)
            }
        }
    }
}
