import CaravanCore
import CaravanSolver

extension Engine {
    /// The engine of the daemon: CaravanSolver.
    public static let caravan = Engine(
        version: SolverLibrary.version, solve: solveByCaravan, explain: explainByCaravan,
        suggest: { count, request, plan, week, baseline, moving in
            try ModelRoom.require(for: week, requests: [request], baseline: baseline, memory: MachineMemory.ofModel())
            return Suggestions.best(count, for: request, in: plan, of: week, baseline: baseline, moving: moving)
        },
        model: { week, format in
            try ModelRoom.require(for: week, memory: MachineMemory.ofModel())
            return try format.text(of: week)
        })

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

    @Sendable private static func explainByCaravan(
        _ week: Week, _ plan: Plan, _ baseline: Plan?, _ request: String?
    ) throws -> [Obstacle] {
        try ModelRoom.require(
            for: week, requests: request.map { [$0] }, baseline: baseline, memory: MachineMemory.ofModel())
        guard let request else {
            return UnheldReasons.reasons(week: week, plan: plan, baseline: baseline).map { Obstacle($0) }
        }
        guard let explanation = RequestExplanation(request, in: plan, of: week, baseline: baseline) else { return [] }
        if let reason = explanation.reason { return [Obstacle(reason, adding: explanation.fields)] }
        return [Obstacle(request: request, code: "held", reason: explanation.why, further: explanation.fields)]
    }
}

extension Obstacle {
    fileprivate init(_ reason: UnheldReason, adding fields: JSONObject = JSONObject()) {
        var further = JSONObject([
            ("options", .int(reason.options)),
            ("rules", .array(reason.rules.map { ["rule": .string($0.rule), "ruledOut": .int($0.ruledOut)] })),
        ])
        further["change"] = reason.change.map { .number($0) }
        for field in fields.fields { further[field.key] = field.value }
        self.init(request: reason.request, code: reason.code.rawValue, reason: reason.phrase, further: further)
    }
}
