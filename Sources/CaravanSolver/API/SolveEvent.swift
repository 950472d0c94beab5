import CaravanCore

/// Where a solve stands.
public struct SolveProgress: Sendable, Equatable {
    /// Seconds since it began.
    public var seconds: Double
    /// Objective of the best plan, nil before the first.
    public var objective: Double?
    /// Best proven bound, nil before the first.
    public var bound: Double?
    /// What it is doing, or which part improved: `placements`, `construction`, `search`, `bound`, `integer program`.
    public var phase: String

    /// The gap, nil while objective or bound is missing.
    public var gap: Double? {
        guard let objective, let bound else { return nil }
        return Plan.gap(objective: objective, bound: bound)
    }

    /// A state.
    public init(seconds: Double, objective: Double? = nil, bound: Double? = nil, phase: String) {
        self.seconds = seconds
        self.objective = objective
        self.bound = bound
        self.phase = phase
    }
}

/// What a solve tells while it runs, on every improvement (several within 50 ms are told as one).
public struct SolveEvent: Sendable {
    /// Where it stands.
    public let progress: SolveProgress
    /// The best plan, checked, where it is a better one than told before.
    public let incumbent: Plan?
}
