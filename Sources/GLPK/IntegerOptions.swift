import CGLPK

/// How ``Problem/integer(_:start:onIncumbent:)`` searches. The defaults are the settings measured best, see `docs/glpk.md`.
public struct IntegerOptions: Sendable {
    /// Cutting planes. Cover cuts are missing on purpose: GLPK's are not thread safe.
    public struct Cuts: OptionSet, Sendable {
        /// The set's bits.
        public let rawValue: Int
        /// A set from its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// Gomory's mixed integer cuts.
        public static let gomory = Cuts(rawValue: 1)
        /// Mixed integer rounding cuts; alone they are best for packing problems.
        public static let rounding = Cuts(rawValue: 2)
        /// Clique cuts.
        public static let clique = Cuts(rawValue: 4)
        /// All three up to 2 000 columns, clique cuts alone above; stands for itself, not with others.
        public static let auto = Cuts(rawValue: 1 << 30)
    }

    /// Which fractional column is branched on.
    public enum Branching: Int32, Sendable {
        /// The first.
        case first = 1
        /// The last.
        case last = 2
        /// The one nearest to a half.
        case mostFractional = 3
        /// The heuristic of Driebeek and Tomlin.
        case driebeekTomlin = 4
        /// Pseudo-costs. Its trial solves ignore limits: a stop may have to be forced and cost the environment.
        case pseudoCost = 5
    }

    /// Which node is solved next when a branch has ended.
    public enum Backtracking: Int32, Sendable {
        /// The newest.
        case depthFirst = 1
        /// The oldest.
        case breadthFirst = 2
        /// The one with the best bound.
        case bestBound = 3
        /// The one with the best projected objective.
        case bestProjection = 4
    }

    /// Seconds the solve may take, presolve and root relaxation included; nil for no limit.
    public var timeLimit: Double?
    /// Moment the solve must end by; nil for none. The earlier of this and ``timeLimit`` holds.
    public var deadline: ContinuousClock.Instant?
    /// Nodes the search may select; nil for no limit.
    public var nodeLimit: Int?
    /// Simplex iterations the solve may make, the root relaxation included; nil for no limit. It is looked at between
    /// relaxations, so a solve ends a few iterations late, but at the same place on every machine.
    public var iterationLimit: Int?
    /// Stop when (incumbent − bound) / |incumbent| is no more than this; 0 to prove optimality (up to 1e-7, relative).
    public var relativeGap: Double
    /// Only solutions with an objective below this are wanted.
    public var cutoff: Double
    /// Presolve: on for a cold problem; off when the problem has an optimal basis worth keeping.
    public var presolve: Bool
    /// Cutting planes.
    public var cuts = Cuts.auto
    /// Branching; ``Branching/mostFractional`` by default.
    public var branching = Branching.mostFractional
    /// Backtracking; ``Backtracking/bestBound`` by default.
    public var backtracking = Backtracking.bestBound
    /// Try the rounded relaxation of each node as a solution.
    public var roundingHeuristic = true
    /// The feasibility pump at the root. Slow, and stops only by force.
    public var feasibilityPump = false
    /// Largest violation, as ``LinearProgram/violation(of:)`` measures it, of a start or a solution that is accepted.
    public var tolerance = 1e-5

    /// The measured defaults, with the limits that differ from call to call.
    public init(
        timeLimit: Double? = nil, deadline: ContinuousClock.Instant? = nil, nodeLimit: Int? = nil,
        iterationLimit: Int? = nil, relativeGap: Double = 0, cutoff: Double = .infinity, presolve: Bool = true
    ) {
        self.timeLimit = timeLimit
        self.deadline = deadline
        self.nodeLimit = nodeLimit
        self.iterationLimit = iterationLimit
        self.relativeGap = relativeGap
        self.cutoff = cutoff
        self.presolve = presolve
    }

    func native(columns: Int, start: Double?) throws -> cglpk_integer_options {
        guard relativeGap >= 0 else { throw GLPKError(.badInput, "a relative gap of \(relativeGap)") }
        guard tolerance > 0 else { throw GLPKError(.badInput, "a tolerance of \(tolerance)") }
        guard !cutoff.isNaN, cutoff > -.infinity else { throw GLPKError(.badInput, "a cutoff of \(cutoff)") }
        let cuts: Cuts = cuts == .auto ? (columns <= 2000 ? [.gomory, .rounding, .clique] : .clique) : cuts
        var options = cglpk_integer_options()
        options.presolve = presolve
        options.gomory = cuts.contains(.gomory)
        options.rounding = cuts.contains(.rounding)
        options.clique = cuts.contains(.clique)
        options.branching = branching.rawValue
        options.backtracking = backtracking.rawValue
        options.rounding_heuristic = roundingHeuristic
        options.feasibility_pump = feasibilityPump
        options.node_limit = nodeLimit.map { Int32(clamping: max(1, $0)) } ?? 0
        options.iteration_limit = iterationLimit.map { Int32(clamping: max(1, $0)) } ?? 0
        options.time_limit = try TimeBudget.seconds(timeLimit, deadline)
        options.relative_gap = relativeGap
        options.cutoff = min(cutoff, start ?? .infinity)
        return options
    }
}

/// How an integer solve ended.
public enum IntegerStatus: Sendable, Hashable {
    /// The solution is optimal, or within the relative gap that was asked for.
    case optimal
    /// A limit was reached with a solution at hand.
    case feasible
    /// There is no solution at all.
    case infeasible
    /// The search is over: no solution has an objective below the cutoff.
    case noneBelowCutoff
    /// A limit was reached before any solution was found.
    case noSolution
    /// The relaxation has no lower bound.
    case unbounded
    /// The cancellation was raised; the best solution so far is there if one was found.
    case cancelled
}

/// A better solution, told while the search goes on.
public struct Incumbent: Sendable {
    /// Objective value, the constant included, as GLPK computes it.
    public let objective: Double
    /// A value a column, as GLPK gives them: not yet checked.
    public let values: [Double]
    /// Lower bound on the optimum at that moment, `-.infinity` when there is none.
    public let bound: Double
    /// Nodes selected so far.
    public let nodes: Int
    /// Seconds since the solve began.
    public let seconds: Double
}

/// What an integer solve came to.
public struct IntegerResult: Sendable {
    /// How the solve ended.
    public let status: IntegerStatus
    /// Objective value of ``values``, the constant included, computed from this module's own copy of the problem.
    public let objective: Double?
    /// The best solution known: a value a column, integer columns exactly integer. The start when nothing better was found.
    public let values: [Double]?
    /// No solution has an objective below this (up to 1e-7, relative, and never above the cutoff); `-.infinity` when
    /// nothing is known, `.infinity` when there is no solution.
    public let bound: Double
    /// Objective of the root relaxation, `-.infinity` when it was not solved to its end.
    public let rootRelaxation: Double
    /// Nodes selected.
    public let nodes: Int
    /// Simplex iterations made.
    public let iterations: Int
    /// Seconds taken.
    public let seconds: Double
    /// Whether ``values`` is the start, unimproved.
    public let isStart: Bool
    /// Terminal output of the solve (its newest 32 to 64 KB).
    public let log: String

    /// (objective − bound) / max(1e-9, |objective|), at least 0; `.infinity` when either is missing.
    public var gap: Double {
        guard let objective, bound > -.infinity else { return .infinity }
        return max(0, (objective - bound) / max(1e-9, abs(objective)))
    }
}
