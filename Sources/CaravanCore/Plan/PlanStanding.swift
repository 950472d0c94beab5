import CaravanLanguage

/// How a plan stands against a week that may have been changed since the plan was made.
public struct PlanStanding: Sendable, Equatable {
    /// Breaches of the week's hard rules.
    public let violations: Int
    /// The requests whose sessions no longer stand, by id.
    public let fallen: Set<String>

    /// A plan that keeps every rule.
    public static let sound = PlanStanding(violations: 0, fallen: [])

    /// A standing.
    public init(violations: Int, fallen: Set<String>) {
        self.violations = violations
        self.fallen = fallen
    }

    /// What the checker found, against the present week.
    public init(_ report: CheckReport) {
        self.init(violations: report.violationCount, fallen: Set(report.violations.flatMap(\.requests)))
    }

    /// Whether the week has been changed so that the plan breaks its rules.
    public var isStale: Bool { violations > 0 }

    /// What people are told; nil where the plan stands.
    public var sentence: Bilingual? { Self.sentence(violations: violations, fallen: fallen.count) }

    /// The same for a standing of which only the figures are known.
    public static func sentence(violations: Int, fallen: Int) -> Bilingual? {
        switch (violations, fallen) {
        case (0, _): nil
        case (1, 0): PlanText.staleByRule.bilingual
        case (let count, 0): PlanText.staleByRules(count)
        case (_, 1): PlanText.staleSession.bilingual
        case (_, let count): PlanText.staleSessions(count)
        }
    }
}
