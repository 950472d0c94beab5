import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Hard caps at the limit")
    struct CapEdgeTests {
        @Test(
            "a cap a hair below a whole number allows what is below it",
            arguments: [
                (19.0, 0.57 * 100, 2), (19, 57, 3), (19, 57.000_000_000_000_01, 3), (50, 149.999_99, 2),
                (50, 150.000_01, 3), (19, 18.999_999_999_999_996, 0), (1, 1e-9, 0), (0, 0, 4),
            ] as [(Double, Double, Int)])
        func hairBelow(_ people: Double, _ most: Double, _ held: Int) async throws {
            let week = try week(people: [people, people, people, people], most: most)
            let solve = try await solve(week, SolveParameters(limit: 20))
            #expect(solve.plan.sessions.count == held)
            #expect(solve.plan.status == .optimal)
        }

        @Test("one too many in thousands of millions is too many")
        func large() async throws {
            for (people, most) in [([4e9, 4e9, 2e9], 9_999_999_999.0), ([3e7, 2e7 + 1], 5e7), ([1e10, 1e10], 1e10)] {
                let week = try week(people: people, most: most)
                let best = try #require(EveryPlan(week).best())
                // GLPK gives up on some of them, so that not all are proven.
                let solve = try await solve(week, SolveParameters(limit: 1))
                #expect(solve.objective == best.objective, "\(people) of \(most)")
            }
        }

        @Test("random caps are kept as the checker keeps them, counted in iterations as well")
        func random() async throws {
            var generator = SeededGenerator(for: "hard caps at the limit")
            for _ in 0..<8 {
                let people = (0..<4).map { _ in Double(1 + generator.index(below: 90)) }
                let chosen = people.filter { _ in generator.chance(0.6) }.reduce(0, +)
                let hair = [0, 1e-9, -1e-9, 1e-5, -1e-5, 0.5, -0.5][generator.index(below: 7)]
                let week = try week(people: people, most: max(0, chosen + hair))
                let best = try #require(EveryPlan(week).best())
                for work in [Int?.none, 2_000] {
                    let solve = try await solve(week, SolveParameters(limit: 20, work: work))
                    #expect(solve.objective == best.objective, "\(people) of \(chosen + hair)")
                }
            }
        }

        /// One request a number of people, in slots of their own, with nothing but a cap between them.
        private func week(people: [Double], most: Double) throws -> Week {
            var sample = SampleWeek()
            sample.venues = (0..<4).map { SampleWeek.venue("v\($0)", "north", ["capacity": 1e10]) }
            sample.requests = people.enumerated().map { number, people in
                SampleWeek.request(
                    "r\(number)",
                    [
                        "attendance": .number(people), "needs": [], "cost": 0,
                        "slots": [.string(SampleWeek.allSlots[number])], "value": .int(100 + number),
                    ])
            }
            sample.caps = [["id": "cap", "per": [], "measure": "attendance", "atMost": .number(most)]]
            return try sample.week()
        }
    }
}
