import CaravanCore
import CaravanSolver

/// Stands between the solver and the store: the checker of CaravanCore looks at every plan before it is kept or shown.
struct PlanGate: Sendable {
    private let checker: Checker
    private let baseline: Plan?
    private let freeze: String?

    init(_ request: JobRequest) {
        checker = Checker(week: request.week.week)
        baseline = request.parameters.baseline
        freeze = request.parameters.freeze
    }

    /// What is wrong with a plan: rules that it breaks, and what it says of itself and is not so.
    func objections(to plan: Plan) -> [String] {
        let report = checker.check(plan, baseline: baseline, freeze: freeze)
        let broken = report.violations.map { "\($0.rule.rawValue): \($0.message)" }
        return broken + checker.misstated(plan, terms: report.terms)
    }
}
