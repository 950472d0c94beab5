import Foundation

/// What a report states about a plan's origin and quality.
public struct Certificate: Sendable, Equatable {
    /// Number of the plan version.
    public var version: Int
    /// Revision of the week that the plan was made for.
    public var revision: Int
    /// `solve`, `replan` or `adopt`.
    public var origin: String
    /// Version of the plan that it was made against, if it was.
    public var baseline: Int?
    /// Seed of the solve; nil for a plan from outside.
    public var seed: Int?
    /// When the version was stored.
    public var created: Date
    /// Whether it is the published version.
    public var isPublished: Bool
    /// Version of the program that writes the report.
    public var program: String

    /// A certificate.
    public init(
        version: Int, revision: Int, origin: String, baseline: Int? = nil, seed: Int? = nil, created: Date,
        isPublished: Bool, program: String
    ) {
        self.version = version
        self.revision = revision
        self.origin = origin
        self.baseline = baseline
        self.seed = seed
        self.created = created
        self.isPublished = isPublished
        self.program = program
    }
}
