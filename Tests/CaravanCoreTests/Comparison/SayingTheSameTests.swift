import CaravanCore
import Testing

@Suite("Weeks that say the same")
struct WeekComparisonTests {
    private let document: JSON = [
        "format": "caravan-week/1", "id": "w", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "14:00", "end": "16:00"]],
        "audiences": ["youth"], "funds": [["id": "f", "name": "Fund", "limit": 1000]],
        "travel": ["fund": "f", "speedKmh": 40, "roadFactor": 1.3, "bufferMinutes": 10, "costPerKm": 1],
        "townships": [
            ["id": "t1", "name": "T", "county": "c", "lat": 35, "lon": 112, "population": ["youth": 100]],
            ["id": "t2", "name": "U", "county": "c", "lat": 35.2, "lon": 112, "population": ["youth": 200]],
        ],
        "venues": [
            [
                "id": "v", "name": "V", "township": "t1", "kind": "hall", "capacity": 100, "equipment": [],
                "closed": ["2025-05-24.am"], "cost": 0,
            ]
        ],
        "experts": [
            [
                "id": "e", "name": "E", "base": "t1", "skills": ["ai": 2], "away": ["2025-05-25.am"], "maxPerDay": 1,
                "maxPerWeek": 2, "maxMinutes": 60, "fee": 10,
            ]
        ],
        "requests": [
            [
                "id": "r", "title": "R", "fund": "f", "audience": "youth", "topic": "ai", "format": "lecture",
                "townships": ["t1"], "attendance": 10, "duration": 1,
                "needs": [["pool": "experts", "skill": "ai", "level": 1, "count": 1]], "value": 10, "cost": 5,
                "after": [],
            ]
        ],
        "targets": [["id": "g", "per": ["township"], "measure": "sessions", "atLeast": 1, "weight": 3]],
        "pins": [["request": "r", "township": "t1"]],
        "weights": ["km": 0.1, "preference": 1, "drop": 5, "move": 2, "venue": 1, "crew": 1],
    ]

    private func same(after edits: JSON) throws -> Bool {
        let week = try Week(document: document)
        return try Week(document: WeekEdits.apply(edits, to: document)).saysTheSame(as: week)
    }

    @Test(
        "edits without effect leave it the same",
        arguments: [
            [], [["op": "away", "member": "e", "slots": ["2025-05-25.am"]]],
            [["op": "limit", "fund": "f", "limit": 1000]],
            [["op": "limit", "fund": "f", "factor": 1]], [["op": "close", "venue": "v", "slots": ["2025-05-24.am"]]],
            [["op": "change", "kind": "request", "id": "r", "set": ["title": "another", "note": 1]]],
            [["op": "change", "kind": "request", "id": "r", "set": ["value": 10]]],
        ] as [JSON])
    func unchanged(_ edits: JSON) throws { #expect(try same(after: edits)) }

    @Test(
        "whatever a plan or its points could hang on makes it another week",
        arguments: [
            [["op": "away", "member": "e", "slots": ["2025-05-25.pm"]]], [["op": "limit", "fund": "f", "limit": 999]],
            [["op": "close", "venue": "v"]], [["op": "closeTownship", "township": "t1", "slots": ["2025-05-25.pm"]]],
            [["op": "withdraw", "request": "r"]], [["op": "unpin", "request": "r"]],
            [["op": "pin", "request": "r", "venue": "v"]],
            [["op": "change", "kind": "request", "id": "r", "set": ["value": 11]]],
            [["op": "change", "kind": "request", "id": "r", "set": ["preferredSlots": ["2025-05-24.pm"]]]],
            [["op": "change", "kind": "target", "id": "g", "set": ["atLeast": 2]]],
            [["op": "change", "kind": "township", "id": "t1", "set": ["population": ["youth": 101]]]],
            [["op": "change", "kind": "township", "id": "t1", "set": ["lat": 35.1]]],
            [["op": "change", "kind": "expert", "id": "e", "set": ["fee": 11]]],
            [
                [
                    "op": "add", "kind": "target",
                    "value": ["id": "h", "per": [], "measure": "sessions", "atLeast": 1, "weight": 1],
                ]
            ],
        ] as [JSON])
    func changed(_ edits: JSON) throws { #expect(try !same(after: edits)) }
}
