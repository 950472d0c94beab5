import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Weeks at the edge")
    struct EdgeWeekTests {
        @Test("where nothing can be held the plan is empty and proven")
        func nothingPossible() async throws {
            let slots = JSON.strings(SampleWeek.allSlots)
            var weeks: [(String, SampleWeek, Double)] = []
            weeks.append(("no venues", with { $0.venues = [] }, 300))
            weeks.append(("no members", with { $0.experts = [] }, 300))
            weeks.append(("no requests", with { $0.requests = [] }, 0))
            weeks.append(("all closed", with { $0.venues = [SampleWeek.venue("v1", "north", ["closed": slots])] }, 300))
            weeks.append(("all away", with { $0.experts = [SampleWeek.expert("e1", ["away": slots])] }, 300))
            weeks.append(("no slots", with { $0.requests = [SampleWeek.request("r1", ["slots": []])] }, 300))
            weeks.append(
                ("no money", with { $0.funds = [["id": "science", "limit": 0], ["id": "travel", "limit": 0]] }, 300))
            weeks.append(("nobody works", with { $0.experts = [SampleWeek.expert("e1", ["maxPerDay": 0])] }, 300))
            weeks.append(
                ("worthless and dear", with { $0.requests = [SampleWeek.request("r1", ["value": 0, "cost": 9e9])] }, 0))
            for (name, sample, objective) in weeks {
                let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
                #expect(solve.plan.sessions.isEmpty, "\(name)")
                #expect(solve.objective == objective, "\(name)")
                #expect(solve.plan.status == .optimal && solve.outcome.termination == .optimal, "\(name)")
            }
        }

        private func with(_ change: (inout SampleWeek) -> Void) -> SampleWeek {
            var sample = SampleWeek()
            change(&sample)
            return sample
        }

        @Test("an empty plan carries the costs of targets that nothing reaches")
        func constantTargets() async throws {
            var sample = SampleWeek()
            sample.venues = []
            sample.targets = [["id": "floor", "per": ["township"], "measure": "sessions", "atLeast": 3, "weight": 7]]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(solve.objective == 342 && solve.bound == 342)
            #expect(solve.plan.terms?.targets == 42)
        }

        @Test("a week of one township, one slot and one date holds the one session worth most")
        func oneSlot() async throws {
            let document: JSON = [
                "format": "caravan-week/1", "id": "one", "start": "2025-05-24", "days": 1, "timezone": "Asia/Shanghai",
                "slots": [["id": "all", "start": "00:00", "end": "24:00"]], "audiences": ["all"],
                "funds": [["id": "f", "limit": 100]],
                "travel": ["fund": "f", "speedKmh": 40, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 0],
                "townships": [["id": "t", "county": "c", "lat": 0, "lon": 0, "population": [:]]],
                "venues": [SampleWeek.venue("v", "t")],
                "requests": .array(
                    (1...5).map { number in
                        SampleWeek.request(
                            "r\(number)",
                            [
                                "fund": "f", "audience": "all", "townships": ["t"], "needs": [], "cost": 50,
                                "value": .int(number * 10),
                            ])
                    }),
            ]
            let solve = try await solve(try Week(document: document), SolveParameters(limit: 20))
            let expected = Session(request: "r5", start: "2025-05-24.all", township: "t", venue: "v", crew: [])
            #expect(solve.plan.sessions == [expected])
            #expect(solve.objective == 100 && solve.plan.status == .optimal)
        }

        @Test("sessions without needs are held by nobody")
        func withoutNeeds() async throws {
            var sample = SampleWeek()
            sample.experts = []
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["needs": []]) }
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(solve.plan.sessions.count == 3 && solve.plan.sessions.allSatisfy(\.crew.isEmpty))
            #expect(solve.objective == 0 && solve.plan.status == .optimal)
        }

        @Test("sessions over all the slots of a date stay within it")
        func wholeDates() async throws {
            var sample = SampleWeek()
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["duration": 2]) }
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(solve.plan.sessions.map(\.start) == ["2025-05-24.am", "2025-05-25.am"])
            #expect(solve.objective == 300)
        }

        @Test("where every weight and value is zero any plan is proven the best")
        func zeroWeights() async throws {
            var sample = SampleWeek()
            sample.requests = (1...4).map { SampleWeek.request("r\($0)", ["value": 0]) }
            sample.targets = [["id": "t", "per": [], "measure": "sessions", "atLeast": 9, "weight": 0]]
            sample.caps = [["id": "c", "per": [], "measure": "sessions", "atMost": 0, "weight": 0]]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(solve.objective == 0 && solve.bound == 0 && solve.plan.status == .optimal)
        }

        @Test("limits, values and costs of any size neither trap nor mislead")
        func hugeNumbers() async throws {
            var sample = SampleWeek()
            sample.funds = [["id": "science", "limit": 1e10], ["id": "travel", "limit": 1e10]]
            sample.requests = (1...3).map { SampleWeek.request("r\($0)", ["value": 1e10, "cost": .number(3e9)]) }
            sample.experts = [SampleWeek.expert("e1", ["maxPerDay": 1e10, "maxPerWeek": 1e10, "maxMinutes": 1e10])]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(solve.plan.sessions.count == 3 && solve.objective == 0)
        }

        @Test("skills, kinds and topics that only look the same are not the same")
        func twins() async throws {
            let (one, other): (JSON, JSON) = ("caf\u{e9}", "cafe\u{301}")
            var sample = SampleWeek()
            sample.experts = [SampleWeek.expert("e1", ["skills": ["caf\u{e9}": 3]])]
            sample.venues = [
                SampleWeek.venue("v1", "north", ["kind": one]), SampleWeek.venue("v2", "north", ["kind": other]),
            ]
            func request(_ id: String, _ name: JSON, needs skill: JSON) -> JSON {
                SampleWeek.request(
                    id,
                    [
                        "topic": name, "venueKinds": [name],
                        "needs": [["pool": "experts", "skill": skill, "level": 1, "count": 1]],
                    ])
            }
            sample.requests = [
                request("r1", one, needs: one), request("r2", other, needs: one), request("r3", one, needs: other),
            ]
            sample.caps = [["id": "c", "per": ["topic"], "measure": "sessions", "atMost": 1]]
            let solve = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(Set(solve.plan.sessions.map(\.request)) == ["r1", "r2"])
            #expect(solve.plan.sessions.allSatisfy { $0.venue == ($0.request == "r1" ? "v1" : "v2") })
            #expect(solve.plan.status == .optimal)
        }

        @Test("two sessions that one member cannot travel between are not both held")
        func travelTime() async throws {
            var sample = SampleWeek()
            sample.experts = [SampleWeek.expert("e1")]
            sample.venues = [SampleWeek.venue("v1", "north"), SampleWeek.venue("s1", "south")]
            sample.requests = [
                SampleWeek.request("r1", ["slots": ["2025-05-24.am"]]),
                SampleWeek.request("r2", ["slots": ["2025-05-24.pm"], "townships": ["south"]]),
            ]
            let apart = try await solve(try sample.week(), SolveParameters(limit: 20))
            #expect(apart.plan.sessions.count == 1 && apart.objective == 300)
            let legs: JSON = [["from": "north", "to": "south", "km": 60, "minutes": 60]]
            let near = try await solve(
                try sample.week(setting: ["travel.legs": legs]), SolveParameters(limit: 20))
            #expect(near.plan.sessions.count == 2 && near.objective == 0)
        }
    }
}
