// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CaravanCore
import CaravanLanguage
import Foundation

/// A job with what it tells, as `JOBS` and `JOB` show it.
public struct JobListing: ProtocolRecord {
    public var job = 0
    public var week = ""
    public var revision = 0
    public var kind = ""
    public var state = ""
    public var position: Int?
    public var submitted = Date.distantPast
    public var started: Date?
    public var ended: Date?
    public var parameters: JSONObject?
    public var seconds = 0.0
    public var phase: String?
    public var waiting: Bilingual?
    public var objective: Double?
    public var bound: Double?
    public var gap: Double?
    public var version: Int?
    public var status: String?
    public var termination: String?
    public var error: String?
    public var message: Bilingual?

    public init() {}

    public static let fields: [RecordField<JobListing>] = [
        .field("job", \.job, "number"), .field("week", \.week, "identifier"),
        .field("revision", \.revision, "revision of the week that it solves"),
        .field("kind", \.kind, "`solve`, `replan`, `preview`, `frontier`, `whatif`, `critical`, `curve` or `worth`"),
        .field(
            "state", \.state,
            "`queued`, `running`, `done`, `failed`, `cancelled`, or `interrupted`: the daemon ended before the job"),
        .optional("position", \.position, "place in the queue from 1 on, while it is queued"),
        .field("submitted", \.submitted, "when it came, ISO 8601 in UTC"),
        .optional("started", \.started, "when it began to run"), .optional("ended", \.ended, "when it ended"),
        .optional(
            "parameters", \.parameters,
            "`{limit, gap, seed, work, baseline, commitments, freeze, edits}`: what it was asked for; `limit` is absent where "
                + "steps are counted, the last five if none"),
        .field("seconds", \.seconds, "how long it has run"),
        .optional(
            "phase", \.phase,
            "what it does, while it runs; `storing`: it is over, and its outcome waits to be stored"),
        .text("waiting", \.waiting, "why the store, which is asked again, has not taken its outcome"),
        .optional("objective", \.objective, "of the best plan so far"),
        .optional("bound", \.bound, "best proven bound so far"),
        .optional("gap", \.gap, "proven gap so far"), .optional("version", \.version, "the plan version that it made"),
        .optional("status", \.status, "that plan's status"),
        .optional(
            "termination", \.termination,
            "why it ended, where it made a plan: `gap`, `limit`, `optimal`, `stopped`, `unchanged` or `work`"),
        .optional("error", \.error, "code, where it failed: `infeasible`, `internal`, …"),
        .text("message", \.message, "the reason, where it failed"),
    ]
}

/// How far a job is, in the stream of `WATCH`.
public struct ProgressRecord: ProtocolRecord {
    public var seconds = 0.0
    public var objective: Double?
    public var bound: Double?
    public var gap: Double?
    public var phase = ""

    public init() {}

    public static let fields: [RecordField<ProgressRecord>] = [
        .field("seconds", \.seconds, "since the job began to run; 0 while it is queued"),
        .optional("objective", \.objective, "of the best plan; absent before the first"),
        .optional("bound", \.bound, "best proven bound; absent before the first"),
        .optional("gap", \.gap, "proven gap; absent while one of them is"),
        .field(
            "phase", \.phase,
            "`queued`, or what improved: `placements`, `construction`, `search`, `bound`, `integer program`; of a study "
                + "`base`, then how many are done, e.g. `3 of 20`"),
    ]
}
