import CaravanCore

/// What came out.
public struct SolveOutcome: Sendable {
    /// The best plan, with its objective, bound, gap, status and terms; it passed the checker.
    public let plan: Plan
    /// Why the solve ended.
    public let termination: Termination
    /// Iterations of the search, placements, columns and so on, for people who measure.
    public let statistics: [(name: String, value: Double)]
    /// What the bound's multipliers were at the end, for a solve of this week or of an edited one; nil where the solve
    /// ended before there were any.
    public let duals: DualStart?
}

/// Why a solve ended.
public enum Termination: String, Sendable {
    /// The gap asked for was reached.
    case gap
    /// The time was over.
    case limit
    /// The plan is proven to be the best.
    case optimal
    /// Somebody stopped it.
    case stopped
    /// Nothing was to be changed: the plan is the baseline.
    case unchanged
    /// The iterations asked for, or the steps that a week of its size gets, were done.
    case work
}
