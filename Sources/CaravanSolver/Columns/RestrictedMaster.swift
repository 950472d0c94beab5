import GLPK

/// The best plan that can be made of the pool's most promising whole sessions: the restricted master as an integer program, with the
/// best plan's sessions in it and its objective as cutoff (price and branch; Desaulniers, Desrosiers and Solomon 2005).
struct RestrictedMaster: Sendable {
    /// What came out.
    struct Result: Sendable {
        /// A better plan, if there is one.
        var plan: Schedule?
        /// Simplex iterations made, and columns of the program.
        var iterations = 0
        var columns = 0
    }

    /// Sessions that a program may have; adapts to what GLPK finishes.
    private(set) var size: Double
    private let parameters: ColumnParameters
    private var random: RandomStream

    init(_ instance: Instance, _ parameters: ColumnParameters = ColumnParameters(), seed: UInt64) {
        self.parameters = parameters
        size = Double(parameters.sessions * instance.requestCount)
        random = RandomStream(seed: seed ^ 0xC01)
    }

    /// Chooses among the sessions of a pool.
    /// - Parameter slack: Sessions of a greater excess are in no better plan, points.
    mutating func solve(
        _ pool: SessionPool, _ generation: inout ColumnGeneration, _ incumbent: Incumbent,
        _ budget: ProgramBudget, _ cancellation: Cancellation
    ) -> Result {
        let slack = incumbent.objective - generation.centre.bound
        var offers = zip(pool.columns, generation.excess(of: pool)).map { (column: $0, excess: $1) }
        offers += generation.prospects(within: slack).filter { !pool.contains($0.column) }
        let chosen = choose(offers.filter { $0.excess <= slack }, slack, incumbent, generation.instance)
        let master = generation.program(of: chosen)
        var meter = ProgramMeter(budget)
        let cutoff = incumbent.objective - Tolerance.programGain
        let limits = meter.branchAndCut(cutoff: cutoff)
        let found = try? GLPK.run(memoryLimitMB: IntegerProgram.memoryLimitMB, cancellation: cancellation) {
            try $0.problem(master.program).integer(limits)
        }
        guard let result = found else {
            size = max(Double(parameters.leastSessions), size * parameters.failedShrinking)
            return Result(columns: master.columns.count)
        }
        meter.count(result.iterations)
        adapt(isComplete: result.isComplete, isQuick: meter.share < parameters.quickShare)
        let plan = result.values.flatMap { values in master.plan(values) }
        let isBetter = plan.map { $0.missing == 0 && $0.objective < cutoff } ?? false
        return Result(plan: isBetter ? plan : nil, iterations: meter.iterations, columns: master.columns.count)
    }

    private mutating func adapt(isComplete: Bool, isQuick: Bool) {
        if !isComplete {
            size = max(Double(parameters.leastSessions), size * parameters.shrinking)
        } else if isQuick {
            size = min(Double(parameters.mostSessions), size * parameters.growth)
        }
    }

    /// The sessions of least excess, a little by chance, with those of the best plan.
    private mutating func choose(
        _ offers: [(column: SessionColumn, excess: Double)], _ slack: Double, _ incumbent: Incumbent,
        _ instance: Instance
    ) -> [SessionColumn] {
        let own = incumbent.assignments.compactMap(instance.column(of:))
        let known = Set(own)
        let keyed = offers.indices.filter { !known.contains(offers[$0].column) }
            .map { (at: $0, key: (offers[$0].excess + parameters.noise * slack) * (0.5 + random.unit())) }
        let room = max(0, Int(size) - own.count)
        return own + keyed.sorted { ($0.key, $0.at) < ($1.key, $1.at) }.prefix(room).map { offers[$0.at].column }
    }
}

extension SessionMaster {
    /// The plan of a point; nil where its sessions do not keep every rule: GLPK's tolerances grow with the yuan in a row.
    func plan(_ values: [Double]) -> Schedule? {
        let held = sessions.indices.filter { values[column($0)] > 0.5 }
            .sorted { placement($0).start < placement($1).start }
            .map { instance.assignment(of: sessions[$0]) }
        var schedule = Schedule(instance)
        for it in held {
            guard schedule.allows(it) else { return nil }
            schedule.restore(it.placement, venue: it.venue, crew: it.crew)
        }
        return schedule
    }
}
