import CaravanCore

/// The week made by hand as one of the second edition: a club of three meetings, an exhibition that stays with its kit, a
/// talk that is sent to other townships, a hall that is lent.
enum ClubWeek {
    /// The week document, with the values at some paths replaced or taken away.
    static func document(_ changes: (String, JSON?)...) -> JSON { changed(changes) }

    /// The week, changed likewise.
    static func week(_ changes: (String, JSON?)...) throws -> Week { try Week(document: changed(changes)) }

    private static func changed(_ changes: [(String, JSON?)]) -> JSON {
        changes.reduce(base) { BrokenOnPurpose.changing($0, $1.0.split(separator: ".")[...], $1.1) }
    }

    private static func request(_ id: String, _ more: [(String, JSON)]) -> JSON {
        let fields: [(String, JSON)] = [
            ("id", .string(id)), ("fund", "science"), ("audience", "youth"), ("topic", "robots"),
            ("format", "training"),
            ("townships", ["a"]), ("attendance", 30), ("duration", 1), ("needs", []), ("value", 100), ("cost", 0),
        ]
        return .object(JSONObject(fields + more))
    }

    private static func member(_ id: String, _ skill: String, _ more: [(String, JSON)] = []) -> JSON {
        let fields: [(String, JSON)] = [
            ("id", .string(id)), ("base", "a"), ("skills", .object(JSONObject([(skill, JSON.int(1))]))),
            ("maxPerDay", 2),
            ("maxPerWeek", 5), ("maxMinutes", 200), ("fee", 10),
        ]
        return .object(JSONObject(fields + more))
    }

    private static func venue(_ id: String, _ township: String, _ more: [(String, JSON)] = []) -> JSON {
        let fields: [(String, JSON)] = [
            ("id", .string(id)), ("township", .string(township)), ("kind", "hall"), ("capacity", 100),
            ("equipment", ["network"]), ("cost", 0),
        ]
        return .object(JSONObject(fields + more))
    }

    private static let mentor: JSON = [["pool": "mentors", "skill": "club", "level": 1, "count": 1]]
    private static let base: JSON = [
        "format": "caravan-week/2", "id": "club", "start": "2026-05-25", "days": 3, "timezone": "Asia/Shanghai",
        "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "13:00", "end": "15:00"]],
        "audiences": ["youth", "elderly"], "departments": [["id": "kj"], ["id": "jy", "county": "n"]],
        "funds": [
            ["id": "science", "limit": 1000, "department": "kj", "source": "special"], ["id": "company", "limit": 500],
        ],
        "travel": [
            "fund": "company", "speedKmh": 60, "roadFactor": 1, "bufferMinutes": 0, "costPerKm": 1,
            "legs": [
                ["from": "a", "to": "b", "km": 20, "minutes": 30], ["from": "a", "to": "c", "km": 20, "minutes": 30],
                ["from": "b", "to": "c", "km": 20, "minutes": 30],
            ],
        ],
        "townships": .array(
            ["a", "b", "c"].map {
                [
                    "id": .string($0), "county": "n", "lat": 42, "lon": 126,
                    "population": ["youth": 1000, "elderly": 500],
                ]
            }),
        "venues": [
            venue("va", "a", [("parallel", 2)]), venue("vb", "b"),
            venue("vc", "c", [("owner", "jy"), ("lend", ["to": ["kj"], "most": 1, "fee": 100])]),
        ],
        "mentors": [member("m1", "club"), member("m2", "club")], "kits": [member("k", "space")],
        "requests": [
            request("club1", [("needs", mentor), ("crowd", "school")]),
            request("club2", [("needs", mentor), ("crowd", "school")]),
            request(
                "show",
                [
                    ("lasts", 2), ("needs", [["pool": "kits", "skill": "space", "level": 1, "count": 1]]),
                    ("townships", ["b"]), ("dropIn", true),
                    ("pays", [["fund": "science", "share": 0.75], ["fund": "company", "share": 0.25]]),
                ]),
            request(
                "talk",
                [
                    ("townships", ["a", "b"]), ("audience", "elderly"),
                    (
                        "relay",
                        [
                            "townships": ["b", "c"], "most": 2, "wanted": 1, "value": 40, "attendance": 20,
                            "liveEquipment": ["network"], "cost": 50,
                        ]
                    ),
                ]),
        ],
        "series": [
            [
                "id": "club", "requests": ["club1", "club2"], "same": ["mentors", "slot"],
                "gap": ["least": 1, "most": 1],
            ]
        ],
        "history": [
            [
                "label": "2025", "weight": 0.5,
                "held": [["township": "a", "audience": "youth", "sessions": 2, "attendance": 60]],
            ]
        ],
        "targets": [
            ["id": "years", "per": ["township"], "measure": "sessions", "atLeast": 2, "weight": 10, "memory": true]
        ],
        "weights": ["drop": 100, "move": 10, "venue": 4, "crew": 2, "yuan": 5],
    ]

    /// A plan that keeps all rules.
    static let plan = Plan(
        edition: .second, week: "club",
        sessions: [
            Session(request: "club1", start: "2026-05-25.am", township: "a", venue: "va", crew: ["m1"]),
            Session(request: "show", start: "2026-05-25.am", township: "b", venue: "vb", crew: ["k"]),
            Session(request: "club2", start: "2026-05-26.am", township: "a", venue: "va", crew: ["m1"]),
            Session(
                request: "talk", start: "2026-05-26.am", township: "a", venue: "va", crew: [],
                sites: [Site(township: "c", venue: "vc", crew: [])]),
        ])
}
