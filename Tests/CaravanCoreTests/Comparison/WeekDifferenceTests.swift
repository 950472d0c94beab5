import Testing

@testable import CaravanCore

/// A week in which everything that can be stated is stated.
private let base: JSON = [
    "format": "caravan-week/2", "id": "w", "title": "W", "start": "2025-05-24", "days": 2,
    "timezone": "Asia/Shanghai",
    "slots": [["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "14:00", "end": "16:00"]],
    "audiences": ["youth", "elderly"],
    "departments": [
        ["id": "kj", "name": "Science", "code": "01", "county": "a"], ["id": "jy", "name": "Education"],
    ],
    "funds": [
        ["id": "city", "name": "City", "limit": 1000, "department": "kj", "source": "special"],
        ["id": "travel", "limit": 500],
    ],
    "travel": [
        "fund": "travel", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 5, "costPerKm": 1, "legs": [],
    ],
    "townships": [
        [
            "id": "t1", "name": "T", "county": "a", "lat": 35.0, "lon": 112,
            "population": ["youth": 100, "elderly": 50],
        ],
        ["id": "t2", "county": "b", "lat": 35.3, "lon": 112, "population": ["youth": 80, "elderly": 70]],
        ["id": "t3", "county": "b", "lat": 35.3, "lon": 112, "population": ["youth": 8, "elderly": 7]],
    ],
    "venues": [
        [
            "id": "v1", "name": "V", "township": "t1", "kind": "hall", "capacity": 90, "equipment": ["pc"],
            "cost": 10, "owner": "kj", "lend": ["to": ["jy"], "most": 3, "fee": 5],
        ],
        ["id": "v2", "township": "t2", "kind": "school", "capacity": 90, "equipment": [], "cost": 0],
    ],
    "experts": [
        [
            "id": "e1", "name": "E", "base": "t1", "skills": ["ai": 3], "maxPerDay": 2, "maxPerWeek": 3,
            "maxMinutes": 90, "fee": 20,
        ],
        ["id": "e2", "base": "t2", "skills": ["ai": 1], "maxPerDay": 1, "maxPerWeek": 1, "maxMinutes": 90, "fee": 0],
    ],
    "requests": [
        [
            "id": "r1", "title": "R", "fund": "city", "audience": "youth", "topic": "ai", "format": "lecture",
            "townships": ["t1"], "attendance": 40, "duration": 1,
            "needs": [["pool": "experts", "skill": "ai", "level": 2, "count": 1]], "value": 100, "cost": 50,
            "relay": [
                "townships": ["t2"], "most": 2, "wanted": 1, "value": 7, "attendance": 20,
                "needs": [["pool": "mentors", "skill": "ai", "level": 2, "count": 1]], "venueKinds": ["school"],
                "equipment": [], "liveEquipment": ["pc"], "cost": 6, "credit": 0.4,
            ],
        ],
        [
            "id": "r2", "fund": "city", "audience": "elderly", "topic": "ai", "format": "lecture",
            "townships": ["t1", "t2"], "attendance": 30, "duration": 1, "needs": [], "value": 60, "cost": 40,
            "after": ["r1"],
        ],
        [
            "id": "r3", "fund": "travel", "audience": "elderly", "topic": "space", "format": "contest",
            "townships": ["t3"], "attendance": 30, "duration": 1, "needs": [], "value": 10, "cost": 4,
        ],
        [
            "id": "r4", "fund": "travel", "audience": "elderly", "topic": "space", "format": "contest",
            "townships": ["t3"], "attendance": 30, "duration": 1, "needs": [], "value": 10, "cost": 4,
        ],
    ],
    "targets": [
        ["id": "floor", "per": ["township"], "measure": "sessions", "atLeast": 1, "weight": 20, "scaled": true],
        ["id": "aim", "per": ["date"], "measure": "sessions", "atLeast": 1, "weight": 2],
        ["id": "years", "per": ["township"], "measure": "sessions", "atLeast": 9, "weight": 2, "memory": true],
    ],
    "caps": [
        ["id": "lid", "per": ["date"], "measure": "attendance", "atMost": 80],
        ["id": "rim", "per": ["date"], "measure": "sessions", "atMost": 3, "weight": 4],
        ["id": "again", "per": ["county"], "measure": "attendance", "atMost": 90, "memory": true],
    ],
    "series": [
        ["id": "s1", "title": "S", "requests": ["r1", "r2"], "same": ["slot"], "gap": ["least": 1, "most": 1]],
        ["id": "s2", "requests": ["r3", "r4"], "same": []],
    ],
    "history": [
        ["label": "2024", "weight": 0.5, "held": [["township": "t1", "sessions": 2, "attendance": 50]]],
        ["label": "2023", "weight": 0.25, "held": []],
    ],
    "pins": [["request": "r1", "township": "t1"], ["request": "r2", "start": "2025-05-25.am"]],
    "weights": ["km": 0.1, "preference": 5, "drop": 5, "move": 2, "venue": 1, "crew": 1, "yuan": 2],
]

/// A change of the week's document, and one of the differences that come of it.
private struct Change: CustomStringConvertible {
    /// Keys and positions; none: the document itself.
    let path: [String]
    let value: JSON
    let aspect: WeekDifference.Aspect
    let directions: Directions

    init(_ path: String, _ value: JSON, _ aspect: WeekDifference.Aspect, _ directions: Directions) {
        self.path = path.split(separator: " ").map(String.init)
        (self.value, self.aspect, self.directions) = (value, aspect, directions)
    }

    var description: String { "\(path.joined(separator: " ")) = \(value.text)" }

    var edited: Week { get throws { try Week(document: base.replacing(path[...], by: value)) } }

    static func reversed(_ list: String) -> JSON { .array((base[list]?.array ?? []).reversed()) }

    static func member(_ field: Member.Field, _ key: String, _ value: JSON, _ directions: Directions) -> Change {
        Change("experts 0 \(key)", value, .member("e1", field), directions)
    }

    static func venue(_ field: Venue.Field, _ key: String, _ value: JSON, _ directions: Directions) -> Change {
        Change("venues 0 \(key)", value, .venue("v1", field), directions)
    }

    static func request(_ field: Request.Field, _ key: String, _ value: JSON, _ directions: Directions) -> Change {
        Change("requests 0 \(key)", value, .request("r1", field), directions)
    }

    /// What the second edition has.
    static let second: [Change] = [
        Change("requests 0 crowd", "school", .week(.crowds), .other),
        request(.crowd, "crowd", "elderly", .other), request(.department, "department", "jy", .other),
        request(.dropIn, "dropIn", true, .looser), request(.lasts, "lasts", 2, .other),
        request(.payers, "pays", [["fund": "city", "share": 0.5], ["fund": "travel", "share": 0.5]], .other),
        request(.relay, "relay townships", ["t2", "t3"], .looser), request(.relay, "relay most", 1, .tighter),
        request(.relay, "relay wanted", 2, .dearer), request(.relay, "relay value", 6, .cheaper),
        request(.relay, "relay attendance", 21, .other), request(.relay, "relay needs", [], .other),
        request(.relay, "relay venueKinds", [], .looser), request(.relay, "relay equipment", ["pc"], .tighter),
        request(.relay, "relay liveEquipment", [], .looser), request(.relay, "relay cost", 7, .tighter),
        request(.relay, "relay credit", 0.5, .other),
        Change("requests 1 relay", base["requests"]?.array?.first?["relay"] ?? .null, .request("r2", .relay), .other),
        venue(.parallel, "parallel", 2, .looser), venue(.ownership, "owner", "jy", .other),
        venue(.ownership, "lend to", ["*"], .looser), venue(.ownership, "lend to", [], .tighter),
        venue(.ownership, "lend most", 2, .tighter), venue(.ownership, "lend fee", 4, .looser),
        Change("venues 1 owner", "kj", .venue("v2", .ownership), .tighter), member(.ownership, "owner", "kj", .tighter),
        Change("departments 2", ["id": "ny"], .week(.departments), .other),
        Change("funds 1 department", "jy", .fund("travel", .department), .neutral),
        Change("funds 1 department", "jy", .request("r3", .department), .other),
        Change("weights yuan", 3, .weights(.yuan), .dearer),
        Change("series", reversed("series"), .week(.series), .neutral),
        Change("series", [base["series"]?.array?.first ?? .null], .series("s2", .id), .looser),
        Change("series 0 requests", ["r2", "r1"], .series("s1", .requests), .other),
        Change("series 0 same", [], .series("s1", .same), .looser),
        Change("series 0 gap least", 0, .series("s1", .least), .looser),
        Change("series 0 gap", ["least": 1], .series("s1", .most), .looser),
        Change("series 0 all", true, .series("s1", .all), .tighter),
        Change("history", reversed("history"), .week(.history), .neutral),
        Change("history 0 weight", 1, .target("years", .remembered), .cheaper),
        Change("history 0 weight", 1, .cap("again", .remembered), .tighter),
        Change("targets 2 memory", false, .target("years", .memory), .neutral),
        Change("caps 2 memory", false, .cap("again", .memory), .neutral),
        Change("pins 0 sites", [["township": "t2"]], .pin("r1"), [.tighter, .looser]),
    ]

    static let week: [Change] = [
        Change("start", "2025-05-25", .calendar(.dates), .other),
        Change("slots 0 end", "11:30", .calendar(.slots), .other),
        Change("audiences", ["elderly", "youth"], .week(.audiences), .other),
        Change("townships 1 county", "c", .week(.counties), .other),
        Change("requests 0 topic", "robots", .week(.topics), .other),
        Change("requests 0 format", "talk", .week(.formats), .other),
        Change("funds 2", ["id": "town", "limit": 1], .week(.funds), .other),
        Change("townships", reversed("townships"), .week(.townships), .other),
        Change("requests", reversed("requests"), .week(.requests), .other),
        Change("weights km", 0.2, .weights(.km), .dearer),
        Change("weights preference", 4, .weights(.preference), .cheaper),
        Change("weights drop", 6, .weights(.drop), .dearer), Change("weights move", 3, .weights(.move), .dearer),
        Change("weights venue", 2, .weights(.venue), .dearer), Change("weights crew", 0, .weights(.crew), .cheaper),
        Change("travel fund", "city", .travel(.fund), .other),
        Change("travel speedKmh", 60, .travel(.speed), .neutral),
        Change("travel speedKmh", 60, .week(.distances), .looser),
        Change("travel roadFactor", 1.5, .travel(.roadFactor), .neutral),
        Change("travel roadFactor", 1.5, .week(.distances), [.tighter, .dearer]),
        Change("travel bufferMinutes", 9, .travel(.buffer), .neutral),
        Change("travel bufferMinutes", 9, .week(.distances), .tighter),
        Change("travel costPerKm", 2, .travel(.costPerKm), .tighter),
        Change(
            "travel legs", [["from": "t1", "to": "t2", "km": 10, "minutes": 99]], .week(.distances),
            [.looser, .cheaper, .tighter]),
        Change("pins 0", ["request": "r1"], .pin("r1"), [.tighter, .looser]),
        Change("pins 1 start", "2025-05-25.pm", .pin("r2"), [.tighter, .looser]),
        Change("pins 0 venue", "v1", .pin("r1"), [.tighter, .looser]),
        Change("pins 0 crew", ["e1"], .pin("r1"), [.tighter, .looser]),
        Change("pins 1 township", "t2", .pin("r2"), [.tighter, .looser]),
        Change("pins", [["request": "r1", "township": "t1"]], .pin("r2"), .looser),
        Change(
            "pins", reversed("pins"), .week(.pins), .neutral),
    ]

    static let places: [Change] = [
        Change("funds 0 limit", 999, .fund("city", .limit), .tighter),
        Change("townships 1 county", "a", .township("t2", .county), .other),
        Change("townships 0 lat", 35.1, .township("t1", .latitude), .neutral),
        Change("townships 0 lat", 35.1, .week(.distances), [.looser, .cheaper]),
        Change("townships 0 lon", 112.1, .township("t1", .longitude), .neutral),
        Change("townships 0 lon", 112.1, .week(.distances), [.tighter, .dearer]),
        Change("townships 0 population youth", 101, .township("t1", .population), .neutral),
        Change("townships 0 population youth", 101, .target("floor", .thousands), .dearer),
        Change("venues 0 id", "v3", .venue("v3", .id), .looser), venue(.id, "id", "v3", .tighter),
        venue(.township, "township", "t2", .other),
        venue(.kind, "kind", "school", .other), venue(.capacity, "capacity", 80, .tighter),
        venue(.equipment, "equipment", [], .tighter), venue(.equipment, "equipment", ["tv"], [.tighter, .looser]),
        venue(.closed, "closed", ["2025-05-24.am"], .tighter), venue(.cost, "cost", 9, .looser),
        Change("venues", reversed("venues"), .week(.venues), .neutral),
        Change("experts 0 id", "e3", .member("e3", .id), .looser), member(.id, "id", "e3", .tighter),
        member(.base, "base", "t2", .other),
        member(.skills, "skills", ["ai": 2], .tighter), member(.skills, "skills", ["van": 3], [.tighter, .looser]),
        member(.away, "away", ["2025-05-24.am"], .tighter), member(.maxPerDay, "maxPerDay", 1, .tighter),
        member(.maxPerWeek, "maxPerWeek", 4, .looser), member(.maxMinutes, "maxMinutes", 91, .looser),
        member(.fee, "fee", 30, .tighter),
        Change(
            "", base.replacing(["mentors"], by: base["experts"] ?? .null).replacing(["experts"], by: []),
            .member("e1", .pool), .other),
        Change("experts", reversed("experts"), .week(.members), .neutral),
    ]

    static let requests: [Change] = [
        request(.fund, "fund", "travel", .other), request(.audience, "audience", "elderly", .other),

        request(.townships, "townships", ["t1", "t2"], .looser),
        request(.townships, "townships", ["t2"], [.tighter, .looser]),
        Change("requests 1 townships", ["t2", "t1"], .request("r2", .townships), .neutral),
        request(.topic, "topic", "space", .other), request(.format, "format", "contest", .other),
        request(.attendance, "attendance", 41, .other), request(.duration, "duration", 2, .other),
        request(.needs, "needs", [], .other), request(.needs, "needs 0 level", 3, .tighter),
        request(.needs, "needs 0 count", 2, .other), request(.needs, "needs 0 skill", "van", .other),
        request(.needs, "needs 0 pool", "kits", .other), request(.venueKinds, "venueKinds", ["hall"], .tighter),
        request(.equipment, "equipment", ["pc"], .tighter), request(.allowed, "slots", ["2025-05-24.am"], .tighter),
        request(.allowed, "slots", ["2025-05-24.am", "2025-05-24.pm", "2025-05-25.am", "2025-05-25.pm"], .neutral),
        request(.preferred, "preferredSlots", ["2025-05-24.am"], .dearer),
        request(.value, "value", 101, .dearer), request(.cost, "cost", 49, .looser),
        Change("requests 1 after", [], .request("r2", .after), .looser),
    ]

    static let rules: [Change] = [
        Change("targets", reversed("targets"), .week(.targets), .neutral),
        Change("caps", reversed("caps"), .week(.caps), .neutral),
        Change("targets 1 id", "goal", .target("goal", .id), .dearer),
        Change("targets 1 id", "goal", .target("aim", .id), .cheaper),
        Change("targets 1 per", ["county"], .target("aim", .per), .other),
        Change("targets 1 measure", "attendance", .target("aim", .measure), .other),
        Change("targets 1 atLeast", 2, .target("aim", .threshold), .dearer),
        Change("targets 1 weight", 1, .target("aim", .weight), .cheaper),
        Change("targets 0 scaled", false, .target("floor", .scaled), .other),
        Change("targets 1 where", ["township": ["t1"]], .target("aim", .filters), .other),
        Change("targets 1 where", ["date": ["2025-05-24"]], .target("aim", .values), .other),
        Change("caps 0 id", "top", .cap("top", .id), .tighter), Change("caps 1 id", "top", .cap("top", .id), .dearer),
        Change("caps 0 atMost", 70, .cap("lid", .threshold), .tighter),
        Change("caps 1 atMost", 4, .cap("rim", .threshold), .cheaper),
        Change("caps 0 weight", 9, .cap("lid", .weight), .looser),
        Change("caps 1 weight", 9, .cap("rim", .weight), .dearer),
    ]
}

extension JSON {
    /// The same with another value at a path of keys and positions; the one behind the last makes a list longer.
    fileprivate func replacing(_ path: ArraySlice<String>, by value: JSON) -> JSON {
        guard let step = path.first else { return value }
        if let position = Int(step), var items = array {
            if position == items.count { items.append(.null) }
            items[position] = items[position].replacing(path.dropFirst(), by: value)
            return .array(items)
        }
        var fields = object ?? JSONObject([])
        fields[step] = (fields[step] ?? .object(JSONObject([]))).replacing(path.dropFirst(), by: value)
        return .object(fields)
    }
}

@Suite("What differs between two weeks")
struct WeekDifferenceTests {
    @Test(
        "every property that a plan could hang on is told with its direction, and the way back with the reverse",
        arguments: Change.week + Change.places + Change.requests + Change.rules + Change.second)
    fileprivate func found(_ change: Change) throws {
        let (before, after) = (try Week(document: base), try change.edited)
        let (there, back) = (before.differences(to: after), after.differences(to: before))
        #expect(union(there.filter { $0.aspect == change.aspect }) == change.directions, "\(there)")
        #expect(union(back) == union(there).reversed)
        #expect(!after.saysTheSame(as: before))
    }

    private func union(_ differences: [WeekDifference]) -> Directions {
        differences.reduce(into: []) { $0.formUnion($1.directions) }
    }

    @Test(
        "names, titles and unknown fields are no difference",
        arguments: [
            "id", "title", "funds 0 name", "townships 0 name", "venues 0 name", "experts 0 name", "requests 0 title",
            "requests 0 note", "note", "departments 0 name", "departments 0 code", "series 0 title",
        ])
    func meaningless(_ path: String) throws {
        let edited = try Change(path, "another", .week(.title), []).edited
        #expect(try Week(document: base).differences(to: edited).isEmpty)
        #expect(edited.document != base)
    }

    @Test("what numbers everything else is told alone")
    func frame() throws {
        let edited = try Week(document: WeekEdits.apply([["op": "withdraw", "request": "r3"]], to: base))
        let differences = try Week(document: base).differences(to: edited)
        #expect(differences == [WeekDifference(aspect: .week(.requests), directions: .other)])
    }

    @Test("a week of another edition is another week")
    func edition() throws {
        let first = try HandWeek.week()
        let second = try HandWeek.week(("format", "caravan-week/2"))
        #expect(first.differences(to: second) == [WeekDifference(aspect: .week(.edition), directions: .other)])
    }

    /// A stored property that is new fails here until its type's `Field` names it; then the compiler asks for its comparison,
    /// and this test for a change of it above, unless it is among those that mean nothing by themselves.
    @Test("every stored property of a week's types is compared")
    func exhaustive() throws {
        let week = try Week(document: base)
        expectCompared(
            week,
            meaningless: [
                Week.Field.document, .id, .title, .timezone, .townshipNumbers, .venueNumbers, .memberNumbers,
                .requestNumbers, .fundNumbers, .departmentNumbers,
            ], inParts: [.edition, .calendar, .weights, .travel])
        expectCompared(try #require(week.departments.first), meaningless: [Department.Field.id, .name, .code, .county])
        expectCompared(try #require(week.series.first), meaningless: [Series.Field.title])
        expectCompared(week.calendar, meaningless: [SlotCalendar.Field.numbers])
        expectCompared(try #require(week.funds.first), meaningless: [Fund.Field.id, .name, .source])
        expectCompared(try #require(week.townships.first), meaningless: [Township.Field.id, .name])
        expectCompared(try #require(week.venues.first), meaningless: [Venue.Field.name])
        expectCompared(try #require(week.members.first), meaningless: [Member.Field.name])
        expectCompared(try #require(week.requests.first), meaningless: [Request.Field.id, .title])
        for rule in [week.targets.first, week.caps.first] {
            expectCompared(try #require(rule), meaningless: [CoverageRule.Field.groupCount])
        }
        expectCompared(week.weights, meaningless: [Weights.Field]())
        expectCompared(week.travel, meaningless: [Travel.Field]())
        expectNamed(Need.Field.self, storedBy: try #require(week.requests.first?.needs.first))
        expectNamed(Relay.Field.self, storedBy: try #require(week.requests.first?.relay))
        expectNamed(Ownership.Field.self, storedBy: try #require(week.venues.first?.ownership))
        expectNamed(Lending.Field.self, storedBy: try #require(week.venues.first?.ownership?.lending))
        expectNamed(Pin.Field.self, storedBy: try #require(week.pins.first))
        let relayed = try Change("pins 0 sites", [["township": "t2"]], .pin("r1"), []).edited
        expectNamed(PinnedSite.Field.self, storedBy: try #require(relayed.pins.first?.sites.first))
        expectNamed(Leg.Field.self, storedBy: week.distances.leg(0, 1))
    }

    private func expectCompared<Field: RawRepresentable<String> & CaseIterable & Hashable>(
        _ value: Any, meaningless: [Field], inParts: [Field] = []
    ) {
        expectNamed(Field.self, storedBy: value)
        let told = Set(
            (Change.week + Change.places + Change.requests + Change.rules + Change.second).map {
                Field.named(by: $0.aspect)
            })
        for field in Field.allCases where !meaningless.contains(field) && !inParts.contains(field) {
            #expect(told.contains(field.rawValue), "no change of \(type(of: value)).\(field) is tried")
        }
    }

    private func expectNamed<Field: RawRepresentable<String> & CaseIterable>(_: Field.Type, storedBy value: Any) {
        let stored = Mirror(reflecting: value).children.compactMap(\.label)
        #expect(Set(stored) == Set(Field.allCases.map(\.rawValue)), "\(type(of: value))")
    }
}

extension RawRepresentable<String> {
    /// The name of the field of this type that an aspect speaks of, nil if it speaks of another type.
    fileprivate static func named(by aspect: WeekDifference.Aspect) -> String? {
        Mirror(reflecting: aspect).children.lazy
            .compactMap { ($0.value as? Self) ?? ($0.value as? (String, Self))?.1 }.first?.rawValue
    }
}
