import CaravanCore

/// Writes plans out, and has every one checked by the rules of CaravanCore, which share no code with the solver.
struct Scribe: Sendable {
    /// A plan within this gap is optimal (domain, section 5).
    static let optimalGap = 1e-6

    private let instance: Instance
    private let checker: Checker
    private let baseline: Plan?
    private let freeze: String?

    init(_ instance: Instance, _ parameters: SolveParameters) {
        self.instance = instance
        checker = Checker(week: instance.week)
        baseline = parameters.baseline
        freeze = parameters.freeze
    }

    /// A plan document with objective, bound, gap, status and terms.
    /// - Throws: `SolveError.internalFailure` naming the violations, if the checker finds any.
    func plan(_ assignments: [Assignment], bound: Double) throws(SolveError) -> Plan {
        let order = assignments.map { (start: instance.placements[$0.placement].start, session: instance.session($0)) }
            .sorted { ($0.start, $0.session.request) < ($1.start, $1.session.request) }
        var plan = Plan(week: instance.week.id, baseline: baseline?.version, sessions: order.map(\.session))
        let report = checker.check(plan, baseline: baseline, freeze: freeze)
        if !report.violations.isEmpty {
            let list = report.violations.prefix(5).map { "\($0.rule.rawValue) \($0.message)" }.joined(separator: "; ")
            throw .internalFailure("a plan failed the checker: \(list)")
        }
        let objective = report.terms.total
        let proven = bound.isFinite ? min(bound, objective) : nil
        plan.objective = objective
        plan.terms = report.terms
        plan.bound = proven
        plan.gap = proven.map { Plan.gap(objective: objective, bound: $0) }
        plan.status = (plan.gap ?? 1) <= Self.optimalGap ? .optimal : .feasible
        return plan
    }
}
