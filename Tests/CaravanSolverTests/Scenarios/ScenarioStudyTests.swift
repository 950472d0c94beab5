import CaravanCore
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CaravanSolver

/// A study on a thread of its own, with the answers by number.
struct WatchedStudy: Sendable {
    let base: SolvedWeek
    let bracket: Bracket
    let answers: [Int: ScenarioStudy.Answer]

    static func run(
        _ week: Week, _ scenarios: [Scenario], limit: Double = 40, threads: Int = 2,
        control: SolveControl = SolveControl(), onAnswer: @escaping @Sendable () -> Void = {}
    ) async throws -> WatchedStudy {
        try await onThread {
            let parameters = SolveParameters(limit: limit, threads: threads)
            let study = ScenarioStudy(
                week: week, scenarios: scenarios, parameters: parameters, control: control,
                solve: solving(control))
            let answers = Mutex<[Int: ScenarioStudy.Answer]>([:])
            var base: SolvedWeek?
            let bracket = try study.run {
                base = $0
            } answer: { number, answer in
                answers.withLock { $0[number] = answer }
                onAnswer()
            }
            return WatchedStudy(base: try #require(base), bracket: bracket, answers: answers.withLock { $0 })
        }
    }

    /// The solver as studies use it.
    static func solving(_ control: SolveControl) -> ScenarioStudy.Solve {
        { week, parameters throws(SolveError) in
            let outcome = try Solver(week: week, parameters: parameters, control: control).run()
            return (outcome.plan, outcome.duals)
        }
    }

    /// Runs what blocks on a thread of its own.
    static func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result(catching: body)) }.start()
        }
    }
}

extension ScenarioStudy.Answer {
    /// What was found, where there is a plan.
    var found: (solved: SolvedWeek, relation: WeekRelation, change: OptimumChange)? {
        if case .solved(let solved, let relation, let change) = self { (solved, relation, change) } else { nil }
    }
}

extension SolvingTests {
    @Suite("Scenarios")
    struct ScenarioStudyTests {
        @Test("brackets hold the true change of the optimum, found by looking at every plan")
        func brackets() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "scenarios on small weeks"))
            var answered = 0
            for _ in 0..<60 where answered < 24 {
                let week = try Week(document: weeks.document())
                let all = EveryPlan(week)
                guard all.count <= 4_000, let best = all.best() else { continue }
                let scenarios = Self.scenarios(week, &weeks.generator)
                let study = try await WatchedStudy.run(week, scenarios)
                #expect(study.answers.count == scenarios.count)
                for (number, scenario) in scenarios.enumerated() {
                    let edited = try scenario.week(from: week)
                    let allEdited = EveryPlan(edited)
                    guard allEdited.count <= 4_000, let after = allEdited.best(),
                        let found = study.answers[number]?.found
                    else { continue }
                    let truth = after.objective - best.objective
                    let slack = 2e-6 * max(1, best.objective, after.objective)
                    let context = "\(scenario.edits.text) of \(week.document.text)"
                    #expect(found.change.low - slack <= truth && truth <= found.change.high + slack, "\(context)")
                    #expect(abs(found.solved.bracket.objective - after.objective) <= slack, "\(context)")
                    #expect(Checker(week: edited).check(found.solved.plan).isSound, "\(context)")
                    if found.relation == .restriction {
                        #expect(truth >= -slack && found.change.low >= 0, "\(context)")
                    }
                    if found.relation == .relaxation { #expect(truth <= slack && found.change.high <= 0, "\(context)") }
                    if found.relation == .same { #expect(abs(truth) <= slack && found.change.sign == .same) }
                    answered += 1
                }
            }
            #expect(answered >= 12)
        }

        /// One that takes away, one that adds, one of each, and one that does nothing.
        private static func scenarios(_ week: Week, _ random: inout SeededGenerator) -> [Scenario] {
            let member = week.members[random.index(below: week.members.count)].id
            let less: JSON = ["op": "away", "member": .string(member)]
            let more: JSON = ["op": "limit", "fund": .string(week.funds[0].id), "factor": 1.7]
            let other: JSON = ["op": "withdraw", "request": .string(week.requests[0].id)]
            return [
                Scenario(name: "less", edits: [less]), Scenario(name: "more", edits: [more]),
                Scenario(name: "both", edits: [less, more]), Scenario(name: "other", edits: [other]),
                Scenario(name: "nothing", edits: []),
            ]
        }

        @Test("a scenario that only adds is never worse than the base, one that only takes away never proven better")
        func oneWay() async throws {
            var crowded = CrowdedWeek(seed: 5)
            let week = try crowded.week()
            let venue: JSON = [
                "id": "extra", "township": "north", "kind": "hall", "capacity": 200, "equipment": [], "cost": 0,
            ]
            let adding = Scenario(name: "hall", edits: [["op": "add", "kind": "venue", "value": venue]])
            let losses = Scenario.losses(of: .experts, in: week)
            let study = try await WatchedStudy.run(week, [adding] + losses, limit: 4)
            let more = try #require(study.answers[0]?.found)
            #expect(more.relation == .relaxation && more.change.high <= 0)
            #expect(more.solved.bracket.objective <= study.base.bracket.objective)
            #expect(more.solved.week.venues.count == week.venues.count + 1)
            for number in losses.indices {
                let loss = try #require(study.answers[number + 1]?.found)
                #expect(loss.relation == .restriction && loss.change.low >= 0)
                #expect(loss.solved.bracket.bound >= study.base.bracket.bound - 1e-9)
                #expect(Checker(week: loss.solved.week).check(loss.solved.plan).isSound)
            }
            #expect(study.bracket.objective <= study.base.bracket.objective)
            #expect(study.bracket.bound >= study.base.bracket.bound)
        }

        @Test("a resource that the base's plan does not use is answered without a solve")
        func unused() async throws {
            var crowded = CrowdedWeek(seed: 6)
            let week = try crowded.week()
            let spare: JSON = [
                "id": "spare", "base": "north", "skills": ["weaving": 1], "maxPerDay": 1, "maxPerWeek": 1,
                "maxMinutes": 10, "fee": 0,
            ]
            let document = try WeekEdits.apply([["op": "add", "kind": "expert", "value": spare]], to: week.document)
            let edited = try Week(document: document)
            let solves = Mutex(0)
            let (base, answer) = try await WatchedStudy.onThread {
                let control = SolveControl()
                let study = ScenarioStudy(
                    week: edited, scenarios: [Scenario(name: "x", edits: [["op": "away", "member": "spare"]])],
                    parameters: SolveParameters(limit: 1), control: control,
                    solve: { week, parameters throws(SolveError) in
                        solves.withLock { $0 += 1 }
                        return try WatchedStudy.solving(control)(week, parameters)
                    })
                var base: SolvedWeek?
                let told = Mutex<ScenarioStudy.Answer?>(nil)
                try study.run {
                    base = $0
                } answer: { _, answer in
                    told.withLock { $0 = answer }
                }
                return (try #require(base), try #require(told.withLock { $0 }))
            }
            #expect(solves.withLock { $0 } == 1)
            let found = try #require(answer.found)
            #expect(found.change.low == 0)
            let open = base.bracket.objective - base.bracket.bound
            #expect(abs(found.change.high - open) <= 1e-9 * max(1, base.bracket.objective))
            #expect(found.solved.plan.sessions == base.plan.sessions)
        }

        @Test("a refusal names the edit to blame, and the other scenarios are answered")
        func refusals() async throws {
            let week = try SampleWeek().week()
            let unknown = Scenario(
                name: "x", edits: [["op": "withdraw", "request": "r1"], ["op": "away", "member": "e9"]])
            let unsound = Scenario(
                name: "y",
                edits: [
                    ["op": "withdraw", "request": "r1"],
                    ["op": "change", "kind": "venue", "id": "v1", "set": ["capacity": -5]],
                    ["op": "away", "member": "e1"],
                ])
            let study = try await WatchedStudy.run(week, [unknown, unsound, Scenario(name: "z", edits: [])], limit: 5)
            for number in 0...1 {
                guard case .refused(let error) = study.answers[number] else {
                    Issue.record("\(String(describing: study.answers[number]))")
                    continue
                }
                #expect(error.index == 1)
            }
            #expect(study.answers[2]?.found?.change.sign == .same)
        }

        @Test("a stop ends the study with what is done so far")
        func stops() async throws {
            var crowded = CrowdedWeek(seed: 8)
            let week = try crowded.week()
            let scenarios = (0..<30).map { number in
                Scenario(name: "s\(number)", edits: [["op": "limit", "fund": "science", "limit": .int(9000 - number)]])
            }
            let control = SolveControl()
            let study = try await WatchedStudy.run(week, scenarios, limit: 6, control: control) { control.stop() }
            #expect((1...2).contains(study.answers.count))
            let stopped = try await WatchedStudy.run(week, scenarios, limit: 6, control: control)
            #expect(stopped.answers.isEmpty)
        }

        @Test("the sign says only what the bracket proves")
        func signs() {
            func sign(
                _ base: (Double, Double), _ scenario: (Double, Double), _ relation: WeekRelation = .other
            ) -> OptimumChange.Sign {
                OptimumChange(
                    from: Bracket(bound: base.0, objective: base.1),
                    to: Bracket(bound: scenario.0, objective: scenario.1), relation: relation
                ).sign
            }
            #expect(sign((90, 100), (80, 89)) == .better)
            #expect(sign((90, 100), (101, 120)) == .worse)
            #expect(sign((90, 100), (80, 95)) == .undecided)
            #expect(sign((100, 100), (100, 100)) == .same)
            #expect(sign((90, 100), (90, 100)) == .undecided)
            #expect(sign((90, 100), (90, 100), .restriction) == .undecided)
            #expect(sign((90, 100), (90, 90), .restriction) == .same)
            #expect(sign((90, 100), (100, 110), .relaxation) == .same)
            #expect(sign((90, 100), (90, 100), .same) == .same)
        }
    }
}
