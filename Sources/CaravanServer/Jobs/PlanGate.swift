import CaravanCore
import CaravanLanguage
import CaravanSolver

/// Stands between the solver and the store: the checker of CaravanCore looks at every plan before it is kept or shown.
struct PlanGate: Sendable {
    private let checker: Checker
    private let baseline: Plan?
    private let freeze: String?
    private let commitments: Commitments

    init(_ request: JobRequest) {
        checker = Checker(week: request.week.week)
        baseline = request.parameters.baseline
        freeze = request.parameters.freeze
        commitments = request.parameters.commitments
    }

    /// What is wrong with a plan: rules that it breaks, and what it says of itself and is not so.
    func objections(to plan: Plan) -> [Bilingual] {
        let report = checker.check(plan, baseline: baseline, freeze: freeze)
        let misstated = checker.misstated(plan, terms: report.terms) + misstatedCommitment(plan, report.terms)
        return report.violations.map(\.line) + misstated.map(\.bilingual)
    }

    private func misstatedCommitment(_ plan: Plan, _ terms: Terms) -> [Misstatement] {
        guard let baseline, !commitments.isNeutral else {
            return plan.commitment == nil ? [] : [Misstatement("commitment", .needless)]
        }
        guard let figures = plan.commitment else { return [Misstatement("commitment", .missing)] }
        let points = checker.commitmentPoints(of: plan, against: baseline, under: commitments)
        return checker.misstated(figures, terms: terms, points: points)
    }
}
