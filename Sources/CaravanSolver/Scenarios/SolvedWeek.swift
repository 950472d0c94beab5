import CaravanCore

/// A week with the plan found for it.
public struct SolvedWeek: Sendable {
    /// The week, as edited.
    public let week: Week
    /// Its plan, with objective and terms.
    public let plan: Plan
    /// Between these lies the optimum; no term of the objective is ever negative, so 0 is proven in any case.
    public let bracket: Bracket
    /// What its bound's multipliers were at the end.
    public let duals: DualStart?

    /// - Parameter bound: A bound proven otherwise; the better one counts.
    init(week: Week, plan: Plan, duals: DualStart?, bound: Double = 0) {
        self.week = week
        self.plan = plan
        self.duals = duals
        bracket = Bracket(bound: max(plan.bound ?? 0, bound, 0), objective: plan.objective ?? 0)
    }
}

/// Solves weeks for a study, each from what is known of a similar one.
struct StudySolver: Sendable {
    /// Solves a week; blocks until the end.
    typealias Solve =
        @Sendable (_ week: Week, _ parameters: SolveParameters) throws(SolveError) -> (plan: Plan, duals: DualStart?)

    /// Of every solve: baseline, seed and so on.
    let parameters: SolveParameters
    let solve: Solve

    /// Solves a week for some seconds.
    /// - Parameters:
    ///   - start: A plan to begin from, whatever becomes of it in this week.
    ///   - gap: The solve ends once its gap is no larger.
    ///   - bound: A bound of the week proven otherwise, points.
    ///   - sharing: How many solves share the memory.
    func solve(
        _ week: Week, seconds: Double, threads: Int, from start: Plan?, duals: DualStart?, gap: Double = 0,
        bound: Double? = nil, sharing: Int = 1
    ) throws(SolveError) -> SolvedWeek {
        var parameters = parameters
        parameters.limit = seconds
        parameters.memory /= max(1, sharing)
        parameters.start = start
        parameters.duals = duals
        parameters.gap = gap
        parameters.knownBound = bound
        parameters.threads = threads
        parameters.takesTurns = threads <= 1
        let found = try solve(week, parameters)
        let plan = better(of: found.plan, start, in: week)
        return SolvedWeek(week: week, plan: plan, duals: found.duals ?? duals, bound: bound ?? 0)
    }

    /// A plan as it is in another week, with that week's terms; nil where it breaks a rule there.
    func plan(_ plan: Plan, in week: Week) -> Plan? {
        let report = Checker(week: week).check(plan, baseline: parameters.baseline, freeze: parameters.freeze)
        guard report.isSound else { return nil }
        var kept = plan
        (kept.objective, kept.terms) = (report.terms.total, report.terms)
        (kept.bound, kept.gap, kept.status) = (nil, nil, .feasible)
        return kept
    }

    /// The plan found, or the start where it keeps every rule and costs less: the solver leaves out options that some
    /// best plan does without, and a start may be made of these.
    private func better(of found: Plan, _ start: Plan?, in week: Week) -> Plan {
        guard let start, let objective = found.objective, var kept = plan(start, in: week),
            let points = kept.objective, points < objective
        else { return found }
        kept.bound = found.bound.map { min($0, points) }
        kept.gap = kept.bound.map { Plan.gap(objective: points, bound: $0) }
        return kept
    }
}
