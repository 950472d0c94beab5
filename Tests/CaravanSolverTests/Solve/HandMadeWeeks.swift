import CaravanCore
import TestSupport

extension SampleWeek {
    /// The week with further fields of the document replaced, by path: `travel.costPerKm`.
    func week(setting changes: KeyValuePairs<String, JSON>) throws -> Week {
        var document = try week().document
        for (path, value) in changes {
            document = Self.replacing(path.split(separator: ".").map(String.init)[...], in: document, by: value)
        }
        return try Week(document: document)
    }

    private static func replacing(_ path: ArraySlice<String>, in document: JSON, by value: JSON) -> JSON {
        guard let key = path.first, var object = document.object else { return value }
        object[key] = replacing(path.dropFirst(), in: object[key] ?? .object(JSONObject()), by: value)
        return .object(object)
    }
}

/// Weeks of some size without the shared material: enough requests for few venues, experts and yuan that nothing is
/// proven in a moment.
struct CrowdedWeek {
    private static let towns = ["north", "south", "east", "west"]
    private static let skills = ["ai", "health", "space"]
    private var generator: SeededGenerator
    private let requestCount: Int

    /// - Parameters:
    ///   - seed: The same seed gives the same week.
    ///   - requests: How many requests it has.
    init(seed: UInt64, requests: Int = 60) {
        generator = SeededGenerator(seed: seed)
        requestCount = requests
    }

    mutating func week() throws -> Week {
        let requests = (0..<requestCount).map { request($0) }
        let venues = (0..<6).map { venue($0) }
        let experts = (0..<9).map { expert($0) }
        return try Week(document: [
            "format": "caravan-week/1", "id": "crowded", "start": "2025-05-24", "days": 3, "timezone": "Asia/Shanghai",
            "slots": [
                ["id": "am", "start": "09:00", "end": "11:00"], ["id": "noon", "start": "11:30", "end": "13:00"],
                ["id": "pm", "start": "14:00", "end": "16:30"],
            ],
            "audiences": ["youth", "elderly"],
            "funds": [
                ["id": "science", "limit": 16000.3], ["id": "city", "limit": 9000], ["id": "travel", "limit": 700],
            ],
            "travel": [
                "fund": "travel", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 5, "costPerKm": 1.1, "legs": [],
            ],
            "townships": .array(Self.towns.indices.map { town($0) }), "venues": .array(venues),
            "experts": .array(experts), "requests": .array(requests),
            "targets": [
                [
                    "id": "floor", "per": ["township", "audience"], "measure": "sessions", "atLeast": 2, "weight": 40,
                    "scaled": true,
                ]
            ],
            "caps": [["id": "day", "per": ["date"], "measure": "attendance", "atMost": 500, "weight": 0.5]],
            "weights": ["km": 0.3, "preference": 5, "drop": 60, "move": 20, "venue": 8, "crew": 10],
        ])
    }

    private mutating func pick(_ choices: [JSON]) -> JSON { choices[generator.index(below: choices.count)] }

    private func town(_ number: Int) -> JSON {
        [
            "id": .string(Self.towns[number]), "county": "c", "lat": .number(30 + 0.1 * Double(number % 2)),
            "lon": .number(120 + 0.12 * Double(number / 2)), "population": ["youth": 1000, "elderly": 600],
        ]
    }

    private mutating func venue(_ number: Int) -> JSON {
        [
            "id": .string("v\(number)"), "township": .string(Self.towns[number % 4]), "kind": "hall",
            "capacity": pick([60, 120, 200]), "equipment": [], "closed": [], "cost": pick([0, 80.1, 150]),
        ]
    }

    private mutating func expert(_ number: Int) -> JSON {
        [
            "id": .string("e\(number)"), "base": .string(Self.towns[number % 3]),
            "skills": .object(JSONObject(Self.skills.filter { _ in generator.chance(0.6) }.map { ($0, JSON.int(2)) })),
            "maxPerDay": 2, "maxPerWeek": 4, "maxMinutes": 60, "fee": pick([100, 180.7, 300]),
        ]
    }

    private mutating func request(_ number: Int) -> JSON {
        var fields: [(String, JSON)] = [
            ("id", .string("r\(number)")), ("fund", pick(["science", "science", "city"])),
            ("audience", pick(["youth", "elderly"])), ("topic", "t"), ("format", "lecture"),
            ("townships", pick([["north", "south"], ["east", "west"], ["north", "east", "west"], ["south"]])),
            ("attendance", pick([40, 60, 110])), ("duration", pick([1, 1, 2])),
            (
                "needs",
                [["pool": "experts", "skill": pick(["ai", "health", "space"]), "level": 1, "count": pick([1, 2])]]
            ),
            ("value", pick([150, 260, 390, 510])), ("cost", pick([400, 777.7, 1200])),
        ]
        if generator.chance(0.3) { fields.append(("preferredSlots", pick([["2025-05-24.am"], ["2025-05-25.pm"]]))) }
        if number > 0, generator.chance(0.15) {
            fields.append(("after", [.string("r\(generator.index(below: number))")]))
        }
        return .object(JSONObject(fields))
    }
}
