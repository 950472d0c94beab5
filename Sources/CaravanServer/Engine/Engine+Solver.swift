import CaravanCore
import CaravanSolver

extension Engine {
    /// The engine of the daemon: CaravanSolver.
    public static let caravan = Engine(
        version: SolverLibrary.version, solve: solveByCaravan, explain: explainByCaravan,
        suggest: { Suggestions.best($0, for: $1, in: $2, of: $3, baseline: $4) },
        model: { week, format in try format.text(of: week) })

    @Sendable private static func solveByCaravan(
        _ week: Week, _ parameters: SolveParameters, _ control: JobControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        let switchboard = SolveControl()
        control.onStop { switchboard.stop() }
        let solver = Solver(week: week, parameters: parameters, control: switchboard)
        let outcome = try solver.run { observe($0.progress, $0.incumbent) }
        return JobResult(plan: outcome.plan, termination: outcome.termination, duals: outcome.duals)
    }

    @Sendable private static func explainByCaravan(_ week: Week, _ plan: Plan) -> [Obstacle] {
        UnheldReasons.reasons(week: week, plan: plan).map { reason in
            var further = JSONObject([
                ("options", .int(reason.options)),
                ("rules", .array(reason.rules.map { ["rule": .string($0.rule), "ruledOut": .int($0.ruledOut)] })),
            ])
            further["change"] = reason.change.map { .number($0) }
            return Obstacle(
                request: reason.request, code: reason.code.rawValue, english: reason.text, chinese: reason.chinese,
                further: further)
        }
    }
}
