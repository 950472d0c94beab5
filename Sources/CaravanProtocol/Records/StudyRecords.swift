// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanCore
import CaravanLanguage

/// What a copy of a week comes to beside the unedited one, as `WHATIF` and `CRITICAL` tell it.
public struct ComparisonRecord: ProtocolRecord {
    /// What a group gets more or less.
    public struct Group: ProtocolRecord {
        public var township: String?
        public var audience: String?
        public var sessions = 0
        public var attendance = 0.0

        public init() {}

        public static let fields: [RecordField<Group>] = [
            .optional("township", \.township, "identifier"), .optional("audience", \.audience, "identifier"),
            .field("sessions", \.sessions, "how many more"), .field("attendance", \.attendance, "people more"),
        ]
    }

    /// What a fund pays.
    public struct Fund: ProtocolRecord {
        public var fund = ""
        public var charged = 0.0
        public var limit = 0.0
        public var change = 0.0

        public init() {}

        public static let fields: [RecordField<Fund>] = [
            .field("fund", \.fund, "identifier"), .field("charged", \.charged, "yuan"),
            .field("limit", \.limit, "yuan"),
            .field("change", \.change, "yuan more than in the base"),
        ]
    }

    public var objective = 0.0
    public var bound = 0.0
    public var gap = 0.0
    public var delta = 0.0
    public var deltaLow = 0.0
    public var deltaHigh = 0.0
    public var sign = ""
    public var relation = ""
    public var held = 0
    public var unserved: [String] = []
    public var gained: [String] = []
    public var lost: [String] = []
    public var terms = JSONObject()
    public var coverage: [Group] = []
    public var audiences: [Group] = []
    public var money: [Fund] = []

    public init() {}

    public static let fields: [RecordField<ComparisonRecord>] = [
        .field("objective", \.objective, "points"), .field("bound", \.bound, "proven lower bound, points"),
        .field("gap", \.gap, "(objective − bound) / max(1, |objective|)"),
        .field("delta", \.delta, "difference to the base's objective, points, as far as the bracket allows it"),
        .field("deltaLow", \.deltaLow, "the optimum changes by no less, points"),
        .field("deltaHigh", \.deltaHigh, "the optimum changes by no more, points"),
        .field("sign", \.sign, "`better`, `worse` or `same` where proven, else `undecided`"),
        .field(
            "relation", \.relation, "what the edits do to the plans: `same`, `restriction`, `relaxation` or `other`"),
        .field("held", \.held, "how many sessions"),
        .field("unserved", \.unserved, "requests without a session, by id"),
        .field("gained", \.gained, "requests held here and not in the base"),
        .field("lost", \.lost, "requests held in the base and not here"), .field("terms", \.terms, "objective by term"),
        .field(
            "coverage", \.coverage,
            "`{\"township\",\"sessions\",\"attendance\"}`: differences to the base, only townships that differ"),
        .field("audiences", \.audiences, "the same by `audience`"),
        .field("money", \.money, "`{\"fund\",\"charged\",\"limit\",\"change\"}` of every fund, yuan"),
    ]
}

/// Why a copy of a week has no figures.
public struct StudyErrorRecord: ProtocolRecord {
    public var code = ""
    public var edit: Int?
    public var message: Bilingual?

    public init() {}

    public static let fields: [RecordField<StudyErrorRecord>] = [
        .field("code", \.code, "code of the error"),
        .optional("edit", \.edit, "number of the edit that is refused, from 0"),
        .text("message", \.message, "the reason"),
    ]

    static let content =
        "`{\"code\",\"edit\",\"message\",\"messageZh\"}` in place of all figures: an edit refused (`edit`: its number, from 0), "
        + "or no plan"
}

/// A scenario of `WHATIF`.
public struct ScenarioRecord: ProtocolRecord {
    public var name = ""
    public var number = 0
    public var figures: ComparisonRecord?
    public var error: StudyErrorRecord?

    public init() {}

    public static let fields = names + RecordField<ScenarioRecord>.all(of: \.figures) + [error]

    private static let names: [RecordField<ScenarioRecord>] = [
        .field("name", \.name, "name of the scenario"),
        .field("number", \.number, "its number in the body, from 1; 0 for the base"),
    ]
    private static let error = RecordField<ScenarioRecord>.optional("error", \.error, StudyErrorRecord.content)
}

/// The loss of a resource, as `CRITICAL` tells it.
public struct LossRecord: ProtocolRecord {
    public var resource = ""
    public var name = ""
    public var pool = ""
    public var number = 0
    public var sessions = 0
    public var figures: ComparisonRecord?
    public var error: StudyErrorRecord?

    public init() {}

    public static let fields = names + RecordField<LossRecord>.all(of: \.figures) + [error]

    private static let names: [RecordField<LossRecord>] = [
        .field("resource", \.resource, "identifier"), .field("name", \.name, "its name"),
        .field("pool", \.pool, "`experts`, `mentors`, `kits` or `venues`"),
        .field("number", \.number, "its number in the order of the week, from 1"),
        .field("sessions", \.sessions, "how many sessions of the base's plan use it"),
    ]
    private static let error = RecordField<LossRecord>.optional("error", \.error, StudyErrorRecord.content)
}

/// Who could step in for a member of a session, as `CRITICAL standby=yes` tells it.
public struct StandbyRecord: ProtocolRecord {
    public var request = ""
    public var start = ""
    public var member = ""
    public var choices = 0
    public var substitute: String?
    public var points: Double?
    public var yuan: Double?

    public init() {}

    public static let fields: [RecordField<StandbyRecord>] = [
        .field("request", \.request, "the session's request"), .field("start", \.start, "slot instance"),
        .field("member", \.member, "who may be lost"),
        .field("choices", \.choices, "how many could step in with everything else as it is"),
        .optional("substitute", \.substitute, "who adds the fewest points, then yuan; absent where nobody can"),
        .optional("points", \.points, "what that changes"),
        .optional("yuan", \.yuan, "what that changes in fees and trips"),
    ]
}

/// A limit of a fund, as `CURVE` tells it.
public struct CurveRecord: ProtocolRecord {
    public var limit = 0.0
    public var objective = 0.0
    public var bound = 0.0
    public var gap = 0.0
    public var charged = 0.0
    public var held = 0
    public var attendance = 0.0
    public var reached = 0
    public var shortfallPoints = 0.0
    public var lost: [String] = []
    public var gained: [String] = []

    public init() {}

    public static let fields: [RecordField<CurveRecord>] = [
        .field("limit", \.limit, "yuan"), .field("objective", \.objective, "points"),
        .field("bound", \.bound, "proven lower bound, points"),
        .field("gap", \.gap, "(objective − bound) / max(1, |objective|)"),
        .field("charged", \.charged, "yuan that the plan charges the fund"),
        .field("held", \.held, "how many sessions"),
        .field("attendance", \.attendance, "people expected at them"),
        .field("reached", \.reached, "townships with at least one"),
        .field("shortfallPoints", \.shortfallPoints, "points of target shortfalls"),
        .field("lost", \.lost, "requests held with the next larger limit and not here"),
        .field("gained", \.gained, "the other way round"),
    ]
}

/// A request that goes as the fund of a `CURVE` shrinks.
public struct CurveDropRecord: ProtocolRecord {
    public var request = ""
    public var title = ""
    public var value = 0.0
    public var goesAt = 0.0

    public init() {}

    public static let fields: [RecordField<CurveDropRecord>] = [
        .field("request", \.request, "identifier"), .field("title", \.title, "its title"),
        .field("value", \.value, "points lost without it"),
        .field("goesAt", \.goesAt, "the largest limit with which it is not held, nor with any smaller one, yuan"),
    ]
}

/// What one more of something is worth, as `WORTH` tells it.
public struct WorthRecord: ProtocolRecord {
    public var kind = ""
    public var pool: String?
    public var skill: String?
    public var county: String?
    public var date: String?
    public var venue: String?
    public var township: String?
    public var slot: String?
    public var fund: String?
    public var unit = ""
    public var request: String?
    public var points = 0.0
    public var text: Bilingual?

    public init() {}

    public static let fields: [RecordField<WorthRecord>] = [
        .field("kind", \.kind, "`skill`, `venue` or `fund`"),
        .optional("pool", \.pool, "skill: `experts`, `mentors` or `kits`"), .optional("skill", \.skill, "skill"),
        .optional("county", \.county, "skill: the county where it would be at hand"),
        .optional("date", \.date, "skill: the date"), .optional("venue", \.venue, "venue: identifier"),
        .optional("township", \.township, "venue: its township"), .optional("slot", \.slot, "venue: slot instance"),
        .optional("fund", \.fund, "fund: identifier"), .field("unit", \.unit, "`hour`, `session` or `1000 yuan`"),
        .optional("request", \.request, "skill: the request that it would serve best"),
        .field("points", \.points, "what one unit more is worth at most"), .text("text", \.text, "a line for people"),
    ]
}
