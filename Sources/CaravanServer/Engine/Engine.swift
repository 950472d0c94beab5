import CaravanCore
import CaravanProtocol
import CaravanSolver

/// What solves, explains, studies and models for the server: the solver, or in tests a script. Everything of it blocks its
/// thread until it is done: the server calls it on threads of jobs and of `Workers`, never on the cooperative pool.
///
/// What has a `control` ends within a second of its `stop()` with what it has by then.
public protocol Engine: Sendable {
    /// Version of GLPK, which `STATUS` tells.
    var version: String { get }

    /// Solves a week under parameters.
    /// - Parameter observe: called from any thread, with a plan where a better one is known.
    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult

    /// Tells for each request without a session in a plan what stands in the way, or all that can be said of one request.
    /// - Returns: a record for each of these requests, with what the week and the plan say by themselves left open.
    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) throws
        -> [ExplanationRecord]

    /// Finds the best sessions of one request beside the others of a plan, `count` at most, the best first.
    /// - Parameter moving: whether another session may make room.
    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) throws -> [Suggestion]

    /// Writes the optimization model of a week.
    func model(of week: Week, as format: ModelFormat) throws -> String

    /// Looks for a set of pins and hard limits that contradict each other, for so many seconds.
    func contradictions(in week: Week, seconds: Double, _ control: SolveControl) throws -> [Contradiction]

    /// Solves a week and edited copies of it, as `ScenarioStudy` does.
    /// - Parameters:
    ///   - base: told of the unedited week, first.
    ///   - answer: told of each scenario by its number, as it is done, on any thread, one at a time.
    /// - Returns: what is known of the unedited week.
    func compare(
        _ scenarios: [Scenario], with week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        base: (SolvedWeek) -> Void, answer: @escaping @Sendable (Int, ScenarioStudy.Answer) -> Void
    ) throws(SolveError) -> Bracket

    /// Solves a week with several limits of one fund, as `BudgetCurve` does.
    /// - Parameter told: told of each limit as it is solved.
    /// - Returns: the steps, the largest limit first.
    func curve(
        of fund: String, _ limits: [Double], in week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        told: (BudgetCurve.Step) -> Void
    ) throws(SolveError) -> [BudgetCurve.Step]

    /// What one more of each scarce thing is worth by the prices that a bound rested on.
    func worth(of week: Week, _ duals: DualStart, against baseline: Plan?) throws(SolveError) -> WorthReport

    /// Who could step in for each member of each session of a plan.
    func standby(for plan: Plan, of week: Week, against baseline: Plan?) throws(SolveError) -> [Standby]

    /// What each further change of the baseline buys, for a replanning that is solved.
    /// - Parameters:
    ///   - parameters: those that it was solved with.
    ///   - best: the plan that it ended with.
    func frontier(
        to best: Plan, of week: Week, _ parameters: SolveParameters, _ control: SolveControl
    ) throws(SolveError) -> DisruptionFrontier
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
