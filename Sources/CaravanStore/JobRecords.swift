import CaravanCore
import CaravanLanguage
import Foundation

/// Where a job stands.
public enum JobState: String, Sendable, CaseIterable {
    /// It waits for a solver thread.
    case queued
    /// A solver thread works on it.
    case running
    /// It ended with a plan, stored as a version, or it was a study and has answered.
    case done
    /// It ended without a plan; the error says why.
    case failed
    /// Somebody cancelled it; whatever it had found is gone.
    case cancelled
    /// The daemon ended before the job did; a plan found until then is kept as a version.
    case interrupted

    /// Whether it can still change.
    public var isActive: Bool { self == .queued || self == .running }
}

/// A job and its outcome.
public struct JobRecord: Sendable, Equatable {
    /// Number, never used twice.
    public let id: Int
    /// Identifier of its week.
    public let week: String
    /// The week's revision that it solves.
    public var revision: Int
    /// `solve`, `replan`, or the study that it is.
    public let kind: String
    /// Its parameters as one line of JSON.
    public let parameters: String
    /// Where it stands.
    public var state: JobState
    /// When it was asked for.
    public let submittedAt: Date
    /// When a thread took it.
    public var startedAt: Date?
    /// When it ended.
    public var endedAt: Date?
    /// The version that holds its plan.
    public var version: Int?
    /// Why the solve ended, for a job with a plan.
    public var termination: String?
    /// Code of the error of a job without a plan.
    public var errorCode: String?
    /// Text of that error.
    public var errorText: Bilingual?
    /// Points of its best plan.
    public var objective: Double?
    /// Its proven bound, points.
    public var bound: Double?
    /// What is known of the plan in `version`.
    public var status: PlanStatus?

    /// A job that waits.
    public init(id: Int, week: String, revision: Int, kind: String, parameters: String, submittedAt: Date) {
        self.id = id
        self.week = week
        self.revision = revision
        self.kind = kind
        self.parameters = parameters
        self.submittedAt = submittedAt
        state = .queued
    }

    /// The record of a job whose end the store will never take: failed, for a reason.
    public func failed(code: String, text: Bilingual) -> JobRecord {
        var failed = JobRecord(
            id: id, week: week, revision: revision, kind: kind, parameters: parameters, submittedAt: submittedAt)
        failed.startedAt = startedAt
        (failed.state, failed.errorCode, failed.errorText) = (.failed, code, text)
        return failed
    }
}

/// The daemon that runs a job. Its lease says until when nobody else may settle its jobs; the daemon renews it while it
/// lives, so that whoever shares the store can tell a job that runs from one whose daemon is gone.
public struct JobOwner: Sendable, Hashable {
    /// Drawn by each daemon when it starts.
    public let id: String
    /// How long a lease lasts from when it is given or renewed.
    public let lease: Duration

    /// An owner.
    public init(id: String, lease: Duration) {
        self.id = id
        self.lease = lease
    }
}

/// How a job ended.
public enum JobOutcome: Sendable {
    /// With a plan, the reason why the solve ended, what the bound rested on, as bytes that the store keeps as they are,
    /// and the edits under which the plan was made, where they are stored with it.
    case done(Plan, termination: String, duals: [UInt8]? = nil, edits: PlannedEdits? = nil)
    /// A study, which stores no plan: why it ended, and what it found of the unedited week.
    case studied(termination: String, objective: Double?, bound: Double?)
    /// Without a plan.
    case failed(code: String, text: Bilingual)
    /// Cancelled; what it had found is thrown away.
    case cancelled
    /// The daemon ends before the job could begin or finish.
    case interrupted

    /// Whether it brings a plan.
    public var hasPlan: Bool { if case .done = self { true } else { false } }
}
