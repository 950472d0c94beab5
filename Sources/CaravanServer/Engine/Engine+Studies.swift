import CaravanCore
import CaravanSolver

// The studies of CaravanSolver, over whatever solves for the engine.
extension Engine {
    /// See `Engine`.
    public func contradictions(in week: Week, seconds: Double, _ control: SolveControl) throws -> [Contradiction] {
        try Contradiction.find(in: week, seconds: seconds, control: control)
    }

    /// See `Engine`.
    public func compare(
        _ scenarios: [Scenario], with week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        base: (SolvedWeek) -> Void, answer: @escaping @Sendable (Int, ScenarioStudy.Answer) -> Void
    ) throws(SolveError) -> Bracket {
        try ScenarioStudy(
            week: week, scenarios: scenarios, parameters: parameters, control: control, solve: solver(control)
        ).run(base: base, answer: answer)
    }

    /// See `Engine`.
    public func curve(
        of fund: String, _ limits: [Double], in week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        told: (BudgetCurve.Step) -> Void
    ) throws(SolveError) -> [BudgetCurve.Step] {
        try BudgetCurve(
            week: week, fund: fund, limits: limits, parameters: parameters, control: control, solve: solver(control)
        ).run(told)
    }

    /// See `Engine`.
    public func worth(of week: Week, _ duals: DualStart, against baseline: Plan?) throws(SolveError) -> WorthReport {
        try WorthReport(week: week, duals: duals, baseline: baseline)
    }

    /// See `Engine`.
    public func standby(for plan: Plan, of week: Week, against baseline: Plan?) throws(SolveError) -> [Standby] {
        try Standby.list(week: week, plan: plan, baseline: baseline)
    }

    /// See `Engine`.
    public func frontier(
        to best: Plan, of week: Week, _ parameters: SolveParameters, _ control: SolveControl
    ) throws(SolveError) -> DisruptionFrontier {
        try FrontierStudy(week: week, parameters: parameters, best: best, control: control).run()
    }

    private func solver(_ control: SolveControl) -> ScenarioStudy.Solve {
        { week, parameters throws(SolveError) in
            let found = try solve(week, parameters, control) { _, _ in }
            return (found.plan, found.duals)
        }
    }
}
