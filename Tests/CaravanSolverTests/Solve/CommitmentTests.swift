import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Replanning under commitments")
    struct CommitmentTests {
        /// Two requests at the same time in two halls, the first of which has closed at that time since.
        private let baseline = Plan(
            week: "sample",
            sessions: [
                session("r1", "2025-05-24.am", "v1", ["e1"]), session("r2", "2025-05-24.am", "v2", ["e2"]),
            ])

        private func week() throws -> Week {
            let closed: JSON = ["2025-05-24.am"]
            let requests = [SampleWeek.request("r1"), SampleWeek.request("r2", ["audience": "elderly"])]
            let venues = [SampleWeek.venue("v1", "north", ["closed": closed]), SampleWeek.venue("v2", "north")]
            let sample = SampleWeek(venues: venues, requests: requests)
            return try sample.week(setting: ["weights": ["drop": 100, "move": 20, "venue": 5, "crew": 10]])
        }

        @Test("a travel-booked session keeps its time where a draft one can go instead")
        func keepsWhatIsBooked() async throws {
            let week = try week()
            let plain = try await solve(week, SolveParameters(limit: 30, baseline: baseline))
            #expect(plain.plan.sessions.first { $0.request == "r1" }?.start != "2025-05-24.am")
            #expect(plain.objective == 20 && plain.plan.commitment == nil)

            let marks = Commitments(["r1": .travelBooked, "r2": .draft])
            let solve = try await solve(week, SolveParameters(limit: 30, baseline: baseline, commitments: marks))
            let booked = try #require(solve.plan.sessions.first { $0.request == "r1" })
            #expect(booked == session("r1", "2025-05-24.am", "v2", ["e1"]))
            #expect(solve.plan.sessions.first { $0.request == "r2" }?.start != "2025-05-24.am")
            // Plain: the hall (5) and the move (20). Under the marks: the hall twice, a quarter of the move.
            #expect(solve.objective == 25)
            #expect(solve.plan.commitment?.points == -10)
            #expect(solve.plan.commitment?.objective == 15)
            #expect((solve.plan.commitment?.gap ?? 1) <= 1e-6)
            #expect(solve.bound <= 20 + 1e-6 && solve.plan.status == .feasible)
        }

        @Test("sessions marked published are as if nobody had marked them")
        func neutral() async throws {
            let week = try week()
            let marks = Commitments(["r1": .published, "r2": .published])
            let marked = SolveParameters(work: 300, baseline: baseline, commitments: marks)
            let plan = try await solve(week, marked).plan
            #expect(
                plan.document == (try await solve(week, SolveParameters(work: 300, baseline: baseline))).plan.document)
        }

        @Test("a small week under random marks is replanned to the best of all its plans, and both bounds hold")
        func everyPlan() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "commitments on small weeks"))
            for it in try SolvedSmallWeek.some(50, &weeks) {
                guard let baseline = it.baseline else { continue }
                let week = it.instance.week
                let marks = Self.marks(for: week, &weeks.generator)
                let every = EveryPlan(week, baseline: baseline, freeze: it.freeze)
                let best = try #require(every.best(under: marks)).objective
                let parameters = SolveParameters(
                    limit: 30, baseline: baseline, commitments: marks, freeze: it.freeze)
                let slack = 1e-6 * max(1, best)
                for counted in [nil, 400] {
                    var parameters = parameters
                    parameters.work = counted
                    let solve = try await solve(week, parameters)
                    let document = "\(marks.states) \(week.document.text)"
                    #expect(solve.minimised >= best - slack, "\(document)")
                    #expect(solve.minimisedBound <= best + slack, "\(document)")
                    #expect(solve.bound <= it.objective + slack, "\(document)")
                    guard counted == nil else { continue }
                    #expect(abs(solve.minimised - best) <= slack, "\(document)")
                    #expect(best - solve.minimisedBound <= 2 * slack, "\(document)")
                }
            }
        }

        @Test("from the multipliers of one objective, and on from there, the other one's bound is below its best plan")
        func transferred() throws {
            var weeks = SmallWeek(SeededGenerator(for: "bound of the plain objective"))
            for it in try SolvedSmallWeek.some(30, &weeks) {
                guard let baseline = it.baseline else { continue }
                let marks = Self.marks(for: it.instance.week, &weeks.generator)
                let marked = try Instance(
                    week: it.instance.week, baseline: baseline, freeze: it.freeze, commitments: marks)
                var ascent = LagrangianAscent(marked)
                for round in 0..<200 {
                    if round == 100 { ascent.keepFunds() }
                    _ = ascent.step(towards: it.objective)
                    guard round % 50 == 49 else { continue }
                    var plain = ascent.transferred(to: it.instance)
                    for _ in 0..<20 { _ = plain.step(towards: it.objective) }
                    #expect(plain.bestBound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
                }
            }
        }

        private static func marks(for week: Week, _ generator: inout SeededGenerator) -> Commitments {
            Commitments(
                Dictionary(
                    uniqueKeysWithValues: week.requests.map {
                        ($0.id, CommitmentState.allCases[generator.index(below: CommitmentState.allCases.count)])
                    }))
        }
    }
}
