import CaravanCore
import Testing

@Suite("What an edit reaches")
struct WeekReachTests {
    private let base: JSON = [
        "format": "caravan-week/1", "id": "w", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "12:00", "end": "14:00"]],
        "audiences": ["all"],
        "funds": [["id": "f", "limit": 1000], ["id": "g", "limit": 1000]],
        "travel": ["fund": "g", "speedKmh": 60, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 0],
        "townships": [["id": "t", "county": "c", "lat": 30, "lon": 120, "population": [:]]],
        "venues": [venue("v1"), venue("v2")],
        "experts": [expert("e1"), expert("e2"), expert("e3")],
        "requests": .array((1...4).map { request("r\($0)") }),
        "targets": [["id": "many", "per": [], "measure": "sessions", "atLeast": 4, "weight": 1]],
    ]

    private static func venue(_ id: String) -> JSON {
        [
            "id": .string(id), "township": "t", "kind": "hall", "capacity": 100, "equipment": [], "closed": [],
            "cost": 0,
        ]
    }

    private static func expert(_ id: String) -> JSON {
        [
            "id": .string(id), "base": "t", "skills": ["ai": 1], "away": [], "maxPerDay": 2, "maxPerWeek": 4,
            "maxMinutes": 200, "fee": 0,
        ]
    }

    private static func request(_ id: String) -> JSON {
        [
            "id": .string(id), "fund": "f", "audience": "all", "topic": "ai", "format": "talk", "townships": ["t"],
            "attendance": 10, "duration": 1, "needs": [["pool": "experts", "skill": "ai", "level": 1, "count": 1]],
            "value": 1, "cost": 100,
        ]
    }

    /// r1 and r2 by e1 in v1, r3 by e2 in v2.
    private let plan = Plan(
        week: "w",
        sessions: [
            Session(request: "r1", start: "2025-05-24.am", township: "t", venue: "v1", crew: ["e1"]),
            Session(request: "r2", start: "2025-05-24.pm", township: "t", venue: "v1", crew: ["e1"]),
            Session(request: "r3", start: "2025-05-24.am", township: "t", venue: "v2", crew: ["e2"]),
        ])

    private func reached(_ edits: JSON...) throws -> Int {
        let before = try Week(document: base)
        let after = try Week(document: WeekEdits.apply(.array(edits), to: base))
        return after.decisionsReached(from: before, in: plan)
    }

    @Test("a request that changes, comes or goes is one; a new name is none")
    func requests() throws {
        #expect(try reached() == 0)
        #expect(try reached(["op": "change", "kind": "request", "id": "r1", "set": ["title": "New"]]) == 0)
        #expect(try reached(["op": "change", "kind": "request", "id": "r1", "set": ["value": 5]]) == 1)
        #expect(try reached(["op": "withdraw", "request": "r3"], ["op": "withdraw", "request": "r4"]) == 2)
        #expect(try reached(["op": "add", "kind": "request", "value": Self.request("r5")]) == 1)
        #expect(try reached(["op": "pin", "request": "r2", "start": "2025-05-25.am"]) == 1)
    }

    @Test("what is taken away counts by the sessions that used it, or as one")
    func resources() throws {
        #expect(try reached(["op": "away", "member": "e1"]) == 2)
        #expect(try reached(["op": "away", "member": "e3"]) == 1)
        #expect(try reached(["op": "away", "member": "e1", "slots": ["2025-05-24.pm"]]) == 1)
        #expect(try reached(["op": "close", "venue": "v1", "slots": ["2025-05-25.pm"]]) == 1)
        #expect(try reached(["op": "change", "kind": "expert", "id": "e1", "set": ["fee": 10]]) == 2)
        #expect(try reached(["op": "close", "venue": "v1"], ["op": "away", "member": "e1"]) == 2)
        #expect(try reached(["op": "close", "venue": "v1"], ["op": "away", "member": "e2"]) == 3)
    }

    @Test("a fund counts by the share of its sessions, a rule as one, and the frame of the week as everything")
    func others() throws {
        #expect(try reached(["op": "limit", "fund": "f", "limit": 300]) == 3)
        #expect(try reached(["op": "limit", "fund": "f", "limit": 999]) == 1)
        #expect(try reached(["op": "limit", "fund": "g", "limit": 0]) == 1)
        #expect(try reached(["op": "change", "kind": "target", "id": "many", "set": ["atLeast": 2]]) == 1)
        guard var object = base.object else { return }
        object["days"] = 3
        let longer = try Week(document: .object(object))
        #expect(longer.decisionsReached(from: try Week(document: base), in: plan) == 4)
    }
}
