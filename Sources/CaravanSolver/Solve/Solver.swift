import CaravanCore
import GLPK

/// Finds the best plan it can for a week, with a proven bound: a search and a bound that run side by side, and integer
/// programs where the week is small enough.
public struct Solver: Sendable {
    private let week: Week
    private let parameters: SolveParameters
    private let control: SolveControl
    private let watch: Stopwatch

    /// A solve that has not begun.
    public init(week: Week, parameters: SolveParameters, control: SolveControl = SolveControl()) {
        self.init(week: week, parameters: parameters, control: control, watch: Stopwatch())
    }

    /// - Parameter watch: The time by which limits are kept.
    init(week: Week, parameters: SolveParameters, control: SolveControl, watch: Stopwatch) {
        self.week = week
        self.watch = watch
        var parameters = parameters
        if parameters.work != nil { parameters.isCounted = true }
        // A plan that depends on counts alone must not depend on the clock.
        if parameters.isCounted { parameters.limit = .infinity }
        self.parameters = parameters
        self.control = control
    }

    /// Solves; blocks the calling thread, which must not be one of the cooperative pool, until it is over.
    /// - Parameter observe: told of every improvement, on any thread; improvements within 50 ms are told as one.
    /// - Throws: `SolveError.infeasible` if pins, frozen sessions and hard rules contradict each other,
    ///   `SolveError.tooLarge`, `SolveError.unknownFreezePoint`, or `SolveError.internalFailure`.
    public func run(_ observe: @escaping @Sendable (SolveEvent) -> Void = { _ in }) throws(SolveError) -> SolveOutcome {
        let board = Board(try layOut(), parameters, control, watch: watch, observe)
        let instance = board.instance
        board.note("placements", Double(instance.placements.count))
        // A column of the plain program each: a venue or a member that a placement may take.
        board.note("candidates", Double(instance.venueCandidates.count + instance.memberCandidates.count))
        let start = StartingPlan(instance, parameters.start ?? parameters.baseline).sessions
        if parameters.keepsBaseline, let baseline = parameters.baseline, start.count == baseline.sessions.count {
            UnchangedPlan(board).run(start)
            return try board.outcome(board.ending ?? .unchanged)
        }
        SolveCourse(board: board, start: start, firstPlan: firstPlanDeadline).run()
        board.note("workers seconds", board.clock.seconds)
        return try board.outcome(board.ending ?? .work)
    }

    /// The model of the week, or of as much of it as there is time for.
    private func layOut() throws(SolveError) -> Instance {
        let turns = parameters.tuning.turns
        let end = max(turns.layingOutShare * parameters.limit, turns.leastLayingOut)
        // Under commitments the plain objective has a model of its own.
        let copies = parameters.commitments.isNeutral ? 1 : 2
        return try Instance(
            week: week, baseline: parameters.baseline, freeze: parameters.freeze, commitments: parameters.commitments,
            likely: parameters.start ?? parameters.baseline, rules: parameters.rules,
            allowance: Allowance(
                memory: parameters.memory / copies,
                deadline: Deadline(control, watch, end: end, grace: turns.leastLayingOut),
                mayBePartial: true),
            trial: DemandTrial(parameters, control, watch))
    }

    /// Until when the first plan is made, even where the time is over or somebody has stopped: that there is any.
    private var firstPlanDeadline: Deadline {
        let turns = parameters.tuning.turns
        let end = max(parameters.limit, watch.seconds + turns.leastFirstPlan)
        return Deadline(control, watch, end: end, grace: turns.leastLayingOut + turns.leastFirstPlan)
    }
}
