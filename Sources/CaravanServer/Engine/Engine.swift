import CaravanCore
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

    /// Tells for each request without a session in a plan what stands in the way.
    public typealias Explain = @Sendable (_ week: Week, _ plan: Plan) -> [Obstacle]

    /// Finds the best sessions of one request beside the others of a plan, `count` at most, the best first.
    public typealias Suggest =
        @Sendable (_ count: Int, _ request: String, _ plan: Plan, _ week: Week, _ baseline: Plan?) -> [Suggestion]

    /// Writes the optimization model of a week. It may throw `SolveError`.
    public typealias Model = @Sendable (_ week: Week, _ format: ModelFormat) throws -> String

    /// Version of GLPK, which `STATUS` tells.
    public let version: String
    let solve: Solve
    let explain: Explain
    let suggest: Suggest
    let model: Model

    /// An engine out of its parts.
    public init(
        version: String, solve: @escaping Solve, explain: @escaping Explain, suggest: @escaping Suggest,
        model: @escaping Model
    ) {
        self.version = version
        self.solve = solve
        self.explain = explain
        self.suggest = suggest
        self.model = model
    }
}

/// What a solve found.
public struct JobResult: Sendable {
    /// The best plan; nothing says yet that it keeps any rule.
    public let plan: Plan
    /// Why the solve ended.
    public let termination: Termination
    /// What the bound's multipliers were at the end, where the engine knows.
    public let duals: DualStart?

    /// A result.
    public init(plan: Plan, termination: Termination, duals: DualStart? = nil) {
        self.plan = plan
        self.termination = termination
        self.duals = duals
    }
}

/// Why a request has no session.
public struct Obstacle: Sendable, Equatable {
    /// Identifier of the request.
    public let request: String
    /// What stands in the way, a word for programs.
    public let code: String
    /// The same as a sentence, in English.
    public let english: String
    /// The same in Chinese.
    public let chinese: String
    /// Further fields of the record: what was tried, and which rule rules out how much of it.
    public let further: JSONObject

    /// An obstacle.
    public init(
        request: String, code: String, english: String, chinese: String, further: JSONObject = JSONObject()
    ) {
        self.request = request
        self.code = code
        self.english = english
        self.chinese = chinese
        self.further = further
    }
}
