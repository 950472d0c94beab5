import CaravanCore
import Testing

@Suite("What edits do to the plans of a week")
struct WeekRelationTests {
    private static let base: JSON = [
        "format": "caravan-week/1", "id": "w", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "14:00", "end": "16:00"]],
        "audiences": ["youth", "elderly"], "funds": [["id": "city", "limit": 1000], ["id": "travel", "limit": 500]],
        "travel": [
            "fund": "travel", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 5, "costPerKm": 1, "legs": [],
        ],
        "townships": [
            ["id": "t1", "county": "a", "lat": 35.0, "lon": 112, "population": ["youth": 100, "elderly": 50]],
            ["id": "t2", "county": "b", "lat": 35.3, "lon": 112, "population": ["youth": 80, "elderly": 70]],
        ],
        "venues": [["id": "v1", "township": "t1", "kind": "hall", "capacity": 90, "equipment": ["pc"], "cost": 10]],
        "experts": [
            [
                "id": "e1", "base": "t1", "skills": ["ai": 3], "maxPerDay": 2, "maxPerWeek": 3, "maxMinutes": 90,
                "fee": 20,
            ]
        ],
        "requests": [
            [
                "id": "r1", "fund": "city", "audience": "youth", "topic": "ai", "format": "lecture",
                "townships": ["t1"], "attendance": 40, "duration": 1,
                "needs": [["pool": "experts", "skill": "ai", "level": 2, "count": 1]], "value": 100, "cost": 50,
            ],
            [
                "id": "r2", "fund": "city", "audience": "elderly", "topic": "ai", "format": "lecture",
                "townships": ["t1", "t2"], "attendance": 30, "duration": 1, "needs": [], "value": 60, "cost": 40,
                "after": ["r1"],
            ],
        ],
        "targets": [
            [
                "id": "floor", "per": ["township"], "measure": "sessions", "atLeast": 1, "weight": 20, "scaled": true,
            ]
        ],
        "caps": [["id": "lid", "per": ["date"], "measure": "attendance", "atMost": 80]],
        "pins": [["request": "r1", "township": "t1"]], "weights": ["km": 0.1, "preference": 5],
    ]

    private func relation(_ edits: JSON...) throws -> WeekRelation {
        let week = try Week(document: Self.base)
        return WeekRelation(
            from: week, to: try Week(document: WeekEdits.apply(.array(edits), to: Self.base)))
    }

    private func change(_ kind: String, _ id: String, _ set: JSON) -> JSON {
        ["op": "change", "kind": .string(kind), "id": .string(id), "set": set]
    }

    @Test("what takes away, forbids or makes dearer is a restriction")
    func restrictions() throws {
        let edits: [JSON] = [
            ["op": "away", "member": "e1"], ["op": "close", "venue": "v1", "slots": ["2025-05-24.am"]],
            ["op": "closeTownship", "township": "t1"], ["op": "limit", "fund": "city", "factor": 0.9],
            ["op": "pin", "request": "r2", "township": "t2"], change("expert", "e1", ["fee": 30]),
            change("expert", "e1", ["maxPerDay": 1]), change("expert", "e1", ["skills": ["ai": 1]]),
            change("expert", "e1", ["maxMinutes": 10]), change("venue", "v1", ["capacity": 35]),
            change("venue", "v1", ["equipment": []]), change("venue", "v1", ["cost": 11]),
            change("request", "r1", ["slots": ["2025-05-24.am"]]), change("request", "r1", ["venueKinds": ["hall"]]),
            change("request", "r1", ["preferredSlots": ["2025-05-24.am"]]), change("request", "r2", ["value": 61]),
            change("request", "r2", ["townships": ["t1"]]), change("request", "r1", ["cost": 60]),
            change("target", "floor", ["atLeast": 2]), change("target", "floor", ["weight": 21]),
            change("cap", "lid", ["atMost": 70]),
            change("township", "t1", ["population": ["youth": 101, "elderly": 50]]),
            [
                "op": "add", "kind": "cap",
                "value": ["id": "new", "per": [], "measure": "sessions", "atMost": 1, "weight": 5],
            ],
        ]
        for edit in edits { #expect(try relation(edit) == .restriction, "\(edit.text)") }
    }

    @Test("what adds, allows or makes cheaper is a relaxation")
    func relaxations() throws {
        let venue: JSON = ["id": "v2", "township": "t2", "kind": "hall", "capacity": 50, "equipment": [], "cost": 0]
        let expert: JSON = [
            "id": "e2", "base": "t2", "skills": ["ai": 1], "maxPerDay": 1, "maxPerWeek": 1, "maxMinutes": 90, "fee": 0,
        ]
        let edits: [JSON] = [
            ["op": "add", "kind": "venue", "value": venue], ["op": "add", "kind": "expert", "value": expert],
            ["op": "limit", "fund": "travel", "limit": 501], ["op": "unpin", "request": "r1"],
            change("expert", "e1", ["skills": ["ai": 3, "van": 1]]), change("venue", "v1", ["capacity": 95]),
            change("request", "r2", ["after": []]), change("request", "r1", ["value": 90]),
            change("cap", "lid", ["weight": 9]), change("target", "floor", ["weight": 0]),
            change("request", "r1", ["needs": [["pool": "experts", "skill": "ai", "level": 1, "count": 1]]]),
        ]
        for edit in edits { #expect(try relation(edit) == .relaxation, "\(edit.text)") }
    }

    @Test("what goes both ways, or changes what is asked for, is neither")
    func others() throws {
        let edits: [[JSON]] = [
            [["op": "away", "member": "e1"], ["op": "limit", "fund": "city", "factor": 2]],
            [["op": "withdraw", "request": "r2"]], [change("request", "r1", ["attendance": 41])],
            [change("request", "r1", ["audience": "elderly"])], [change("venue", "v1", ["township": "t2"])],
            [change("expert", "e1", ["skills": ["ai": 2, "van": 1]])],
            [change("target", "floor", ["per": ["township", "date"]])],
            [change("target", "floor", ["where": ["township": ["t1"]]])],
            [change("township", "t1", ["county": "b"])],
        ]
        for list in edits {
            let week = try Week(document: Self.base)
            let edited = try Week(document: WeekEdits.apply(.array(list), to: Self.base))
            #expect(WeekRelation(from: week, to: edited) == .other, "\(JSON.array(list).text)")
        }
    }

    @Test("edits without effect, or that cancel each other, change nothing")
    func same() throws {
        #expect(try relation() == .same)
        #expect(
            try relation(["op": "limit", "fund": "city", "limit": 1000], ["op": "away", "member": "e1", "slots": []])
                == .same)
        #expect(
            try relation(["op": "limit", "fund": "city", "factor": 0.5], ["op": "limit", "fund": "city", "factor": 2])
                == .same)
        #expect(try relation(change("venue", "v1", ["note": "new paint"])) == .same)
    }
}
