import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Scenarios")
    struct ScenarioStudyTests {
        @Test("the bracket holds the true change of the optimum, found by looking at every plan")
        func bracket() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "scenarios on small weeks"))
            var answered = 0
            for _ in 0..<60 where answered < 12 {
                let week = try Week(document: weeks.document())
                let scenario = Scenario(
                    name: "less", edits: [["op": "limit", "fund": .string(week.funds[0].id), "factor": 0.5]])
                let edited = try scenario.week(from: week)
                let (all, allEdited) = (EveryPlan(week), EveryPlan(edited))
                guard all.count <= 4_000, allEdited.count <= 4_000, let best = all.best(), let after = allEdited.best()
                else { continue }
                let (base, answer) = try await study(week, scenario)
                guard case .solved(let solved) = answer else {
                    Issue.record("\(answer)")
                    continue
                }
                let change = OptimumChange(from: base.bracket, to: solved.bracket)
                let truth = after.objective - best.objective
                let slack = 2e-6 * max(1, best.objective, after.objective)
                #expect(change.low - slack <= truth && truth <= change.high + slack, "\(week.document.text)")
                #expect(abs(solved.bracket.objective - after.objective) <= slack, "\(week.document.text)")
                if truth > 1 { #expect(change.sign == .worse, "\(week.document.text)") }
                answered += 1
            }
            #expect(answered >= 4)
        }

        @Test("a scenario that only adds is never worse than the base, whatever the time")
        func additive() async throws {
            var crowded = CrowdedWeek(seed: 5)
            let week = try crowded.week()
            let venue: JSON = [
                "id": "extra", "township": "north", "kind": "hall", "capacity": 200, "equipment": [], "cost": 0,
            ]
            let scenario = Scenario(name: "hall", edits: [["op": "add", "kind": "venue", "value": venue]])
            let (base, answer) = try await study(week, scenario, limit: 1)
            guard case .solved(let solved) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(solved.bracket.objective <= base.bracket.objective)
            #expect(solved.week.venues.count == week.venues.count + 1)
            #expect(Checker(week: solved.week).check(solved.plan).isSound)
        }

        @Test("a refusal names the edit to blame")
        func refusals() async throws {
            let week = try SampleWeek().week()
            let unknown = Scenario(
                name: "x", edits: [["op": "withdraw", "request": "r1"], ["op": "away", "member": "e9"]])
            #expect { try unknown.week(from: week) } throws: { ($0 as? EditError)?.index == 1 }
            let unsound = Scenario(
                name: "y",
                edits: [
                    ["op": "withdraw", "request": "r1"],
                    ["op": "change", "kind": "venue", "id": "v1", "set": ["capacity": -5]],
                    ["op": "away", "member": "e1"],
                ])
            #expect { try unsound.week(from: week) } throws: { ($0 as? EditError)?.index == 1 }
        }

        @Test("the sign says only what the bracket proves")
        func signs() {
            func sign(_ base: (Double, Double), _ scenario: (Double, Double)) -> OptimumChange.Sign {
                OptimumChange(from: base, to: scenario).sign
            }
            #expect(sign((90, 100), (80, 89)) == .better)
            #expect(sign((90, 100), (101, 120)) == .worse)
            #expect(sign((90, 100), (80, 95)) == .undecided)
            #expect(sign((100, 100), (100, 100)) == .same)
            #expect(sign((90, 100), (90, 100)) == .undecided)
        }

        /// Solves base and scenario on a thread of their own.
        private func study(
            _ week: Week, _ scenario: Scenario, limit: Double = 40
        ) async throws -> (ScenarioStudy.Solved, ScenarioStudy.Answer) {
            try await withCheckedThrowingContinuation { continuation in
                let thread = Thread {
                    let study = ScenarioStudy(week: week, parameters: SolveParameters(limit: limit), scenarios: 1)
                    let solve: ScenarioStudy.Solve = { week, parameters throws(SolveError) in
                        try Solver(week: week, parameters: parameters).run().plan
                    }
                    continuation.resume(
                        with: Result {
                            let base = try study.base(solve)
                            return (base, study.answer(scenario, from: base, solve))
                        })
                }
                thread.start()
            }
        }
    }
}
