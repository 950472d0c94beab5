import CaravanCore
import CaravanLanguage
import Testing

@Suite("Validation")
struct WeekValidatorTests {
    private func paths(_ changes: (String, JSON?)...) -> [String] {
        WeekValidator.faults(in: HandWeek.changed(changes)).map(\.path)
    }

    @Test("The week made by hand is sound, and what is not an object is none")
    func sound() {
        #expect(paths() == [])
        #expect(WeekValidator.faults(in: []) == [Fault(path: "", .notObject)])
        #expect(paths(("extra", ["anything": .null]), ("requests.0.note", .null)) == [])
    }

    @Test(
        "A fault is named with its path",
        arguments: [
            ("format", "other", ["format"]), ("id", "a b", ["id"]), ("title", 5, ["title"]),
            ("timezone", nil, ["timezone"]),
            ("start", "2025-02-29", ["start"]), ("days", 2.5, ["days"]), ("slots.0.end", "8:00", ["slots[0].end"]),
            ("slots.0.end", "08:00", ["slots[0]"]), ("slots.1.start", "10:00", ["slots[1]"]),
            ("slots.1.id", "am", ["slots[1].id"]), ("audiences", ["youth", "elderly", "youth"], ["audiences[2]"]),
            ("funds.0.limit", -1, ["funds[0].limit"]), ("funds.1", 5, ["funds[1]", "travel.fund"]),
            ("townships.1.id", "a", ["townships[1].id"]), ("townships.0.lat", 90.5, ["townships[0].lat"]),
            ("townships.0.population", ["pupils": 5], ["townships[0].population.pupils"]),
            ("travel.speedKmh", 0, ["travel.speedKmh"]), ("travel.legs.0.to", "a", ["travel.legs[0]"]),
            ("travel.legs.1.to", "b", ["travel.legs[1]"]), ("venues.0.township", "z", ["venues[0].township"]),
            ("venues.0.closed", ["2025-05-24.eve"], ["venues[0].closed[0]"]),
            ("venues.0.capacity", 1.5, ["venues[0].capacity"]),
            ("venues.0.equipment", ["x", "x"], ["venues[0].equipment[1]"]), ("mentors.0.id", "e1", ["mentors[0].id"]),
            ("experts.0.skills", ["ai": 6], ["experts[0].skills.ai"]),
            ("experts.0.maxPerDay", "2", ["experts[0].maxPerDay"]),
            ("requests.0.townships", [], ["requests[0].townships"]),
            ("requests.0.duration", 3, ["requests[0].duration"]),
            ("requests.0.needs.0.level", 0, ["requests[0].needs[0].level"]),
            ("requests.0.needs.0.count", 0, ["requests[0].needs[0].count"]),
            ("requests.0.needs.0.pool", "vans", ["requests[0].needs[0].pool"]),
            ("requests.2.after", ["r3"], ["requests[2].after"]), ("requests.2.after", ["r9"], ["requests[2].after[0]"]),
            ("targets.0.per", ["audience"], ["targets[0].scaled"]),
            ("targets.0.per", ["moon"], ["targets[0].per[0]", "targets[0].scaled"]),
            ("targets.0.where", ["date": ["2025-05-26"]], ["targets[0].where.date[0]"]),
            ("targets.0.measure", "joy", ["targets[0].measure"]), ("targets.0.weight", nil, ["targets[0].weight"]),
            ("caps.0.atMost", nil, ["caps[0].atMost"]), ("caps.0.weight", .null, ["caps[0].weight"]),
            ("pins.0.request", nil, ["pins[0].request"]), ("pins.0.crew", ["e9"], ["pins[0].crew[0]"]),
            ("weights.speed", 1, ["weights.speed"]), ("weights.km", -1, ["weights.km"]),
        ] as [(String, JSON?, [String])])
    func faults(path: String, value: JSON?, expected: [String]) {
        // What refers to the broken thing is a fault too, listed where it stands: after it.
        #expect(paths((path, value)).starts(with: expected))
    }

    @Test("No number that means something may be above 10¹⁰, and all may be up to it")
    func largestNumber() {
        let ranged = ["lat", "lon", "days", "duration", "level"]
        var numbers = 0
        for path in Self.numbers(in: HandWeek.document) {
            let isRanged = path.contains(".skills.") || ranged.contains { path.hasSuffix($0) }
            let named = path.replacing(/\.(\d+)/) { "[\($0.1)]" }
            for number in [10_000_000_001, 1e20, 1e300] as [JSON] {
                #expect(paths((path, number)).first == named, "\(path)")
                let stored = WeekValidator.faults(in: HandWeek.changed([(path, number)]), stored: true)
                #expect(stored.isEmpty != isRanged, "\(path)")
            }
            if !isRanged { #expect(paths((path, 1e10)) == [], "\(path)") }
            numbers += 1
        }
        #expect(numbers > 40)
        #expect(paths(("extra", 1e20), ("requests.0.note", 1e300)) == [])
    }

    /// Where numbers stand in a document.
    private static func numbers(in value: JSON) -> [String] {
        switch value {
        case .number: [""]
        case .array(let items):
            items.enumerated().flatMap { at, item in numbers(in: item).map { join(String(at), $0) } }
        case .object(let fields): fields.fields.flatMap { key, item in numbers(in: item).map { join(key, $0) } }
        default: []
        }
    }

    private static func join(_ key: String, _ rest: String) -> String { rest.isEmpty ? key : "\(key).\(rest)" }

    @Test("Numbers that arithmetic took beyond all bounds are faults")
    func infinite() {
        #expect(paths(("funds.0.limit", .number(.infinity))) == ["funds[0].limit"])
        #expect(paths(("requests.0.value", .number(.nan))) == ["requests[0].value"])
    }

    @Test("More groups than anything can go through are a fault")
    func tooManyGroups() {
        let requests = (0..<20_000).map { number -> JSON in
            let request = BrokenOnPurpose.changing(
                HandWeek.document["requests"]?.array?[1] ?? [:], ["id"], .string("x\(number)"))
            return BrokenOnPurpose.changing(
                BrokenOnPurpose.changing(request, ["topic"], .string("t\(number)")), ["format"], .string("f\(number)"))
        }
        let target: JSON = [
            "id": "t", "per": ["topic", "format", "township"], "measure": "sessions", "atLeast": 1, "weight": 1,
        ]
        let narrow = BrokenOnPurpose.changing(target, ["where"], ["topic": ["t1", "t2"]])
        let document = HandWeek.changed([("requests", .array(requests)), ("pins", nil), ("targets", [target, narrow])])
        let faults = WeekValidator.faults(in: BrokenOnPurpose.changing(document, ["targets", "1", "id"], "u"))
        #expect(faults.map(\.path) == ["targets[0].per"])
    }

    @Test("Tables far larger than the text they come from are a fault")
    func tooLarge() {
        let many = (0..<4000).map { "a\($0)" }
        let townships = (0..<4000).map { number -> JSON in
            ["id": .string("t\(number)"), "county": "c", "lat": 1, "lon": 1, "population": [:]]
        }
        let document = HandWeek.changed([
            ("audiences", .strings(many)), ("townships", .array(townships)), ("travel.legs", nil), ("requests", []),
            ("pins", nil), ("venues", []), ("experts", []), ("mentors", []),
        ])
        #expect(WeekValidator.faults(in: document).map(\.path) == ["audiences"])
    }

    @Test("Of very many faults only the first are kept")
    func manyFaults() {
        let document = HandWeek.changed([("requests", .array([JSON](repeating: 5, count: 50_000)))])
        #expect(WeekValidator.faults(in: document).count == 10_000)
    }
}
