import CaravanCore
import Foundation

/// A plan version that was published, with the week as it was then.
public struct PublishedPlan: Sendable {
    /// Number of the version.
    public let version: Int
    /// When it was published; for a draft, when it was made.
    public let date: Date
    /// The revision of the week that the plan was made for.
    public let week: Week
    /// The plan.
    public let plan: Plan

    /// A version.
    public init(version: Int, date: Date, week: Week, plan: Plan) {
        self.version = version
        self.date = date
        self.week = week
        self.plan = plan
    }
}
