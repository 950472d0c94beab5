import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanServer
import CaravanSolver
import Foundation

/// An engine whose behaviour the seed of the job chooses; see `Script`.
struct ScriptedEngine: Engine {
    let version = "5.0"

    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        try Script.solve(week, parameters, control, observe)
    }

    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) -> [ExplanationRecord] {
        let held = Set(plan.sessions.map(\.request))
        return week.requests.filter { !held.contains($0.id) }
            .map { request in
                var record = ExplanationRecord()
                (record.request, record.code) = (request.id, "no-venue")
                record.reason = Bilingual("no venue fits", "没有合适的场地")
                return record
            }
    }

    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) -> [Suggestion] {
        Suggestions.best(count, for: request, in: plan, of: week, baseline: baseline, moving: moving)
    }

    func model(of week: Week, as format: ModelFormat) -> String { "* \(format.rawValue) of \(week.id)\n" }
}

/// What the scripted engine does for a seed.
enum Script: UInt64 {
    /// Finds its plan at once.
    case prompt = 1
    /// Has a plan at once, and goes on until it is stopped.
    case endless = 2
    /// Says that there is no plan.
    case infeasible = 3
    /// Returns a plan that breaks rules.
    case unsound = 4
    /// Returns a plan that claims a better objective than it has.
    case boastful = 5
    /// Fails.
    case failing = 6
    /// Does not listen when it is stopped, for two seconds.
    case deaf = 7
    /// Finds neither a plan nor that there is none.
    case undecided = 8

    @Sendable static func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        let script = Script(rawValue: parameters.seed) ?? .prompt
        if script == .infeasible {
            throw .infeasible([Contradiction(Bilingual("pin of r1 contradicts pin of r2", "r1 的锁定与 r2 的锁定矛盾"))])
        }
        if script == .undecided { throw .undecided }
        if script == .failing { throw .internalFailure(Bilingual("the simplex method gave up", "单纯形法未能求解")) }
        let plan = greedyPlan(for: week, parameters.baseline)
        switch script {
        case .prompt, .infeasible, .failing, .undecided: return JobResult(plan: plan, termination: .optimal)
        case .endless: return endless(plan, control, observe)
        case .unsound:
            var wrong = plan
            wrong.sessions += wrong.sessions
            return JobResult(plan: wrong, termination: .limit)
        case .boastful:
            var wrong = plan
            wrong.objective = -1
            return JobResult(plan: wrong, termination: .limit)
        case .deaf:
            observe(SolveProgress(seconds: 0, objective: plan.objective, phase: "search"), plan)
            Thread.sleep(forTimeInterval: 2)
            return JobResult(plan: plan, termination: .limit)
        }
    }

    private static func endless(
        _ plan: Plan, _ control: SolveControl, _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) -> JobResult {
        observe(SolveProgress(seconds: 0, objective: plan.objective, phase: "construction"), plan)
        observe(SolveProgress(seconds: 0, bound: plan.bound, phase: "bound"), nil)
        while !control.isStopped { Thread.sleep(forTimeInterval: 0.002) }
        return JobResult(plan: plan, termination: .stopped)
    }

    /// Puts every request where it can be held without a crew, in the order of the week.
    private static func greedyPlan(for week: Week, _ baseline: Plan?) -> Plan {
        let checker = Checker(week: week)
        var plan = Plan(week: week.id, sessions: [])
        for request in week.requests {
            let options = (0..<week.calendar.count).flatMap { start in
                week.venues.map { venue in
                    Session(
                        request: request.id, start: week.calendar.name(of: start),
                        township: week.townships[venue.township].id, venue: venue.id, crew: [])
                }
            }
            for option in options {
                var longer = plan
                longer.sessions.append(option)
                guard checker.check(longer).isSound else { continue }
                plan = longer
                break
            }
        }
        plan = plan.sorted(by: week)
        let terms = checker.check(plan, baseline: baseline).terms
        plan.terms = terms
        plan.objective = terms.total
        plan.bound = terms.total
        plan.gap = 0
        plan.status = .optimal
        return plan
    }
}

/// An engine that solves as a test wants it, and finds nothing else.
struct SolvingEngine: Engine {
    let version = "5.0"
    let solving: @Sendable (Week, SolveParameters, SolveControl) throws(SolveError) -> JobResult

    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        try solving(week, parameters, control)
    }

    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) -> [ExplanationRecord] {
        []
    }

    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) -> [Suggestion] {
        []
    }

    func model(of week: Week, as format: ModelFormat) -> String { "" }
}
