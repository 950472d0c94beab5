import CaravanCore
import GLPK

/// Finds out whether what must be held can be held: by a short search, and where that fails by an integer program.
struct DemandTrial: Sendable {
    enum Answer {
        case possible(Schedule)
        case impossible
        case unknown
    }

    let parameters: SolveParameters
    let deadline: Deadline
    let cancellation: Cancellation
    /// Seconds that a program may take.
    let seconds: @Sendable () -> Double
    private var programs: ProgramParameters { parameters.tuning.programs }

    init(_ board: Board) {
        (parameters, deadline, cancellation) = (board.parameters, board.deadline, board.cancellation)
        seconds = { board.clock.secondsLeft }
    }

    /// For a solve that has no board yet.
    init(_ parameters: SolveParameters, _ control: SolveControl, _ watch: Stopwatch) {
        self.parameters = parameters
        let limit = parameters.limit
        deadline = Deadline(control, watch, end: limit)
        cancellation = Cancellation()
        control.link(cancellation)
        seconds = { max(0, limit - watch.seconds) }
    }

    /// What a program may take.
    var budget: ProgramBudget {
        parameters.isCounted ? .iterations(programs.demandPivots) : .seconds(min(seconds(), programs.demandSeconds))
    }

    /// - Parameter instance: A week of requests that must be held.
    func answer(_ instance: Instance) -> Answer {
        if instance.isPartial { return .unknown }
        var search = Search(instance, parameters.tuning.search, seed: parameters.seed)
        search.construct()
        _ = search.run(programs.demandIterations)
        if search.record.missing == 0 { return .possible(search.best) }
        let program = IntegerProgram(
            instance: instance, budget: budget, cutoff: .infinity, cancellation: cancellation)
        do {
            let result = try program.solve { _, _ in }
            if let plan = result.best { return .possible(plan) }
            return result.isComplete ? .impossible : .unknown
        } catch SolveError.infeasible {
            return .impossible
        } catch {
            return .unknown
        }
    }

    /// The model of what is demanded in a week, and of nothing else.
    /// - Parameter requests: The requests whose demands count.
    /// - Throws: `SolveError.infeasible`, bare, where a demand finds no placement; `SolveError.tooLarge`.
    func instance(of week: Week, demanding requests: Set<Int>) throws(SolveError) -> Instance {
        try Instance(
            week: week, baseline: parameters.baseline, freeze: parameters.freeze,
            commitments: parameters.commitments, demanding: requests, rules: parameters.rules,
            allowance: Allowance(memory: parameters.memory, deadline: deadline), explains: false)
    }

    /// Whether a week's demands, or those of some requests, can be kept.
    func isPossible(_ week: Week, only requests: Set<Int>? = nil) -> Bool {
        guard let instance = try? instance(of: week, demanding: requests ?? Set(week.requests.indices)),
            case .possible = answer(instance)
        else { return false }
        return true
    }

    /// Yuan that what must be held charges a fund at least; nil where that is not found.
    func leastCharge(of fund: Int, _ instance: Instance) -> Double? {
        let program = IntegerProgram(
            instance: instance, budget: budget, cutoff: .infinity, cancellation: cancellation)
        guard let result = try? program.solve(adding: { $0.minimise(chargesOf: fund) }, improve: { _, _ in }),
            result.isComplete, let plan = result.best
        else { return nil }
        return plan.spent[fund]
    }
}
