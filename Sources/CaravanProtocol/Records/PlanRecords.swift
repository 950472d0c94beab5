// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanCore
import CaravanLanguage
import Foundation

/// A plan version, as `PLANS` shows it.
public struct PlanListing: ProtocolRecord {
    public var version = 0
    public var revision = 0
    public var baseline: Int?
    public var origin = ""
    public var job: Int?
    public var created = Date.distantPast
    public var sessions = 0
    public var unserved = 0
    public var objective: Double?
    public var bound: Double?
    public var gap: Double?
    public var status: String?
    public var published = false
    public var stale: Int?
    public var violations: Int?
    public var damaged: Bool?

    public init() {}

    public static let fields: [RecordField<PlanListing>] = [
        .field("version", \.version, "number, from 1 on"),
        .field("revision", \.revision, "revision of the week that it was made for"),
        .optional("baseline", \.baseline, "version that it was made against, absent if none"),
        .field("origin", \.origin, "`solve`, `replan` or `adopt`"),
        .optional("job", \.job, "the job that made it, absent if none"),
        .field("created", \.created, "when, ISO 8601 in UTC"), .field("sessions", \.sessions, "sessions held"),
        .field("unserved", \.unserved, "requests without a session"), .optional("objective", \.objective, "points"),
        .optional("bound", \.bound, "proven bound"), .optional("gap", \.gap, "proven gap"),
        .optional("status", \.status, "`optimal` or `feasible`"),
        .field("published", \.published, "whether it is the published one"),
        .optional(
            "stale", \.stale,
            "sessions that no longer stand, where the plan breaks rules of the week as it is now; absent where it keeps "
                + "them all"),
        .optional("violations", \.violations, "how many breaches that are; absent where there are none"),
        .optional("damaged", \.damaged, "`true` where the document is damaged on disk and not shown, else absent"),
    ]
}

/// A rule that a plan breaks, as `CHECK`, `ADOPT` and `PUBLISH` tell it.
public struct ViolationRecord: ProtocolRecord {
    public var rule = ""
    public var message: Bilingual?
    public var request: String?

    public init() {}

    public static let fields: [RecordField<ViolationRecord>] = [
        .field("rule", \.rule, "`H1`…`H12`, or `plan` where the document says something wrong of itself"),
        .text("message", \.message, "what is wrong"),
        .optional("request", \.request, "the request concerned, where it is one"),
    ]
}

/// How firmly a session is promised, as `COMMITMENTS` shows it.
public struct CommitmentRecord: ProtocolRecord {
    public var request = ""
    public var title: String?
    public var state = ""
    public var marked: Date?
    public var version: Int?
    public var start: String?
    public var township: String?
    public var venue: String?
    public var crew: [String]?

    public init() {}

    public static let fields: [RecordField<CommitmentRecord>] = [
        .field("request", \.request, "identifier"), .optional("title", \.title, "its title"),
        .field("state", \.state, "its mark, else `published` in the published plan and `draft` in any other"),
        .optional("marked", \.marked, "when it was marked, ISO 8601 in UTC; absent where nobody marked it"),
        .optional("version", \.version, "the version that was meant then"),
        .optional("start", \.start, "its slot instance; absent where it has no session"),
        .optional("township", \.township, "identifier"), .optional("venue", \.venue, "identifier"),
        .optional("crew", \.crew, "identifiers"),
    ]
}
