import CaravanCore

/// Documents that break each check of a week at least once.
enum BrokenOnPurpose {
    /// Paths and what to put there; nil takes the field away.
    private static let changes: [(String, JSON?)] = [
        ("format", "caravan-week/9"), ("id", "a b"), ("id", ""), ("title", 5), ("timezone", ""),
        ("start", "2025-13-01"),
        ("start", "25-01-01"), ("start", "2025-1-01"), ("start", "9999-12-30"), ("start", "0000-01-01"), ("start", nil),
        ("start", "2024-02-29"), ("start", "2023-02-29"), ("days", 0), ("days", 15), ("days", 2.5), ("days", 1000),
        ("days", 1e300), ("days", -3), ("days", nil), ("days", "3"), ("slots", []), ("slots", nil), ("slots", [5]),
        ("slots.0.id", nil), ("slots.0.id", "x y"), ("slots.1.id", "am"), ("slots.0.start", "25:00"),
        ("slots.0.end", "08:00"), ("slots.1.start", "10:00"), ("slots.2.end", "24:00"), ("slots.2.end", "24:01"),
        ("slots.0.start", "9:00"), ("slots.0.start", nil),
        (
            "slots",
            .array((0..<13).map { ["id": .string("s\($0)"), "start": .string("0\($0 % 10):00"), "end": "24:00"] })
        ),
        ("audiences", ["youth", "youth"]), ("audiences", ["a b", 5]), ("audiences", nil), ("funds.0.limit", -1),
        ("funds.0.limit", "1"), ("funds.1.id", "science"), ("funds", []), ("townships", []), ("townships.0.county", ""),
        ("townships.0.lat", 91), ("townships.0.lat", -91), ("townships.0.lon", 181), ("townships.0.lon", -5),
        ("townships.0.population", ["nobody": 5]), ("townships.0.population", ["youth": -5]),
        ("townships.0.population", ["youth": "many"]), ("townships.0.population", []), ("townships.1.id", "t000"),
        ("travel", nil), ("travel.fund", "none"), ("travel.speedKmh", 0), ("travel.roadFactor", 0),
        ("travel.bufferMinutes", 1.5), ("travel.bufferMinutes", 0), ("travel.costPerKm", nil), ("travel.legs", [5]),
        ("travel.legs", [["from": "t000", "to": "t000", "km": 1, "minutes": 1]]), ("travel.legs", [[:], [:]]),
        (
            "travel.legs",
            [
                ["from": "t000", "to": "t001", "km": 1, "minutes": 1],
                ["from": "t001", "to": "t000", "km": 1, "minutes": -1],
            ]
        ),
        ("venues.0.township", "none"), ("venues.0.kind", nil), ("venues.0.capacity", 0.5), ("venues.0.equipment", nil),
        ("venues.0.equipment", ["lab", "lab"]), ("venues.0.closed", ["2025-05-24"]), ("venues.0.closed", nil),
        ("venues.0.cost", -1), ("experts.0.base", "none"), ("experts.0.skills", ["x": 0]),
        ("experts.0.skills", ["x": 6]), ("experts.0.skills", ["x": 1.5]),
        ("experts.0.away", ["2025-05-24.am", "2025-05-24.am"]),
        ("mentors.0.id", "e000"), ("kits", nil), ("kits.0.maxPerDay", 1e300), ("kits.0.maxPerDay", 0.1),
        ("kits.0.fee", nil), ("kits.0.maxMinutes", .null), ("requests.0.fund", "none"), ("requests.0.audience", "none"),
        ("requests.0.topic", ""), ("requests.0.townships", []), ("requests.0.townships", ["t000", "t000"]),
        ("requests.0.attendance", 1e300), ("requests.0.attendance", 1.5), ("requests.0.duration", 0),
        ("requests.0.duration", 4), ("requests.0.duration", 3), ("requests.0.needs", nil), ("requests.0.needs", [5]),
        ("requests.0.needs", [["pool": "vans", "skill": "", "level": 9, "count": 0]]),
        ("requests.0.needs", [["pool": "kits", "skill": "vr", "level": 1, "count": 1e300]]),
        ("requests.0.venueKinds", .null), ("requests.0.slots", []), ("requests.0.slots", ["2025-05-24.none"]),
        ("requests.0.after", ["r0000"]), ("requests.0.after", ["none"]), ("requests.0.value", -1),
        ("requests.0.id", nil), ("requests.0.id", 5), ("requests.1.id", "r0000"), ("requests.0.extra", ["a": .null]),
        ("targets.0.per", nil), ("targets.0.per", ["township", "township"]), ("targets.0.per", ["audience"]),
        ("targets.0.per", ["planet"]), ("targets.0.where", ["planet": []]), ("targets.0.where", ["audience": ["none"]]),
        ("targets.0.where", ["topic": ["anything"]]), ("targets.0.where", ["date": ["2025-05-24", "2026-01-01"]]),
        ("targets.0.where", ["county": ["none"]]), ("targets.0.where", .null), ("targets.0.measure", "people"),
        ("targets.0.atLeast", nil), ("targets.0.weight", nil), ("targets.0.scaled", 1), ("targets.1.id", "floor"),
        ("caps.0.weight", nil), ("caps.0.atMost", -1), ("caps.0.scaled", "no"), ("caps.1.weight", .null),
        ("pins.0.request", "none"), ("pins.0.start", "none"), ("pins.0.venue", "none"), ("pins.0.crew", ["none"]),
        ("pins.0", 5), ("pins.0.township", .null), ("weights.km", -1), ("weights.speed", 1), ("weights", nil),
        ("weights", []), ("targets", nil), ("caps", [:]), ("pins", nil),
    ]

    /// The document with each of the changes.
    static func documents(from sound: JSON) -> [JSON] {
        changes.map { changing(sound, $0.split(separator: ".")[...], $1) }
    }

    /// The document with the value at a path of names and positions replaced or taken away.
    static func changing(_ value: JSON, _ path: ArraySlice<Substring>, _ new: JSON?) -> JSON {
        guard let key = path.first else { return new ?? value }
        let rest = path.dropFirst()
        if var items = value.array, let at = Int(key), items.indices.contains(at) {
            items[at] = changing(items[at], rest, new)
            return .array(items)
        }
        guard var object = value.object else { return value }
        object[String(key)] = rest.isEmpty ? new : changing(object[String(key)] ?? [:], rest, new)
        return .object(object)
    }
}
