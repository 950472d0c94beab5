import CGLPK

/// How ``Problem/simplex(_:)`` solves a linear program. The defaults are the settings measured best, see `docs/glpk.md`.
public struct SimplexOptions: Sendable {
    /// Which simplex method.
    public enum Method: Sendable {
        /// Primal: after new columns or changed costs.
        case primal
        /// Dual and nothing else: for solves that stop at ``SimplexOptions/objectiveLimit``.
        case dual
        /// Dual, and primal when that fails: from scratch, and after new rows or changed bounds.
        case dualThenPrimal
    }

    /// Whether a crash basis is built first.
    public enum AdvancedBasis: Sendable {
        /// On the first solve of a problem only.
        case whenCold
        /// Always, the basis there is being thrown away.
        case always
        /// Never: the first solve starts from the basis of all rows.
        case never
    }

    /// Which simplex method; ``Method/dualThenPrimal`` by default.
    public var method: Method
    /// Seconds the solve may take; nil for no limit.
    public var timeLimit: Double?
    /// Moment the solve must end by; nil for none. The earlier of this and ``timeLimit`` holds.
    public var deadline: ContinuousClock.Instant?
    /// Iterations the solve may take; nil for a generous limit against endless loops (100 000 + 100 · (rows + columns)),
    /// past which the solver changes its method instead of stopping.
    public var iterationLimit: Int?
    /// GLPK's LP presolver: for cold solves; it throws the basis away. Its `infeasible` and `unbounded` are told apart less
    /// well.
    public var presolve = false
    /// Crash basis; ``AdvancedBasis/whenCold`` by default.
    public var advancedBasis = AdvancedBasis.whenCold
    /// Scale the problem before its first solve.
    public var scale = true
    /// Build a new basis when the one there is singular, and change the method on numerical failure. Without it both end
    /// in an error.
    public var repairs = true
    /// How far a variable may be outside its bounds, relative; 1e-7.
    public var feasibilityTolerance = 1e-7
    /// How far a reduced cost may be wrong, relative; 1e-7.
    public var optimalityTolerance = 1e-7
    /// Smallest pivot taken, relative; 1e-9.
    public var pivotTolerance = 1e-9
    /// Stop as soon as the objective is known to be above this value; only ``Method/dual`` looks at it.
    public var objectiveLimit = Double.infinity

    /// The measured defaults, with the limits that differ from call to call.
    public init(
        method: Method = .dualThenPrimal, timeLimit: Double? = nil, deadline: ContinuousClock.Instant? = nil,
        iterationLimit: Int? = nil
    ) {
        self.method = method
        self.timeLimit = timeLimit
        self.deadline = deadline
        self.iterationLimit = iterationLimit
    }

    func native() throws -> cglpk_simplex_options {
        var options = cglpk_simplex_options()
        options.method =
            switch method {
            case .primal: Int32(CGLPK_PRIMAL)
            case .dual: Int32(CGLPK_DUAL)
            case .dualThenPrimal: Int32(CGLPK_DUAL_THEN_PRIMAL)
            }
        options.presolve = presolve
        options.advanced_basis =
            switch advancedBasis {
            case .whenCold: -1
            case .always: 1
            case .never: 0
            }
        options.scale = scale
        options.repair = repairs
        options.iteration_limit = iterationLimit.map { Int32(clamping: max(1, $0)) } ?? 0
        options.time_limit = try TimeBudget.seconds(timeLimit, deadline)
        options.feasibility = try tolerance(feasibilityTolerance, "feasibility")
        options.optimality = try tolerance(optimalityTolerance, "optimality")
        options.pivot = try tolerance(pivotTolerance, "pivot")
        guard !objectiveLimit.isNaN else { throw GLPKError(.badInput, "the objective limit is NaN") }
        options.objective_limit = objectiveLimit
        return options
    }

    private func tolerance(_ value: Double, _ what: String) throws -> Double {
        guard value > 0, value < 1 else {
            throw GLPKError(.badInput, "a \(what) tolerance of \(value) is not between 0 and 1")
        }
        return value
    }
}

/// Limits on time as the C module takes them.
enum TimeBudget {
    /// Seconds from now to the earlier of both limits; negative for no limit.
    static func seconds(_ limit: Double?, _ deadline: ContinuousClock.Instant?) throws -> Double {
        if let limit, limit.isNaN { throw GLPKError(.badInput, "the time limit is NaN") }
        var seconds = limit.map { max(0, $0) } ?? .infinity
        if let deadline {
            let left = (deadline - ContinuousClock.now) / .seconds(1)
            seconds = min(seconds, max(0, left))
        }
        return seconds.isFinite ? seconds : -1
    }
}

/// How a simplex solve ended.
public enum SimplexStatus: Sendable, Hashable {
    /// Values, duals and objective are those of an optimal basis.
    case optimal
    /// No point satisfies all rows and bounds.
    case infeasible
    /// The objective has no lower bound, or, from the presolver, the dual has no solution.
    case unbounded
    /// The time limit or deadline passed; the basis is kept.
    case timeLimit
    /// The iteration limit was reached; the basis is kept.
    case iterationLimit
    /// The optimum is above ``SimplexOptions/objectiveLimit``.
    case objectiveLimit
    /// The cancellation was raised.
    case cancelled
}

/// What a simplex solve came to.
public struct SimplexResult: Sendable {
    /// How the solve ended.
    public let status: SimplexStatus
    /// Objective value of the basis at the end, the constant included; a bound only when optimal.
    public let objective: Double
    /// Simplex iterations made.
    public let iterations: Int
    /// Times GLPK was called: more than one when a basis was rebuilt or the method changed.
    public let attempts: Int
    /// Seconds taken.
    public let seconds: Double
}
