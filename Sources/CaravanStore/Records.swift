import CaravanCore
import CaravanLanguage
import Foundation

/// A week as a list shows it.
public struct WeekSummary: Sendable, Equatable {
    /// Identifier.
    public let id: String
    /// Title of the latest revision; may be empty.
    public let title: String
    /// First date, `YYYY-MM-DD`.
    public let start: String
    /// Number of dates.
    public let days: Int
    /// Number of the latest revision, from 1.
    public let revision: Int
    /// Requests of the latest revision.
    public let requests: Int
    /// How many plan versions there are.
    public let plans: Int
    /// The version that is published, if one is.
    public let published: Int?
    /// When the latest revision was made.
    public let changedAt: Date
    /// Whether the latest revision is known to be damaged on disk.
    public let isDamaged: Bool
}

/// Which revision of a week is the latest; two heads are equal only if the document behind them is the same, even where
/// a week was dropped and loaded again in between.
public struct WeekHead: Sendable, Hashable {
    /// Identifier of the week.
    public let week: String
    /// Number of the revision, from 1.
    public let revision: Int
    /// When it was made.
    public let createdAt: Date
}

/// One revision of a week document; never changed once made.
public struct WeekRevision: Sendable, Equatable {
    /// Which week and revision it is.
    public let head: WeekHead
    /// What made it: `LOAD`, `SUBMIT`, `EDIT`, …
    public let cause: String
    /// How many requests it has.
    public let requests: Int
    /// The week document as one line of JSON.
    public let text: String
}

/// Where a plan came from.
public enum PlanSource: String, Sendable {
    /// A job solved for it.
    case solve
    /// A job solved for it against a baseline.
    case replan
    /// It came from outside and passed the checker.
    case adopt
}

/// Which of a week's plans is meant.
public enum VersionChoice: Sendable, Equatable {
    /// The one with the highest number.
    case latest
    /// The published one.
    case published
    /// The one of that number.
    case number(Int)
}

/// A plan version without its document.
public struct PlanSummary: Sendable, Equatable {
    /// Identifier of the week.
    public let week: String
    /// Number of the version, from 1.
    public let version: Int
    /// The week's revision that it was made for.
    public let revision: Int
    /// Where it came from.
    public let source: PlanSource
    /// The job that made it, if one did.
    public let job: Int?
    /// The parameters it was solved with, as one line of JSON; `{}` for adopted plans.
    public let parameters: String
    /// The version it was made against, if any.
    public let baseline: Int?
    /// How many sessions it holds.
    public let sessions: Int
    /// How many requests of its revision have no session.
    public let unserved: Int
    /// Points.
    public let objective: Double?
    /// Proven lower bound, points.
    public let bound: Double?
    /// Relative gap between the two.
    public let gap: Double?
    /// What is known of it.
    public let status: PlanStatus?
    /// Whether this version is the published one.
    public let isPublished: Bool
    /// When it was stored.
    public let createdAt: Date
    /// Whether it is known to be damaged on disk.
    public let isDamaged: Bool
}

/// A plan version with its document.
public struct StoredPlan: Sendable, Equatable {
    /// What is known of it.
    public let summary: PlanSummary
    /// The plan document as one line of JSON.
    public let text: String
}

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
    public let revision: Int
    /// `solve`, `replan`, or the study that it is.
    public let kind: String
    /// Its parameters as one line of JSON.
    public let parameters: String
    /// Where it stands.
    public let state: JobState
    /// When it was asked for.
    public let submittedAt: Date
    /// When a thread took it.
    public let startedAt: Date?
    /// When it ended.
    public let endedAt: Date?
    /// The version that holds its plan.
    public let version: Int?
    /// Why the solve ended, for a job with a plan.
    public let termination: String?
    /// Code of the error of a job without a plan.
    public let errorCode: String?
    /// Text of that error.
    public let errorText: Bilingual?
    /// Points of its best plan.
    public let objective: Double?
    /// Its proven bound, points.
    public let bound: Double?
    /// What is known of the plan in `version`.
    public let status: PlanStatus?

    /// The record of a job whose end the store will never take: failed, for a reason.
    public func failed(code: String, text: Bilingual) -> JobRecord {
        JobRecord(
            id: id, week: week, revision: revision, kind: kind, parameters: parameters, state: .failed,
            submittedAt: submittedAt, startedAt: startedAt, endedAt: nil, version: nil, termination: nil,
            errorCode: code, errorText: text, objective: nil, bound: nil, status: nil)
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
