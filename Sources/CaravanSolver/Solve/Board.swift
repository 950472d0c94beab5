import CaravanCore
import GLPK
import Synchronization

/// Where the workers of a solve meet: the best plan, the best bound, the prices of what is scarce, and whether it is over.
/// Workers hand values over and never share state.
final class Board: Sendable {
    private struct State {
        var incumbents: Incumbents
        var bounds: Bounds
        var events = EventThrottle()
        var statistics = SolveStatistics()
        var prices: DualPrices?
        var duals: DualStart?
        var failure: SolveError?
    }

    let instance: Instance
    let parameters: SolveParameters
    let control: SolveControl
    let clock: SolveClock
    /// Ends whatever GLPK is doing for this solve: cancelled by a stop, and when the solve is over.
    let cancellation = Cancellation()
    private let writer: PlanWriter
    private let observe: @Sendable (SolveEvent) -> Void
    private let state: Mutex<State>

    init(
        _ instance: Instance, _ parameters: SolveParameters, _ control: SolveControl, watch: Stopwatch = Stopwatch(),
        _ observe: @escaping @Sendable (SolveEvent) -> Void
    ) {
        (self.instance, self.parameters, self.control, self.observe) = (instance, parameters, control, observe)
        clock = SolveClock(watch, limit: parameters.limit, parameters.tuning.turns)
        writer = PlanWriter(instance, parameters, clock)
        state = Mutex(
            State(
                incumbents: Incumbents(capacity: parameters.tuning.programs.mostElites),
                bounds: Bounds(known: parameters.knownBound)))
        control.link(cancellation)
    }

    /// Over when the workers end, whatever for.
    var deadline: Deadline { Deadline { [cancellation, clock] in cancellation.isCancelled || clock.isOver } }
    /// The best plan so far.
    var incumbent: Incumbent? { state.withLock { $0.incumbents.best } }
    /// The best bound so far, points.
    var bound: Double { state.withLock { $0.bounds.best } }
    /// The latest good plans, the latest last.
    var elites: [[Assignment]] { state.withLock { $0.incumbents.elites.plans } }
    /// What things are worth, once the ascent knows.
    var prices: DualPrices? { state.withLock { $0.prices } }
    /// By how many points a part has improved the best plan and the best bound so far.
    func gain(of part: Part) -> Double { state.withLock { $0.statistics.gain(of: part) } }
    /// Whether the search should look mostly where prices point. Near a baseline it should not: what is best there is what
    /// keeps sessions as they are, and with prospects a replanning of small-1 stays 0.7 % above its optimum.
    var wantsProspects: Bool { parameters.baseline == nil }

    /// Why the solve should end now, nil while it should go on.
    var ending: Termination? {
        let (gap, hasFailed) = state.withLock { state in
            (state.incumbents.best.flatMap { state.bounds.gap(of: $0.objective) }, state.failure != nil)
        }
        if hasFailed || control.isStopped { return .stopped }
        if let gap, gap <= Tolerance.optimalGap { return .optimal }
        if let gap, gap <= parameters.gap { return .gap }
        return clock.isOver ? .limit : nil
    }

    /// Hands in a plan that keeps all rules; taken if it is better than the best.
    func offer(_ schedule: borrowing Schedule, by part: Part) {
        guard schedule.missing == 0, schedule.keepsLimits else { return }
        let objective = schedule.objective
        guard state.withLock({ $0.incumbents.areBeaten(by: objective) }) else { return }
        let assignments = schedule.assignments
        state.withLock { state in
            guard let gain = state.incumbents.take(assignments, objective: objective) else { return }
            state.statistics.credit(part, gain)
            state.events.note(part)
        }
        tell()
    }

    /// Hands in a bound; it counts if it is better.
    func raise(bound: Double, by part: Part) {
        state.withLock { state in
            guard let (gain, isVisible) = state.bounds.raise(to: bound) else { return }
            state.statistics.credit(part, gain)
            if isVisible { state.events.note(part) }
        }
        tell()
    }

    /// Hands in a bound of the plain objective.
    func raise(plainBound bound: Double) { state.withLock { $0.bounds.raise(plain: bound) } }

    /// Hands in a good plan that need not be the best: its sessions may go into programs.
    func pool(_ assignments: [Assignment]) { state.withLock { $0.incumbents.elites.add(assignments) } }

    /// Hands in what things are worth.
    func post(prices: DualPrices) { state.withLock { $0.prices = prices } }

    /// Hands in what the ascent knows at its end.
    func post(duals: DualStart) { state.withLock { $0.duals = duals } }

    /// Notes a figure.
    func note(_ name: String, _ value: Double) { state.withLock { $0.statistics.note(name, value) } }

    /// Adds to a figure that several workers count.
    func count(_ name: String, _ value: Double) { state.withLock { $0.statistics.count(name, value) } }

    /// Ends the solve with an error.
    func fail(_ error: SolveError) { state.withLock { $0.failure = $0.failure ?? error } }

    /// What the solve was found to be infeasible for; empty where it was not.
    var contradiction: [Contradiction] {
        if case .infeasible(let found)? = state.withLock({ $0.failure }) { found } else { [] }
    }

    /// Tells the observer what changed, unless it was told something just now; workers call this every few milliseconds.
    func tell(evenNow: Bool = false) {
        let now = clock.seconds
        let news: (State, isNewPlan: Bool)? = state.withLock { state in
            let serial = state.incumbents.best?.serial ?? 0
            guard let isNewPlan = state.events.begin(at: now, evenNow: evenNow, serial: serial) else { return nil }
            return (state, isNewPlan)
        }
        guard let (known, isNewPlan) = news else { return }
        defer { state.withLock { $0.events.end() } }
        let (incumbent, bound) = (known.incumbents.best, known.bounds.best)
        let progress = SolveProgress(
            seconds: now, objective: incumbent?.objective,
            bound: bound > -.infinity ? min(bound, incumbent?.objective ?? .infinity) : nil, phase: known.events.phase)
        do throws(SolveError) {
            let plan = isNewPlan ? try written(incumbent, known.bounds) : nil
            observe(SolveEvent(progress: progress, incumbent: plan))
        } catch {
            fail(error)
        }
    }

    private func written(_ incumbent: Incumbent?, _ bounds: Bounds) throws(SolveError) -> Plan? {
        guard let incumbent else { return nil }
        return try writer.plan(incumbent, bounds)
    }

    /// The result: the best plan, checked.
    /// - Throws: `SolveError`: what a worker failed with, or that there is no plan.
    func outcome(_ termination: Termination) throws(SolveError) -> SolveOutcome {
        tell(evenNow: true)
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        guard let plan = try written(end.incumbents.best, end.bounds) else { throw .undecided }
        return SolveOutcome(
            plan: plan, termination: termination, statistics: end.statistics.list, duals: end.duals)
    }
}
