import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Budget curves")
    struct BudgetCurveTests {
        private static func curve(
            _ week: Week, _ fund: String, _ limits: [Double], seconds: Double
        ) async throws -> [BudgetCurve.Step] {
            try await WatchedStudy.onThread {
                let control = SolveControl()
                let curve = BudgetCurve(
                    week: week, fund: fund, limits: limits, parameters: SolveParameters(limit: seconds),
                    control: control, solve: WatchedStudy.solving(control))
                return try curve.run { _ in }
            }
        }

        @Test("more money never costs points, in objective nor bound, and every plan keeps its limit")
        func monotone() async throws {
            var crowded = CrowdedWeek(seed: 11)
            let week = try crowded.week()
            let steps = try await Self.curve(week, "science", [4000, 16000, 8000, 30000], seconds: 3)
            #expect(steps.map(\.limit) == [30000, 16000, 8000, 4000])
            for (more, less) in zip(steps, steps.dropFirst()) {
                #expect(more.solved.bracket.objective <= less.solved.bracket.objective)
                #expect(more.solved.bracket.bound <= less.solved.bracket.bound)
            }
            for step in steps {
                #expect(step.solved.week.funds.first { $0.id == "science" }?.limit == step.limit)
                let report = Checker(week: step.solved.week).check(step.solved.plan)
                #expect(report.isSound && abs(report.terms.total - step.solved.bracket.objective) < 1e-6)
            }
        }

        @Test("each step's bracket holds the optimum, found by looking at every plan")
        func truth() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "budget curves"))
            var checked = 0
            for _ in 0..<30 where checked < 12 {
                let week = try Week(document: weeks.document())
                guard EveryPlan(week).count <= 3_000, EveryPlan(week).best() != nil else { continue }
                guard let steps = try? await Self.curve(week, "science", [0, 900, 2600], seconds: 20) else { continue }
                for step in steps {
                    let best = try #require(EveryPlan(step.solved.week).best())
                    let slack = 1e-6 * max(1, best.objective)
                    #expect(step.solved.bracket.bound <= best.objective + slack, "\(week.document.text)")
                    #expect(abs(step.solved.bracket.objective - best.objective) <= slack, "\(week.document.text)")
                    checked += 1
                }
            }
            #expect(checked >= 6)
        }

        @Test("a request goes at the largest limit below which it never comes back")
        func dropped() throws {
            var crowded = CrowdedWeek(seed: 1, requests: 2)
            let week = try crowded.week()
            let ids = week.requests.prefix(2).map(\.id)
            func step(_ limit: Double, _ held: [String]) -> BudgetCurve.Step {
                let sessions = held.map { Session(request: $0, start: "", township: "", venue: "", crew: []) }
                return BudgetCurve.Step(
                    limit: limit,
                    solved: SolvedWeek(week: week, plan: Plan(week: week.id, sessions: sessions), duals: nil))
            }
            let steps = [
                step(40, ids), step(30, [ids[1]]), step(20, ids), step(10, [ids[0]]), step(0, []),
            ]
            #expect(
                BudgetCurve.dropped(steps) == [
                    BudgetCurve.Dropped(request: ids[1], limit: 10), BudgetCurve.Dropped(request: ids[0], limit: 0),
                ])
            #expect(BudgetCurve.dropped([]).isEmpty)
        }
    }
}
