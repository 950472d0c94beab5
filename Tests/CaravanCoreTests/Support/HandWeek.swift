import CaravanCore

/// A small week made by hand, and a plan that keeps all its rules.
///
/// Townships a and b (county x) and c (county y, far away); two days of a morning and an afternoon.
enum HandWeek {
    /// The week document.
    static let document: JSON = [
        "format": "caravan-week/1", "id": "hand", "start": "2025-05-24", "days": 2, "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "13:00", "end": "15:00"]],
        "audiences": ["youth", "elderly"],
        "funds": [["id": "science", "limit": 2000], ["id": "cars", "limit": 500]],
        "travel": [
            "fund": "cars", "speedKmh": 60, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 1,
            "legs": [
                ["from": "a", "to": "b", "km": 30, "minutes": 30], ["from": "a", "to": "c", "km": 100, "minutes": 150],
                ["from": "b", "to": "c", "km": 90, "minutes": 130],
            ],
        ],
        "townships": [
            ["id": "a", "county": "x", "lat": 41, "lon": 126, "population": ["youth": 1000, "elderly": 2000]],
            ["id": "b", "county": "x", "lat": 41.2, "lon": 126, "population": ["youth": 500]],
            ["id": "c", "county": "y", "lat": 42, "lon": 127, "population": ["youth": 4000, "elderly": 1000]],
        ],
        "venues": [
            venue("a-hall", in: "a", ["projector"]), venue("a-school", in: "a", []),
            venue("b-hall", in: "b", ["projector"]),
            venue("c-hall", in: "c", ["projector"]),
        ],
        "experts": [
            member("e1", "a", ["ai": 2, "health": 1]), member("e2", "b", ["health": 3]), member("e3", "a", ["ai": 1]),
        ],
        "mentors": [member("m1", "a", ["youth": 1])],
        "kits": [],
        "requests": [
            request("r1", "youth", ["a", "b"], needs: [("experts", "ai", 1), ("mentors", "youth", 1)]),
            request("r2", "youth", ["a", "c"], needs: [("experts", "health", 1)]),
            request("r3", "elderly", ["a", "b"], needs: [("experts", "health", 1)], more: [("after", ["r1"])]),
            request(
                "r4", "elderly", ["a"], needs: [("experts", "ai", 1), ("experts", "health", 1)], more: [("duration", 2)]
            ),
        ],
        "targets": [
            [
                "id": "floor", "per": ["township", "audience"], "measure": "sessions", "atLeast": 1, "weight": 10,
                "scaled": true,
            ],
            ["id": "people", "per": ["county"], "measure": "attendance", "atLeast": 100, "weight": 0.5],
        ],
        "caps": [
            ["id": "day", "per": ["date"], "measure": "sessions", "atMost": 3],
            ["id": "often", "per": ["township"], "measure": "sessions", "atMost": 1, "weight": 7],
        ],
        "pins": [["request": "r1", "township": "a", "crew": ["m1"]]],
        "weights": ["km": 0.1, "preference": 3, "drop": 50, "move": 20, "venue": 5, "crew": 2],
    ]

    /// A plan that keeps every rule: r1 and r3 on the first day, r4 all through the second.
    static let plan = Plan(
        week: "hand",
        sessions: [
            Session(request: "r1", start: "2025-05-24.am", township: "a", venue: "a-hall", crew: ["e1", "m1"]),
            Session(request: "r3", start: "2025-05-24.pm", township: "b", venue: "b-hall", crew: ["e2"]),
            Session(request: "r4", start: "2025-05-25.am", township: "a", venue: "a-hall", crew: ["e3", "e1"]),
        ])

    /// The week, with the values at some paths replaced (`requests.0.duration`) or taken away.
    static func week(_ changes: (String, JSON?)...) throws -> Week {
        try Week(document: changed(changes))
    }

    /// The document, with the values at some paths replaced or taken away.
    static func changed(_ changes: [(String, JSON?)]) -> JSON {
        changes.reduce(document) { BrokenOnPurpose.changing($0, $1.0.split(separator: ".")[...], $1.1) }
    }

    private static func venue(_ id: String, in township: String, _ equipment: [String]) -> JSON {
        [
            "id": .string(id), "township": .string(township), "kind": "hall", "capacity": 100,
            "equipment": .strings(equipment), "cost": 10,
        ]
    }

    private static func member(_ id: String, _ base: String, _ skills: [String: Int]) -> JSON {
        [
            "id": .string(id), "base": .string(base),
            "skills": .object(JSONObject(skills.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })),
            "maxPerDay": 2, "maxPerWeek": 3, "maxMinutes": 140, "fee": 100,
        ]
    }

    private static func request(
        _ id: String, _ audience: String, _ townships: [String], needs: [(String, String, Int)],
        more: [(String, JSON)] = []
    ) -> JSON {
        let needs = needs.map { pool, skill, level -> JSON in
            ["pool": .string(pool), "skill": .string(skill), "level": .int(level), "count": 1]
        }
        let fields: [(String, JSON)] = [
            ("id", .string(id)), ("fund", "science"), ("audience", .string(audience)), ("topic", "space"),
            ("format", "lecture"), ("townships", .strings(townships)), ("attendance", 50), ("duration", 1),
            ("needs", .array(needs)), ("equipment", ["projector"]), ("preferredSlots", ["2025-05-24.am"]),
            ("value", 200), ("cost", 300),
        ]
        return .object(JSONObject(fields + more))
    }
}
