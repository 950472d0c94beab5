// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanCore
import CaravanLanguage

/// Why a request has a session or none, as `EXPLAIN` tells it.
public struct ExplanationRecord: ProtocolRecord {
    /// How many options a rule rules out.
    public struct RuleCount: ProtocolRecord {
        public var rule = ""
        public var ruledOut = 0

        public init() {}

        public static let fields: [RecordField<RuleCount>] = [
            .field("rule", \.rule, "the rule"), .field("ruledOut", \.ruledOut, "options that it rules out"),
        ]
    }

    public var request = ""
    public var title: String?
    public var held = false
    public var code = ""
    public var reason: Bilingual?
    public var value = 0.0
    public var options: Int?
    public var rules: [RuleCount]?
    public var change: Double?
    public var nearest: [JSON]?
    public var remedies: [JSON]?
    public var alternatives: [PlacementRecord]?
    public var contribution: JSON?
    public var session: Session?

    public init() {}

    public static let fields: [RecordField<ExplanationRecord>] = [
        .field("request", \.request, "identifier"), .optional("title", \.title, "its title"),
        .field("held", \.held, "whether it has a session"),
        .field("code", \.code, "what stands in the way, see below; `held` where it has a session"),
        .text("reason", \.reason, "one line"), .field("value", \.value, "points lost while it is not held"),
        .optional("options", \.options, "how many options there are: township × start × venue"),
        .optional(
            "rules", \.rules,
            "`{\"rule\",\"ruledOut\"}`: how many options each rule rules out, in the order of the rules; the plan's sessions "
                + "count only against options that the week leaves"),
        .optional("change", \.change, "where it fits: change of the objective with its best session, points"),
        .optional("nearest", \.nearest, "places that the fewest things block, see below"),
        .optional("remedies", \.remedies, "smallest sets of changes that would let it in, see below"),
        .optional(
            "alternatives", \.alternatives,
            "the best placements that it could have with nothing else moved, as in `SUGGEST`"),
        .optional(
            "contribution", \.contribution,
            "`{\"delta\",\"terms\",\"followers\"}`: how the objective changes without its session, and without those of the "
                + "requests that wait for it"),
        .optional("session", \.session, "its session, where it has one"),
    ]
}

/// A demand or limit that takes part in a contradiction, as `EXPLAIN`, and a solve that is infeasible, tell it.
public struct ContradictionRecord: ProtocolRecord {
    public var kind = ""
    public var id: String?
    public var rule: String?
    public var text: Bilingual?
    public var requests: [String]?
    public var titles: [String]?
    public var member: String?
    public var venue: String?
    public var township: String?
    public var audience: String?
    public var slot: String?
    public var date: String?
    public var fund: String?
    public var cap: String?
    public var title: String?
    public var code: String?
    public var remedies: [JSON]?

    public init() {}

    public static let fields: [RecordField<ContradictionRecord>] = [
        .field(
            "kind", \.kind, "`clash` (what they cannot share), `pin`, `frozen`, `awaited`, `fund`, `cap` or `other`"),
        .optional("id", \.id, "identifier of the request, fund or cap; a clash has none"),
        .optional("rule", \.rule, "`H8` to `H12`; of a clash the rule that it breaks"),
        .text("text", \.text, "it as a line"),
        .optional("requests", \.requests, "of a clash: identifiers of the requests"),
        .optional("titles", \.titles, "of a clash: their titles"),
        .optional("member", \.member, "of a clash: what it is about"),
        .optional("venue", \.venue, "the same"), .optional("township", \.township, "the same"),
        .optional("audience", \.audience, "the same"), .optional("slot", \.slot, "the same"),
        .optional("date", \.date, "the same"),
        .optional("fund", \.fund, "the same"), .optional("cap", \.cap, "the same"),
        .optional("title", \.title, "of a demand: the title of its request"),
        .optional("code", \.code, "of a pin that by itself cannot be kept: why, as below"),
        .optional(
            "remedies", \.remedies,
            "changes that help: `{\"text\",\"textZh\",\"edits\",\"whole\"}`; each was tried, and with `whole` everything that is "
                + "pinned can be held then"),
    ]
}

/// A session that a request could have, as `SUGGEST` and `EXPLAIN` tell it.
public struct PlacementRecord: ProtocolRecord {
    /// A session that makes room.
    public struct Move: ProtocolRecord {
        public var request = ""
        public var from: Session?
        public var to: Session?
        public var dropped: Bool?

        public init() {}

        public static let fields: [RecordField<Move>] = [
            .field("request", \.request, "identifier"), .optional("from", \.from, "its session before"),
            .optional("to", \.to, "its session after"), .optional("dropped", \.dropped, "`true` in the place of `to`"),
        ]
    }

    public var start = ""
    public var township = ""
    public var venue = ""
    public var crew: [String] = []
    public var delta = 0.0
    public var terms = JSONObject()
    public var yuan = 0.0
    public var funds = JSONObject()
    public var moves: [Move]?

    public init() {}

    public static let fields: [RecordField<PlacementRecord>] = [
        .field("start", \.start, "slot instance"), .field("township", \.township, "identifier"),
        .field("venue", \.venue, "identifier"), .field("crew", \.crew, "identifiers"),
        .field("delta", \.delta, "change of the objective; negative is better"),
        .field("terms", \.terms, "its change by term, as in a plan document"),
        .field("yuan", \.yuan, "charged by the session and by the trips that it alone makes necessary"),
        .field("funds", \.funds, "the same by fund; funds that pay nothing are left out"),
        .optional(
            "moves", \.moves,
            "with `moves=1`: the sessions that make room, `{\"request\",\"from\",\"to\"}`, or with `\"dropped\":true` in the "
                + "place of `to`; absent where nothing else is moved"),
    ]
}

/// A request whose placements make a model too large.
public struct LargeRequestRecord: ProtocolRecord {
    public var request = ""
    public var title = ""
    public var townships = 0
    public var placements = 0.0
    public var choices = 0.0
    public var megabytes = 0.0

    public init() {}

    public static let fields: [RecordField<LargeRequestRecord>] = [
        .field("request", \.request, "identifier"), .field("title", \.title, "its title"),
        .field("townships", \.townships, "in how many it may be held"),
        .field("placements", \.placements, "pairs of township and start"),
        .field("choices", \.choices, "venues and members to choose from, over all of them"),
        .field("megabytes", \.megabytes, "what they take"),
    ]
}
