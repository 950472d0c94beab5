import CaravanCore
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

    /// A summary.
    public init(
        id: String, title: String, start: String, days: Int, revision: Int, requests: Int, plans: Int,
        published: Int? = nil, changedAt: Date, isDamaged: Bool
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.days = days
        self.revision = revision
        self.requests = requests
        self.plans = plans
        self.published = published
        self.changedAt = changedAt
        self.isDamaged = isDamaged
    }
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

    /// A head.
    public init(
        week: String, revision: Int, createdAt: Date
    ) {
        self.week = week
        self.revision = revision
        self.createdAt = createdAt
    }
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

    /// A revision.
    public init(
        head: WeekHead, cause: String, requests: Int, text: String
    ) {
        self.head = head
        self.cause = cause
        self.requests = requests
        self.text = text
    }
}
