import CaravanCore
import GLPK

/// Solves an instance, usually one that reduced-cost fixing or a neighbourhood has made small, as one integer program.
struct IntegerProgram {
    /// What came out.
    struct Result {
        /// The best plan found, if it is better than the cutoff.
        var best: Schedule?
        /// No plan of the instance is better than this, points.
        var bound: Double
        /// Whether the instance was searched to the end: `best` is its best plan, or there is none below the cutoff.
        var isComplete: Bool
        /// Simplex iterations made.
        var iterations = 0
        /// How much of the budget was used.
        var share = 0.0
    }

    let instance: Instance
    /// What it may take.
    let budget: ProgramBudget
    /// Only plans below this objective are of interest.
    let cutoff: Double
    let cancellation: Cancellation
    var parameters = ProgramParameters()
    /// Memory that GLPK may use, megabytes: a runaway tree becomes an error instead of a dead daemon.
    static let memoryLimitMB = 1_500

    /// About how many columns the program would have.
    static func size(of instance: Instance) -> Int {
        instance.requestCount + instance.venueCandidates.count + instance.memberCandidates.count * 3 / 2
    }

    /// Solves; `improve` is told of every better plan and bound on the way.
    /// - Parameter adding: rows that the plans wanted keep beside the rules.
    /// - Throws: `SolveError` where the formulation shows a contradiction, `GLPKError` where GLPK fails.
    func solve(
        start: [Assignment]? = nil, adding rows: @Sendable (inout Formulation) -> Void = { _ in },
        improve: @escaping @Sendable (_ plan: Schedule?, _ bound: Double) -> Void
    ) throws -> Result {
        var whole = try Formulation(instance)
        rows(&whole)
        return try solve(whole, start: start, improve: improve)
    }

    private func solve(
        _ whole: Formulation, start: [Assignment]?,
        improve: @escaping @Sendable (_ plan: Schedule?, _ bound: Double) -> Void
    ) throws -> Result {
        return try GLPK.run(memoryLimitMB: Self.memoryLimitMB, cancellation: cancellation) { environment in
            var formulation = whole
            var meter = ProgramMeter(budget)
            let bound = try tighten(&formulation, &meter, in: environment, improve)
            let point = start.flatMap { formulation.encode($0) }
            while true {
                guard !meter.isSpent, !cancellation.isCancelled, bound < cutoff else {
                    return Result(
                        best: nil, bound: bound, isComplete: bound >= cutoff, iterations: meter.iterations,
                        share: meter.share)
                }
                let result = try search(
                    formulation, from: point, meter.branchAndCut(cutoff: cutoff), in: environment, improve)
                meter.count(result.iterations)
                // A best point that exceeds a limit is none; without it the search begins anew.
                guard let values = result.values, !result.isStart, formulation.forbidExceeding(at: values) else {
                    return read(result, formulation, atLeast: bound, meter)
                }
            }
        }
    }

    private func search(
        _ formulation: Formulation, from point: [Double]?, _ limits: IntegerOptions, in environment: Environment,
        _ improve: @escaping @Sendable (_ plan: Schedule?, _ bound: Double) -> Void
    ) throws -> IntegerResult {
        let program = try environment.problem(formulation.program)
        return try program.integer(limits, start: point) { incumbent in
            var exact = formulation
            let isPlan = !exact.forbidExceeding(at: incumbent.values)
            let plan = isPlan ? formulation.decode(incumbent.values) : nil
            improve(plan.map { Schedule(instance, holding: $0) }, incumbent.bound)
        }
    }

    /// Adds the cover cuts that the relaxation violates, a few rounds; returns its bound.
    private func tighten(
        _ formulation: inout Formulation, _ meter: inout ProgramMeter, in environment: Environment,
        _ improve: (_ plan: Schedule?, _ bound: Double) -> Void
    ) throws -> Double {
        var bound = -Double.infinity
        for _ in 0..<parameters.coverRounds {
            let relaxation = try environment.problem(formulation.program)
            let result = try relaxation.simplex(meter.relaxation)
            meter.count(result.iterations)
            guard result.status == .optimal else {
                return result.status == .infeasible ? .infinity : bound
            }
            bound = max(bound, result.objective)
            improve(nil, bound)
            let cuts = formulation.violatedCovers(at: try relaxation.primalValues())
            if cuts.isEmpty || bound >= cutoff || meter.isSpent { break }
            formulation.add(Array(cuts.prefix(parameters.coversPerRound)))
        }
        return bound
    }

    private func read(
        _ result: IntegerResult, _ formulation: Formulation, atLeast bound: Double, _ meter: ProgramMeter
    ) -> Result {
        var plan: [Assignment]?
        if !result.isStart, let values = result.values { plan = formulation.decode(values) }
        return Result(
            best: plan.map { held in Schedule(instance, holding: held) }, bound: max(bound, result.bound),
            isComplete: result.isComplete, iterations: meter.iterations, share: meter.share)
    }
}
