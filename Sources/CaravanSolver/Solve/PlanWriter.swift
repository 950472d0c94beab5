import CaravanCore
import CaravanLanguage
import Synchronization

/// Writes plans out, and has every one checked by the rules of CaravanCore, which share no code with the solver.
final class PlanWriter: Sendable {
    private let instance: Instance
    private let checker: Checker
    private let baseline: Plan?
    private let freeze: String?
    private let commitments: Commitments
    private let clock: SolveClock
    /// The plan written last, by its serial.
    private let written = Mutex<(serial: Int, plan: Plan)?>(nil)

    init(_ instance: Instance, _ parameters: SolveParameters, _ clock: SolveClock) {
        self.clock = clock
        self.instance = instance
        checker = Checker(week: instance.week)
        baseline = parameters.baseline
        freeze = parameters.freeze
        commitments = parameters.commitments
    }

    /// The plan document of an incumbent with what is proven.
    /// - Throws: `SolveError.internalFailure` naming the violations, if the checker finds any.
    func plan(_ incumbent: Incumbent, _ bounds: Bounds) throws(SolveError) -> Plan {
        let known = written.withLock { $0 }
        let plan: Plan
        if let known, known.serial == incumbent.serial {
            plan = known.plan
        } else {
            plan = try clock.timingWriting { () throws(SolveError) in try write(incumbent.assignments) }
            written.withLock { $0 = (incumbent.serial, plan) }
        }
        // Disruption grows by no more than the commitments can add, so what bounds the sum bounds the plain objective.
        return bounded(
            plan, by: bounds.best, plain: max(bounds.plain, bounds.best - instance.tables.mostCommitmentPoints))
    }

    /// A plan document with objective and terms, no bound yet.
    private func write(_ assignments: [Assignment]) throws(SolveError) -> Plan {
        let order = assignments.map { (start: instance.placements[$0.placement].start, session: instance.session($0)) }
            .sorted { ($0.start, $0.session.request) < ($1.start, $1.session.request) }
        var plan = Plan(week: instance.week.id, baseline: baseline?.version, sessions: order.map(\.session))
        let report = checker.check(plan, baseline: baseline, freeze: freeze)
        if !report.violations.isEmpty {
            let list = report.violations.prefix(5).map(\.line)
            throw .internalFailure(RefusedJob.planFailedCheck(list.listed(.semicolon)))
        }
        plan.objective = report.terms.total
        plan.terms = report.terms
        return plan
    }

    /// The plan with bound, gap and status; under commitments with their figures beside.
    /// - Parameters:
    ///   - bound: Proven for what the solve minimises.
    ///   - plain: Proven for the plain objective; without commitments that is the same.
    private func bounded(_ written: Plan, by bound: Double, plain: Double) -> Plan {
        var plan = written
        let objective = plan.objective ?? 0
        let proven = plain.isFinite ? min(plain, objective) : nil
        plan.bound = proven
        plan.gap = proven.map { Plan.gap(objective: objective, bound: $0) }
        plan.status = (plan.gap ?? 1) <= Tolerance.optimalGap ? .optimal : .feasible
        plan.commitment = figures(plan, bound: bound)
        return plan
    }

    /// The figures under commitments; nil where there are none.
    private func figures(_ plan: Plan, bound: Double) -> CommitmentFigures? {
        guard let baseline, !commitments.isNeutral, let plain = plan.objective else { return nil }
        let points = checker.commitmentPoints(of: plan, against: baseline, under: commitments)
        let objective = plain + points
        let proven = bound.isFinite ? min(bound, objective) : nil
        return CommitmentFigures(points: points, objective: objective, bound: proven)
    }
}
