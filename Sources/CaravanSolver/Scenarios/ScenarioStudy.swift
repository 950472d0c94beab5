import CaravanCore

/// Solves a week and edited copies of it, one after the other in equal shares of the time; stores nothing.
public struct ScenarioStudy: Sendable {
    /// Solves a week; blocks until the end.
    public typealias Solve = (_ week: Week, _ parameters: SolveParameters) throws(SolveError) -> Plan

    /// A week with the plan found for it.
    public struct Solved: Sendable {
        /// The week, as edited.
        public let week: Week
        /// Its plan, with objective and terms.
        public let plan: Plan

        /// Between these lies the optimum; no term of the objective is ever negative, so 0 is proven in any case.
        public var bracket: (bound: Double, objective: Double) {
            let objective = plan.objective ?? 0
            return (min(plan.bound ?? 0, objective), objective)
        }
    }

    /// What came out for one scenario.
    public enum Answer: Sendable {
        /// A plan.
        case solved(Solved)
        /// Its edits cannot be applied.
        case refused(EditError)
        /// There is no plan.
        case unsolved(SolveError)
    }

    private let week: Week
    private let parameters: SolveParameters
    private let share: Double

    /// A study that has not begun.
    /// - Parameters:
    ///   - parameters: Of every solve; `limit` is for all of them together, `start` is where the base begins.
    ///   - count: How many scenarios will be answered.
    public init(week: Week, parameters: SolveParameters, scenarios count: Int) {
        self.week = week
        self.parameters = parameters
        share = parameters.limit / Double(count + 1)
    }

    /// Solves the unedited week.
    /// - Throws: `SolveError`.
    public func base(_ solve: Solve) throws(SolveError) -> Solved { try solved(week, from: parameters.start, solve) }

    /// Solves a scenario from the plan of the base.
    public func answer(_ scenario: Scenario, from base: Solved, _ solve: Solve) -> Answer {
        do {
            return .solved(try solved(try scenario.week(from: week), from: base.plan, solve))
        } catch let error as EditError {
            return .refused(error)
        } catch let error as SolveError {
            return .unsolved(error)
        } catch {
            return .refused(EditError(.unsound, "the edited week cannot be read: \(error)"))
        }
    }

    private func solved(_ week: Week, from start: Plan?, _ solve: Solve) throws(SolveError) -> Solved {
        var parameters = parameters
        parameters.limit = share
        parameters.start = start
        let plan = try solve(week, parameters)
        return Solved(week: week, plan: better(of: plan, start, in: week))
    }

    /// The plan found, or the start where it keeps every rule and costs less: the solver leaves out options that some
    /// best plan does without, and a start may be made of these.
    private func better(of plan: Plan, _ start: Plan?, in week: Week) -> Plan {
        guard let start, let objective = plan.objective else { return plan }
        let report = Checker(week: week).check(start, baseline: parameters.baseline, freeze: parameters.freeze)
        guard report.isSound, report.terms.total < objective else { return plan }
        var kept = start
        (kept.objective, kept.terms) = (report.terms.total, report.terms)
        kept.bound = plan.bound.map { min($0, report.terms.total) }
        kept.gap = kept.bound.map { Plan.gap(objective: report.terms.total, bound: $0) }
        return kept
    }
}
