import CaravanCore
import Foundation

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
    public var isPublished: Bool
    /// When it was stored.
    public let createdAt: Date
    /// Whether it is known to be damaged on disk.
    public var isDamaged: Bool

    /// A summary.
    public init(
        week: String, version: Int, revision: Int, source: PlanSource, job: Int? = nil, parameters: String,
        baseline: Int? = nil, sessions: Int, unserved: Int, objective: Double? = nil, bound: Double? = nil,
        gap: Double? = nil, status: PlanStatus? = nil, isPublished: Bool, createdAt: Date, isDamaged: Bool
    ) {
        self.week = week
        self.version = version
        self.revision = revision
        self.source = source
        self.job = job
        self.parameters = parameters
        self.baseline = baseline
        self.sessions = sessions
        self.unserved = unserved
        self.objective = objective
        self.bound = bound
        self.gap = gap
        self.status = status
        self.isPublished = isPublished
        self.createdAt = createdAt
        self.isDamaged = isDamaged
    }
}

/// A plan version with its document.
public struct StoredPlan: Sendable, Equatable {
    /// What is known of it.
    public let summary: PlanSummary
    /// The plan document as one line of JSON.
    public let text: String

    /// A version.
    public init(
        summary: PlanSummary, text: String
    ) {
        self.summary = summary
        self.text = text
    }
}

/// A version that was declared the one that is held.
public struct Publication: Sendable, Equatable {
    /// Number of the version.
    public let version: Int
    /// When it was published.
    public let publishedAt: Date

    /// A publication.
    public init(
        version: Int, publishedAt: Date
    ) {
        self.version = version
        self.publishedAt = publishedAt
    }
}

/// How firmly the session of a request has been promised, as somebody marked it.
public struct CommitmentMark: Sendable, Equatable {
    /// Identifier of the request.
    public let request: String
    /// The state it was marked with.
    public let state: CommitmentState
    /// The plan version whose session was meant.
    public let version: Int
    /// When it was marked.
    public let markedAt: Date

    /// A mark.
    public init(
        request: String, state: CommitmentState, version: Int, markedAt: Date
    ) {
        self.request = request
        self.state = state
        self.version = version
        self.markedAt = markedAt
    }
}
