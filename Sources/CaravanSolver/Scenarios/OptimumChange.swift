import CaravanCore

/// What is proven of the change of the optimum from one week to another, points.
///
/// With the optimum of each between its bound and its objective, the change is between the scenario's bound less the
/// base's objective and the scenario's objective less the base's bound. Where one week only allows less than the other, or
/// makes it dearer, zero is a further limit.
public struct OptimumChange: Sendable, Equatable {
    /// What the bracket proves.
    public enum Sign: String, Sendable {
        /// The scenario's optimum is lower.
        case better
        /// The scenario's optimum is higher.
        case worse
        /// Both optima are equal, as far as optima are told apart.
        case same
        /// The bracket holds zero and more.
        case undecided
    }

    /// The change is not below it.
    public let low: Double
    /// The change is not above it.
    public let high: Double
    /// What is proven.
    public let sign: Sign

    /// The change between two solved weeks.
    public init(from base: Bracket, to scenario: Bracket, relation: WeekRelation = .other) {
        var low = scenario.bound - base.objective
        var high = scenario.objective - base.bound
        if relation == .restriction || relation == .same { low = max(0, low) }
        if relation == .relaxation || relation == .same { high = min(0, high) }
        // A bracket that rounding has turned inside out.
        if relation == .same || relation == .restriction { high = max(low, high) } else { low = min(low, high) }
        (self.low, self.high) = (low, high)
        // Optima are proven to this gap each (domain, section 5).
        let tolerance = [base, scenario].reduce(0) { $0 + Tolerance.slack(Tolerance.optimalGap, of: $1.objective) }
        if low >= -tolerance && high <= tolerance {
            sign = .same
        } else if high < 0 {
            sign = .better
        } else {
            sign = low > 0 ? .worse : .undecided
        }
    }

    /// The difference of two objectives as far as the bracket allows it.
    public func estimate(_ difference: Double) -> Double { min(max(difference, low), high) }
}

/// Between these lies the optimum of a week.
public struct Bracket: Sendable, Equatable {
    /// Proven lower bound, points.
    public var bound: Double
    /// Objective of the best plan known, points.
    public var objective: Double

    /// A bracket; a bound above the objective is one by rounding.
    public init(bound: Double, objective: Double) {
        self.bound = min(bound, objective)
        self.objective = objective
    }

    /// `(objective − bound) / max(1, |objective|)`.
    public var gap: Double { Plan.gap(objective: objective, bound: bound) }

    /// What the bracket of a week says of another one's, of which the first is such an edit.
    mutating func learn(from edited: Bracket, _ relation: WeekRelation) {
        if relation == .restriction || relation == .same { objective = min(objective, edited.objective) }
        if relation == .relaxation || relation == .same { bound = max(bound, edited.bound) }
        bound = min(bound, objective)
    }
}
