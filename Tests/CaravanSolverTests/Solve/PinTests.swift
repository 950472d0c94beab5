import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Pins")
    struct PinTests {
        @Test("a pinned request is held as pinned, however worthless and inconvenient")
        func kept() async throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1", ["value": 0, "townships": ["north", "south"], "preferredSlots": []]),
                SampleWeek.request("r2", ["value": 900]),
            ]
            sample.venues.append(SampleWeek.venue("s1", "south"))
            sample.kmWeight = 10
            sample.pins = [
                ["request": "r1", "start": "2025-05-25.pm"], ["request": "r1", "township": "south", "crew": ["e2"]],
            ]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            let held = try #require(solve.plan.sessions.first { $0.request == "r1" })
            #expect(
                held == Session(request: "r1", start: "2025-05-25.pm", township: "south", venue: "s1", crew: ["e2"]))
            #expect(solve.plan.sessions.contains { $0.request == "r2" })
            #expect(solve.plan.status == .optimal)
        }

        @Test("a pinned request has held before it what it waits for")
        func predecessors() async throws {
            var sample = SampleWeek()
            sample.requests = [
                SampleWeek.request("r1", ["value": 0]), SampleWeek.request("r2", ["value": 0, "after": ["r1"]]),
                SampleWeek.request("r3", ["value": 0, "after": ["r2"]]), SampleWeek.request("r4", ["value": 0]),
            ]
            sample.pins = [["request": "r3", "start": "2025-05-25.am"]]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            let starts = Dictionary(uniqueKeysWithValues: solve.plan.sessions.map { ($0.request, $0.start) })
            #expect(starts["r1"] == "2025-05-24.am" && starts["r2"] == "2025-05-24.pm")
            #expect(starts["r3"] == "2025-05-25.am")
        }

        @Test("a crew pinned in part is filled up, a crew pinned whole is that crew")
        func pinnedCrew() async throws {
            for crew in [["e3"], ["e3", "e1"]] {
                var sample = SampleWeek()
                sample.experts = ["e1", "e2", "e3", "e4"].map { SampleWeek.expert($0, ["fee": $0 == "e3" ? 900 : 10]) }
                let need: JSON = ["pool": "experts", "skill": "ai", "level": 1, "count": 1]
                sample.requests = [SampleWeek.request("r1", ["needs": [need, need]])]
                sample.pins = [["request": "r1", "crew": .strings(crew)]]
                let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
                let held = try #require(solve.plan.sessions.first)
                #expect(held.crew.count == 2 && Set(crew).isSubset(of: held.crew))
            }
        }

        @Test("a frozen session of many members stays with all of them")
        func manyMembers() async throws {
            var sample = SampleWeek()
            sample.experts = (0..<80).map { SampleWeek.expert("e\($0)", ["fee": 0]) }
            let need: JSON = ["pool": "experts", "skill": "ai", "level": 1, "count": 40]
            sample.requests = [SampleWeek.request("r1", ["needs": [need, need]])]
            let baseline = Plan(
                week: "sample", sessions: [session("r1", "2025-05-24.am", "v1", (0..<80).map { "e\($0)" })])
            let solve = try await solve(
                try sample.week(), SolveParameters(limit: 20, baseline: baseline, freeze: "2025-05-24.pm"))
            #expect(solve.plan.sessions.count == 1)
        }

        @Test(
            "on random small weeks with pins the solver finds the best plan or a contradiction, as looking at every plan does"
        )
        func everyPlan() async throws {
            var weeks = PinnedWeeks(SeededGenerator(for: "solver on pinned weeks"))
            var (solved, refused) = (0, 0)
            for _ in 0..<300 where solved < 8 || refused < 8 {
                let week = try weeks.week()
                let all = EveryPlan(week)
                if all.count > 4_000 { continue }
                let best = all.best()
                do {
                    let solve = try await solve(week, SolveParameters(limit: 30))
                    let known = try #require(best, "there is no plan of \(week.document.text)")
                    #expect(abs(solve.objective - known.objective) <= 1e-6 * max(1, known.objective))
                    #expect(solve.plan.status == .optimal)
                    solved += 1
                } catch SolveError.infeasible(let reasons) {
                    #expect(best == nil && !reasons.isEmpty, "there is a plan of \(week.document.text)")
                    refused += 1
                }
            }
            #expect(solved >= 3 && refused >= 3, "\(solved) solved, \(refused) refused")
        }
    }
}

/// Random small weeks in which most requests are pinned, many of them against each other.
struct PinnedWeeks {
    private var weeks: SmallWeek

    init(_ generator: SeededGenerator) { weeks = SmallWeek(generator) }

    mutating func week() throws -> Week {
        let document = weeks.document()
        guard var object = document.object, let requests = object["requests"]?.array else {
            return try Week(document: document)
        }
        var pins: [JSON] = []
        for request in requests where weeks.generator.chance(0.6) {
            var pin = JSONObject([("request", request["id"] ?? "")])
            if weeks.generator.chance(0.3) { pin["township"] = request["townships"]?.array?.first ?? "t1" }
            if weeks.generator.chance(0.3) {
                pin["start"] = weeks.generator.chance(0.5) ? "2025-05-24.pm" : "2025-05-25.am"
            }
            if weeks.generator.chance(0.2) { pin["crew"] = ["e1"] }
            pins.append(.object(pin))
        }
        object["pins"] = .array(pins)
        return try Week(document: .object(object))
    }
}
