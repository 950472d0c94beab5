import CaravanCore
import CaravanLanguage
import CaravanSolver

/// What solves, explains and models for the server: the solver, or in tests a script.
public struct Engine: Sendable {
    /// Solves a week under parameters. It is called on a thread of the job pool, blocks that thread until the job is
    /// over, and ends within a second of `control.stop()` with its best plan. `observe` may be called from any thread,
    /// with a plan where a better one is known.
    public typealias Solve =
        @Sendable (
            _ week: Week, _ parameters: SolveParameters, _ control: JobControl,
            _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
        ) throws(SolveError) -> JobResult

    /// Tells for each request without a session in a plan what stands in the way, or all that can be said of one request.
    public typealias Explain =
        @Sendable (_ week: Week, _ plan: Plan, _ baseline: Plan?, _ request: String?) throws -> [Obstacle]

    /// Looks for a set of pins and hard limits that contradict each other, for so many seconds.
    public typealias Contradict =
        @Sendable (_ week: Week, _ seconds: Double, _ control: SolveControl) throws -> [Contradiction]

    /// Finds the best sessions of one request beside the others of a plan, `count` at most, the best first; `moving`
    /// allows that another session makes room.
    public typealias Suggest =
        @Sendable (_ count: Int, _ request: String, _ plan: Plan, _ week: Week, _ baseline: Plan?, _ moving: Bool)
        throws -> [Suggestion]

    /// Writes the optimization model of a week. It may throw `SolveError`.
    public typealias Model = @Sendable (_ week: Week, _ format: ModelFormat) throws -> String

    /// Version of GLPK, which `STATUS` tells.
    public let version: String
    let solve: Solve
    let explain: Explain
    let suggest: Suggest
    let model: Model
    let contradict: Contradict

    /// An engine out of its parts.
    public init(
        version: String, solve: @escaping Solve, explain: @escaping Explain, suggest: @escaping Suggest,
        model: @escaping Model,
        contradict: @escaping Contradict = { try Contradiction.find(in: $0, seconds: $1, control: $2) }
    ) {
        self.version = version
        self.solve = solve
        self.explain = explain
        self.suggest = suggest
        self.model = model
        self.contradict = contradict
    }
}

/// What a solve found.
public struct JobResult: Sendable {
    /// The best plan; nothing says yet that it keeps any rule.
    public let plan: Plan
    /// Why the solve ended.
    public let termination: Termination
    /// What the bound rested on, for replannings against the plan.
    public let duals: DualStart?

    /// A result.
    public init(plan: Plan, termination: Termination, duals: DualStart? = nil) {
        self.plan = plan
        self.termination = termination
        self.duals = duals
    }

    /// The duals as they are stored; those of a week so large that they would fill the store are left out: a replanning
    /// then finds its prices anew.
    var storedDuals: [UInt8]? {
        guard let bytes = duals?.encoded, bytes.count <= Self.dualsLimit else { return nil }
        return bytes
    }
    private static let dualsLimit = 4 << 20
}

/// Why a request has no session, or why it has the one it has.
public struct Obstacle: Sendable, Equatable {
    /// Identifier of the request.
    public let request: String
    /// What stands in the way, a word for programs; `held` where it has a session.
    public let code: String
    /// The same as a sentence.
    public let reason: Bilingual
    /// Further fields of the record: what was tried, which rule rules out how much of it, and what would change that.
    public let further: JSONObject

    /// An obstacle.
    public init(request: String, code: String, reason: Bilingual, further: JSONObject = JSONObject()) {
        self.request = request
        self.code = code
        self.reason = reason
        self.further = further
    }
}
