/// What is proven of the change of the optimum from one week to another, points.
///
/// With the optimum of each between its bound and its objective, the change is between the scenario's bound less the
/// base's objective and the scenario's objective less the base's bound.
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

    /// The change between two solved weeks, each with its objective and its bound.
    public init(from base: (bound: Double, objective: Double), to scenario: (bound: Double, objective: Double)) {
        low = scenario.bound - base.objective
        high = scenario.objective - base.bound
        // Optima are proven to a gap of 1e-6 each (domain, section 5).
        let tolerance = 1e-6 * (max(1, base.objective.magnitude) + max(1, scenario.objective.magnitude))
        if low >= -tolerance && high <= tolerance {
            sign = .same
        } else if high < 0 {
            sign = .better
        } else {
            sign = low > 0 ? .worse : .undecided
        }
    }
}
