@testable import CaravanCore

/// A change of the week's document, and one of the differences that come of it.
struct WeekChange: CustomStringConvertible {
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

    var edited: Week { get throws { try Week(document: FullWeek.document.replacing(path[...], by: value)) } }

    static func reversed(_ list: String) -> JSON { .array((FullWeek.document[list]?.array ?? []).reversed()) }

    static func member(_ field: Member.Field, _ key: String, _ value: JSON, _ directions: Directions) -> WeekChange {
        WeekChange("experts 0 \(key)", value, .member("e1", field), directions)
    }

    static func venue(_ field: Venue.Field, _ key: String, _ value: JSON, _ directions: Directions) -> WeekChange {
        WeekChange("venues 0 \(key)", value, .venue("v1", field), directions)
    }

    static func request(_ field: Request.Field, _ key: String, _ value: JSON, _ directions: Directions) -> WeekChange {
        WeekChange("requests 0 \(key)", value, .request("r1", field), directions)
    }

    /// What the second edition has.
    static let second: [WeekChange] = [
        WeekChange("requests 0 crowd", "school", .week(.crowds), .other),
        request(.crowd, "crowd", "elderly", .other), request(.department, "department", "jy", .other),
        request(.dropIn, "dropIn", true, .looser), request(.lasts, "lasts", 2, .other),
        request(.payers, "pays", [["fund": "city", "share": 0.5], ["fund": "travel", "share": 0.5]], .other),
        request(.relay, "relay townships", ["t2", "t3"], .looser), request(.relay, "relay most", 1, .tighter),
        request(.relay, "relay wanted", 2, .dearer), request(.relay, "relay value", 6, .cheaper),
        request(.relay, "relay attendance", 21, .other), request(.relay, "relay needs", [], .other),
        request(.relay, "relay venueKinds", [], .looser), request(.relay, "relay equipment", ["pc"], .tighter),
        request(.relay, "relay liveEquipment", [], .looser), request(.relay, "relay cost", 7, .tighter),
        request(.relay, "relay credit", 0.5, .other),
        WeekChange(
            "requests 1 relay", FullWeek.document["requests"]?.array?.first?["relay"] ?? .null, .request("r2", .relay),
            .other),
        venue(.parallel, "parallel", 2, .looser), venue(.ownership, "owner", "jy", .other),
        venue(.ownership, "lend to", ["*"], .looser), venue(.ownership, "lend to", [], .tighter),
        venue(.ownership, "lend most", 2, .tighter), venue(.ownership, "lend fee", 4, .looser),
        WeekChange("venues 1 owner", "kj", .venue("v2", .ownership), .tighter),
        member(.ownership, "owner", "kj", .tighter),
        WeekChange("departments 2", ["id": "ny"], .week(.departments), .other),
        WeekChange("funds 1 department", "jy", .fund("travel", .department), .neutral),
        WeekChange("funds 1 department", "jy", .request("r3", .department), .other),
        WeekChange("weights yuan", 3, .weights(.yuan), .dearer),
        WeekChange("series", reversed("series"), .week(.series), .neutral),
        WeekChange("series", [FullWeek.document["series"]?.array?.first ?? .null], .series("s2", .id), .looser),
        WeekChange("series 0 requests", ["r2", "r1"], .series("s1", .requests), .other),
        WeekChange("series 0 same", [], .series("s1", .same), .looser),
        WeekChange("series 0 gap least", 0, .series("s1", .least), .looser),
        WeekChange("series 0 gap", ["least": 1], .series("s1", .most), .looser),
        WeekChange("series 0 all", true, .series("s1", .all), .tighter),
        WeekChange("history", reversed("history"), .week(.history), .neutral),
        WeekChange("history 0 weight", 1, .target("years", .remembered), .cheaper),
        WeekChange("history 0 weight", 1, .cap("again", .remembered), .tighter),
        WeekChange("targets 2 memory", false, .target("years", .memory), .neutral),
        WeekChange("caps 2 memory", false, .cap("again", .memory), .neutral),
        WeekChange("pins 0 sites", [["township": "t2"]], .pin("r1"), [.tighter, .looser]),
    ]

    static let week: [WeekChange] = [
        WeekChange("start", "2025-05-25", .calendar(.dates), .other),
        WeekChange("slots 0 end", "11:30", .calendar(.slots), .other),
        WeekChange("audiences", ["elderly", "youth"], .week(.audiences), .other),
        WeekChange("townships 1 county", "c", .week(.counties), .other),
        WeekChange("requests 0 topic", "robots", .week(.topics), .other),
        WeekChange("requests 0 format", "talk", .week(.formats), .other),
        WeekChange("funds 2", ["id": "town", "limit": 1], .week(.funds), .other),
        WeekChange("townships", reversed("townships"), .week(.townships), .other),
        WeekChange("requests", reversed("requests"), .week(.requests), .other),
        WeekChange("weights km", 0.2, .weights(.km), .dearer),
        WeekChange("weights preference", 4, .weights(.preference), .cheaper),
        WeekChange("weights drop", 6, .weights(.drop), .dearer),
        WeekChange("weights move", 3, .weights(.move), .dearer),
        WeekChange("weights venue", 2, .weights(.venue), .dearer),
        WeekChange("weights crew", 0, .weights(.crew), .cheaper),
        WeekChange("travel fund", "city", .travel(.fund), .other),
        WeekChange("travel speedKmh", 60, .travel(.speed), .neutral),
        WeekChange("travel speedKmh", 60, .week(.distances), .looser),
        WeekChange("travel roadFactor", 1.5, .travel(.roadFactor), .neutral),
        WeekChange("travel roadFactor", 1.5, .week(.distances), [.tighter, .dearer]),
        WeekChange("travel bufferMinutes", 9, .travel(.buffer), .neutral),
        WeekChange("travel bufferMinutes", 9, .week(.distances), .tighter),
        WeekChange("travel costPerKm", 2, .travel(.costPerKm), .tighter),
        WeekChange(
            "travel legs", [["from": "t1", "to": "t2", "km": 10, "minutes": 99]], .week(.distances),
            [.looser, .cheaper, .tighter]),
        WeekChange("pins 0", ["request": "r1"], .pin("r1"), [.tighter, .looser]),
        WeekChange("pins 1 start", "2025-05-25.pm", .pin("r2"), [.tighter, .looser]),
        WeekChange("pins 0 venue", "v1", .pin("r1"), [.tighter, .looser]),
        WeekChange("pins 0 crew", ["e1"], .pin("r1"), [.tighter, .looser]),
        WeekChange("pins 1 township", "t2", .pin("r2"), [.tighter, .looser]),
        WeekChange("pins", [["request": "r1", "township": "t1"]], .pin("r2"), .looser),
        WeekChange(
            "pins", reversed("pins"), .week(.pins), .neutral),
    ]

    static let places: [WeekChange] = [
        WeekChange("funds 0 limit", 999, .fund("city", .limit), .tighter),
        WeekChange("townships 1 county", "a", .township("t2", .county), .other),
        WeekChange("townships 0 lat", 35.1, .township("t1", .latitude), .neutral),
        WeekChange("townships 0 lat", 35.1, .week(.distances), [.looser, .cheaper]),
        WeekChange("townships 0 lon", 112.1, .township("t1", .longitude), .neutral),
        WeekChange("townships 0 lon", 112.1, .week(.distances), [.tighter, .dearer]),
        WeekChange("townships 0 population youth", 101, .township("t1", .population), .neutral),
        WeekChange("townships 0 population youth", 101, .target("floor", .thousands), .dearer),
        WeekChange("venues 0 id", "v3", .venue("v3", .id), .looser), venue(.id, "id", "v3", .tighter),
        venue(.township, "township", "t2", .other),
        venue(.kind, "kind", "school", .other), venue(.capacity, "capacity", 80, .tighter),
        venue(.equipment, "equipment", [], .tighter), venue(.equipment, "equipment", ["tv"], [.tighter, .looser]),
        venue(.closed, "closed", ["2025-05-24.am"], .tighter), venue(.cost, "cost", 9, .looser),
        WeekChange("venues", reversed("venues"), .week(.venues), .neutral),
        WeekChange("experts 0 id", "e3", .member("e3", .id), .looser), member(.id, "id", "e3", .tighter),
        member(.base, "base", "t2", .other),
        member(.skills, "skills", ["ai": 2], .tighter), member(.skills, "skills", ["van": 3], [.tighter, .looser]),
        member(.away, "away", ["2025-05-24.am"], .tighter), member(.maxPerDay, "maxPerDay", 1, .tighter),
        member(.maxPerWeek, "maxPerWeek", 4, .looser), member(.maxMinutes, "maxMinutes", 91, .looser),
        member(.fee, "fee", 30, .tighter),
        WeekChange(
            "",
            FullWeek.document.replacing(["mentors"], by: FullWeek.document["experts"] ?? .null).replacing(
                ["experts"], by: []),
            .member("e1", .pool), .other),
        WeekChange("experts", reversed("experts"), .week(.members), .neutral),
    ]

    static let requests: [WeekChange] = [
        request(.fund, "fund", "travel", .other), request(.audience, "audience", "elderly", .other),

        request(.townships, "townships", ["t1", "t2"], .looser),
        request(.townships, "townships", ["t2"], [.tighter, .looser]),
        WeekChange("requests 1 townships", ["t2", "t1"], .request("r2", .townships), .neutral),
        request(.topic, "topic", "space", .other), request(.format, "format", "contest", .other),
        request(.attendance, "attendance", 41, .other), request(.duration, "duration", 2, .other),
        request(.needs, "needs", [], .other), request(.needs, "needs 0 level", 3, .tighter),
        request(.needs, "needs 0 count", 2, .other), request(.needs, "needs 0 skill", "van", .other),
        request(.needs, "needs 0 pool", "kits", .other), request(.venueKinds, "venueKinds", ["hall"], .tighter),
        request(.equipment, "equipment", ["pc"], .tighter), request(.allowed, "slots", ["2025-05-24.am"], .tighter),
        request(.allowed, "slots", ["2025-05-24.am", "2025-05-24.pm", "2025-05-25.am", "2025-05-25.pm"], .neutral),
        request(.preferred, "preferredSlots", ["2025-05-24.am"], .dearer),
        request(.value, "value", 101, .dearer), request(.cost, "cost", 49, .looser),
        WeekChange("requests 1 after", [], .request("r2", .after), .looser),
    ]

    static let rules: [WeekChange] = [
        WeekChange("targets", reversed("targets"), .week(.targets), .neutral),
        WeekChange("caps", reversed("caps"), .week(.caps), .neutral),
        WeekChange("targets 1 id", "goal", .target("goal", .id), .dearer),
        WeekChange("targets 1 id", "goal", .target("aim", .id), .cheaper),
        WeekChange("targets 1 per", ["county"], .target("aim", .per), .other),
        WeekChange("targets 1 measure", "attendance", .target("aim", .measure), .other),
        WeekChange("targets 1 atLeast", 2, .target("aim", .threshold), .dearer),
        WeekChange("targets 1 weight", 1, .target("aim", .weight), .cheaper),
        WeekChange("targets 0 scaled", false, .target("floor", .scaled), .other),
        WeekChange("targets 1 where", ["township": ["t1"]], .target("aim", .filters), .other),
        WeekChange("targets 1 where", ["date": ["2025-05-24"]], .target("aim", .values), .other),
        WeekChange("caps 0 id", "top", .cap("top", .id), .tighter),
        WeekChange("caps 1 id", "top", .cap("top", .id), .dearer),
        WeekChange("caps 0 atMost", 70, .cap("lid", .threshold), .tighter),
        WeekChange("caps 1 atMost", 4, .cap("rim", .threshold), .cheaper),
        WeekChange("caps 0 weight", 9, .cap("lid", .weight), .looser),
        WeekChange("caps 1 weight", 9, .cap("rim", .weight), .dearer),
    ]
}
