import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Money at the limit")
    struct MoneyEdgeTests {
        @Test(
            "charges of a tenth of a yuan reach the limit exactly, and not beyond",
            arguments: [(0.3, 3), (0.29, 2), (0.1, 1), (0.09, 0)])
        func tenths(_ limit: Double, _ held: Int) async throws {
            let solve = try await solve(try week(costs: [0.1, 0.1, 0.1], limit: limit), SolveParameters(limit: 20))
            #expect(solve.plan.sessions.count == held)
            #expect(solve.plan.status == .optimal)
        }

        @Test("a fen too much of a million yuan is too much", arguments: [1_000_000.0, 30_000_000])
        func aFen(_ limit: Double) async throws {
            let half = limit / 2
            let over = try await solve(try week(costs: [half, half + 0.01], limit: limit), SolveParameters(limit: 20))
            #expect(over.plan.sessions.count == 1)
            let exact = try await solve(
                try week(costs: [half - 0.01, half + 0.01], limit: limit), SolveParameters(limit: 20))
            #expect(exact.plan.sessions.count == 2)
        }

        @Test("a fen too much for two dear venues is too much, though cheap ones are there")
        func dearVenues() async throws {
            var sample = SampleWeek()
            let preferred: JSON = ["2025-05-24.am"]
            sample.funds = [["id": "science", "limit": 1_000_000], ["id": "travel", "limit": 0]]
            sample.venues = [
                SampleWeek.venue("cheap", "north", ["closed": preferred, "cost": 10]),
                SampleWeek.venue("hall", "north", ["cost": 500_000]),
                SampleWeek.venue("opera", "north", ["cost": 500_000.01]),
            ]
            sample.requests = ["youth", "elderly"].map { audience in
                SampleWeek.request(
                    audience,
                    ["audience": .string(audience), "cost": 0, "needs": [], "value": 900, "preferredSlots": preferred])
            }
            let week = try sample.week(setting: ["weights.preference": 50])
            let solve = try await solve(week, SolveParameters(limit: 20))
            #expect(solve.objective == 50 && solve.plan.status == .optimal)
        }

        @Test("sums of fractional charges next to the limit are decided as the checker decides them")
        func subsets() async throws {
            var generator = SeededGenerator(for: "money at the limit")
            for _ in 0..<8 {
                let scale = [0.1, 0.37, 1_234.1, 98_765.43][generator.index(below: 4)]
                let costs = (0..<4).map { _ in scale * Double(1 + generator.index(below: 9)) }
                let chosen = costs.filter { _ in generator.chance(0.6) }
                let limit = max(0, chosen.reduce(0, +) + [0, 0, -0.01, 0.01][generator.index(below: 4)])
                let week = try week(costs: costs, limit: limit)
                let best = try #require(EveryPlan(week).best())
                let solve = try await solve(week, SolveParameters(limit: 20))
                #expect(abs(solve.objective - best.objective) < 1e-6, "\(costs) of \(limit)")
            }
        }

        @Test(
            "a limit a hair below what is charged together is a limit that the checker lets pass, or does not",
            arguments: [(1e-7, 3), (4e-7, 3), (9e-7, 3), (2e-6, 2), (1e-5, 2)])
        func hairBelow(_ hair: Double, _ held: Int) async throws {
            let week = try week(costs: [100, 100.1, 99.9], limit: 300 - hair)
            let solve = try await solve(week, SolveParameters(limit: 20))
            #expect(solve.plan.sessions.count == held)
            #expect(solve.plan.status == .optimal)
        }

        @Test("amounts that no grid of cents has, and funds that have nothing, are decided as the checker decides them")
        func odd() async throws {
            let odd: [[Double]] = [
                [0.1, 0.2], [1e-9, 1e10], [1e10, 0.005], [.leastNonzeroMagnitude, 5], [3.333_333_3, 6.666_666_6, 1e9],
            ]
            for costs in odd {
                for limit in [0, 0.3, 1e-9, 10, 1e10] {
                    let week = try week(costs: costs, limit: limit)
                    let best = try #require(EveryPlan(week).best())
                    let solve = try await solve(week, SolveParameters(limit: 20))
                    #expect(abs(solve.objective - best.objective) < 1e-6, "\(costs) of \(limit)")
                }
            }
        }

        @Test("trips are charged to their fund once a member, date and township")
        func trips() async throws {
            var sample = SampleWeek()
            sample.experts = [SampleWeek.expert("e1")]
            sample.venues = [SampleWeek.venue("s1", "south")]
            sample.requests = (1...4).map { SampleWeek.request("r\($0)", ["townships": ["south"], "cost": 10]) }
            // One round trip of 180 km is 180 yuan; the second date takes another one.
            for (limit, held) in [(360.0, 4), (359.99, 2), (180, 2), (179.99, 0)] {
                sample.funds = [["id": "science", "limit": 5000], ["id": "travel", "limit": .number(limit)]]
                let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
                #expect(solve.plan.sessions.count == held, "\(limit)")
                #expect(solve.plan.status == .optimal)
            }
        }

        /// One request a cost, in slots of their own, with nothing but money between them.
        private func week(costs: [Double], limit: Double) throws -> Week {
            var sample = SampleWeek()
            sample.venues = (0..<4).map { SampleWeek.venue("v\($0)", "north") }
            sample.funds = [["id": "science", "limit": .number(limit)], ["id": "travel", "limit": 0]]
            sample.requests = costs.enumerated().map { number, cost in
                SampleWeek.request(
                    "r\(number)",
                    [
                        "cost": .number(cost), "needs": [], "slots": [.string(SampleWeek.allSlots[number])],
                        "value": .int(100 + number),
                    ])
            }
            return try sample.week()
        }
    }
}
