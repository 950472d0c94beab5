import CaravanCore

/// What each further change buys: for numbers of changed sessions the best that can be had with no more of them, and a
/// proven bound each.
public struct DisruptionFrontier: Sendable, Equatable {
    /// The best with so many changes at most.
    public struct Point: Sendable, Equatable {
        /// Requests whose session may differ from the baseline's.
        public let changes: Int
        /// Points of the best plan found, disruption included.
        public let objective: Double
        /// No plan with so few changes has fewer points.
        public let bound: Double
        /// (objective − bound) / max(1, |objective|).
        public var gap: Double { Plan.gap(objective: objective, bound: bound) }
    }

    /// By number of changes. The first is the fewest that any plan found needs, the last what the whole solve changes:
    /// objectives and bounds fall from one to the next.
    public let points: [Point]
    /// Whether no plan at all has fewer changes than the first point.
    public let isLeastProven: Bool

    /// The numbers of changes that a planner is told of, between the fewest possible and those of the best plan.
    static func steps(from least: Int, to most: Int) -> [Int] {
        let usual = [0, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000]
        return Set(usual.filter { $0 > least && $0 < most } + [least, most]).sorted()
    }
}
