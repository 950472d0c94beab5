import CaravanCore
import CaravanLanguage
import GLPK
import Synchronization

/// Where the lanes of a solve meet: the best plan, the best bound, the prices of what is scarce, and whether it is over. Lanes
/// hand values over and never share state.
final class Board: Sendable {
    /// A plan as lanes exchange it.
    struct Incumbent: Sendable {
        let assignments: [Assignment]
        let objective: Double
        /// Counts up: a lane sees at once whether there is a newer one.
        let serial: Int
    }

    private struct State {
        var incumbent: Incumbent?
        var bound: Double
        var plainBound = -Double.infinity
        var prices: DualPrices?
        var duals: DualStart?
        var pool: ElitePool
        var phase = "placements"
        var failure: SolveError?
        var changed = false
        var toldPlan = 0
        var toldAt: Double = -1
        var isTelling = false
        /// The plan written out last, by its serial.
        var written: (serial: Int, plan: Plan)?
        /// Seconds that writing a plan out and checking it took last.
        var writing = 0.0
        var gains: [Part: Double] = [:]
        var statistics: [String: Double] = [:]
    }

    let instance: Instance
    let parameters: SolveParameters
    let control: SolveControl
    /// Ends whatever GLPK is doing for this solve: cancelled by a stop, and when the solve is over.
    let lanes = Cancellation()
    private let scribe: Scribe
    private let watch: Stopwatch
    private let observe: @Sendable (SolveEvent) -> Void
    private let state: Mutex<State>
    /// Events closer together than this are told as one, seconds.
    private static let quiet = 0.05

    init(
        _ instance: Instance, _ parameters: SolveParameters, _ control: SolveControl, watch: Stopwatch = Stopwatch(),
        _ observe: @escaping @Sendable (SolveEvent) -> Void
    ) {
        self.watch = watch
        self.instance = instance
        self.parameters = parameters
        self.control = control
        self.observe = observe
        scribe = Scribe(instance, parameters)
        let pool = ElitePool(capacity: parameters.tuning.programs.mostElites)
        state = Mutex(State(bound: parameters.knownBound ?? -.infinity, pool: pool))
        control.link(lanes)
    }

    /// Seconds since the solve began.
    var seconds: Double { watch.seconds }
    /// Seconds that are left to the lanes.
    var secondsLeft: Double { max(0, end - seconds) }
    /// When the lanes end: before the limit by what it takes to write the plan out and to check it, which whoever asked for
    /// it does once more.
    private var end: Double {
        let writing = state.withLock { $0.writing }
        let turns = parameters.tuning.turns
        return parameters.limit - min(turns.writings * writing, turns.mostWriting * parameters.limit)
    }
    /// Over when the lanes end, whatever for.
    var deadline: Deadline {
        guard parameters.limit < .infinity else { return Deadline { [lanes] in lanes.isCancelled } }
        return Deadline { [self] in lanes.isCancelled || seconds >= end }
    }
    /// The best plan so far.
    var incumbent: Incumbent? { state.withLock { $0.incumbent } }
    /// The best bound so far, points.
    var bound: Double { state.withLock { $0.bound } }
    /// Whether the search should look mostly where prices point. Near a baseline it should not: what is best there is what
    /// keeps sessions as they are, and with prospects a replanning of small-1 stays 0.7 % above its optimum.
    var wantsProspects: Bool { parameters.baseline == nil }
    /// What things are worth, once the dual lane knows.
    var prices: DualPrices? { state.withLock { $0.prices } }

    /// Why the solve should end now, nil while it should go on.
    var ending: Termination? {
        let (gap, failed) = state.withLock { (Self.gap($0), $0.failure != nil) }
        if failed || control.isStopped { return .stopped }
        if let gap, gap <= Tolerance.optimalGap { return .optimal }
        if let gap, gap <= parameters.gap { return .gap }
        return seconds >= end ? .limit : nil
    }

    private static func gap(_ state: borrowing State) -> Double? {
        guard let incumbent = state.incumbent, state.bound > -.infinity else { return nil }
        return Plan.gap(objective: incumbent.objective, bound: min(state.bound, incumbent.objective))
    }

    /// Hands in a plan that keeps all rules; taken if it is better than the best.
    func offer(_ schedule: borrowing Schedule, by part: Part) {
        guard schedule.missing == 0, schedule.keepsLimits else { return }
        let objective = schedule.objective
        let isBetter = state.withLock { $0.incumbent.map { objective < $0.objective - Tolerance.betterPlan } ?? true }
        guard isBetter else { return }
        let assignments = schedule.assignments
        state.withLock { state in
            guard state.incumbent.map({ objective < $0.objective - Tolerance.betterPlan }) ?? true else { return }
            if let before = state.incumbent { state.gains[part, default: 0] += before.objective - objective }
            let serial = (state.incumbent?.serial ?? 0) + 1
            state.incumbent = Incumbent(assignments: assignments, objective: objective, serial: serial)
            state.pool.add(assignments)
            state.phase = part.phase
            state.changed = true
        }
        tell()
    }

    /// Hands in a bound; it counts if it is better. Bounds hold for every plan, so they only rise.
    func raise(bound: Double, by part: Part) {
        state.withLock { state in
            guard bound > state.bound else { return }
            // A gain that nobody would see is kept without being told.
            let visible = bound > state.bound + Tolerance.slack(Tolerance.visibleBound, of: bound)
            if state.bound.isFinite { state.gains[part, default: 0] += bound - state.bound }
            state.bound = bound
            guard visible else { return }
            state.phase = part.phase
            state.changed = true
        }
        tell()
    }

    /// Hands in a bound of the plain objective, for a solve that minimises another one (`SolveParameters.commitments`).
    func raise(plainBound bound: Double) {
        state.withLock { $0.plainBound = max($0.plainBound, bound) }
    }

    /// By how many points a part has improved the best plan and the best bound so far.
    func gain(of part: Part) -> Double { state.withLock { $0.gains[part] ?? 0 } }

    /// The latest good plans, the latest last.
    var elites: [[Assignment]] { state.withLock { $0.pool.plans } }

    /// Hands in a good plan that need not be the best: its sessions may go into programs.
    func pool(_ assignments: [Assignment]) { state.withLock { $0.pool.add(assignments) } }

    /// Hands in what things are worth.
    func post(prices: DualPrices) { state.withLock { $0.prices = prices } }

    /// Hands in what the ascent knows at its end.
    func post(duals: DualStart) { state.withLock { $0.duals = duals } }

    /// Notes a figure for people who measure.
    func note(_ name: String, _ value: Double) { state.withLock { $0.statistics[name] = value } }

    /// Adds to a figure that several lanes count.
    func count(_ name: String, _ value: Double) { state.withLock { $0.statistics[name, default: 0] += value } }

    /// Ends the solve with an error.
    func fail(_ error: SolveError) { state.withLock { $0.failure = $0.failure ?? error } }

    /// What the solve was found to be infeasible for; empty where it was not.
    var contradiction: [Contradiction] {
        if case .infeasible(let found)? = state.withLock({ $0.failure }) { found } else { [] }
    }

    /// Tells the observer what changed, unless it was told something just now; lanes call this every few milliseconds.
    func tell(evenNow: Bool = false) {
        let now = seconds
        let news: (State, Bool)? = state.withLock { state in
            guard state.changed, !state.isTelling, evenNow || now - state.toldAt >= Self.quiet else { return nil }
            let newPlan = (state.incumbent?.serial ?? 0) > state.toldPlan
            (state.changed, state.isTelling) = (false, true)
            (state.toldAt, state.toldPlan) = (now, state.incumbent?.serial ?? 0)
            return (state, newPlan)
        }
        guard let (snapshot, newPlan) = news else { return }
        defer { state.withLock { $0.isTelling = false } }
        do throws(SolveError) {
            var told: Plan?
            if newPlan, let incumbent = snapshot.incumbent { told = try plan(incumbent, snapshot) }
            let objective = snapshot.incumbent?.objective
            let bound = snapshot.bound > -.infinity ? min(snapshot.bound, objective ?? .infinity) : nil
            observe(
                SolveEvent(
                    progress: SolveProgress(seconds: now, objective: objective, bound: bound, phase: snapshot.phase),
                    incumbent: told))
        } catch {
            fail(error)
        }
    }

    private func plan(_ incumbent: Incumbent, _ state: State) throws(SolveError) -> Plan {
        let plan: Plan
        if let written = state.written, written.serial == incumbent.serial {
            plan = written.plan
        } else {
            let before = seconds
            plan = try scribe.plan(incumbent.assignments)
            let took = seconds - before
            self.state.withLock { state in
                state.written = (incumbent.serial, plan)
                state.writing = took
            }
        }
        // Disruption grows by no more than the commitments can add, so what bounds the sum bounds the plain objective.
        let plain = max(state.plainBound, state.bound - instance.mostCommitmentPoints)
        return scribe.bounded(plan, by: state.bound, plain: plain)
    }

    /// The result: the best plan, checked.
    /// - Throws: `SolveError`: what a lane failed with, or that there is no plan.
    func outcome(_ termination: Termination) throws(SolveError) -> SolveOutcome {
        tell(evenNow: true)
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        guard let incumbent = end.incumbent else { throw .undecided }
        let gains = end.gains.map { (name: "\($0.key.rawValue) gained", value: $0.value) }
        let statistics = (end.statistics.map { (name: $0.key, value: $0.value) } + gains).sorted { $0.name < $1.name }
        return SolveOutcome(
            plan: try plan(incumbent, end), termination: termination, statistics: statistics, duals: end.duals)
    }
}
