import GLPK

/// Turns of a solve that think in whole sessions: column generation, and integer programs over the sessions known.
struct MasterTurns: Sendable {
    private let board: Board
    private var generation: ColumnGeneration
    private var pool: SessionPool
    private var master: RestrictedMaster
    private var isFilled = false
    private static let least = 0.5

    init(_ board: Board, after ascent: LagrangianAscent) {
        self.board = board
        let parameters = board.parameters.tuning.columns
        generation = ColumnGeneration(ascent, parameters)
        pool = SessionPool(board.instance, parameters)
        master = RestrictedMaster(board.instance, parameters, seed: board.parameters.seed)
    }

    /// Whether column generation can still raise a bound.
    func canGenerate(beyond bound: Double) -> Bool {
        generation.canRaise(bound) && !Part.columnGeneration.isIdle(in: board.parameters)
    }

    private mutating func fill(_ elites: [[Assignment]]) {
        if !isFilled { generation.start(&pool) }
        isFilled = true
        for plan in elites { pool.add(plan: plan) }
    }

    /// Has the ascent go on from the prices found; the search gets those returned.
    private mutating func deliver(to ascent: inout LagrangianAscent) -> DualPrices {
        ascent.adopt(generation.centre)
        var prices = DualPrices(board.instance, generation.centre.multipliers)
        if board.wantsProspects {
            prices.prospects = Prospects(
                board.instance, margins: generation.margins(), bound: generation.centre.bound)
        }
        return prices
    }

    private func note() {
        board.note("generation rounds", Double(generation.rounds))
        board.note("pooled sessions", Double(pool.columns.count))
    }
}

// MARK: - By the clock

extension MasterTurns {
    /// Generates columns for some seconds, or until the relaxation is solved.
    mutating func generate(_ ascent: inout LagrangianAscent, seconds: Double) {
        let end = board.clock.seconds + min(seconds, board.clock.secondsLeft)
        guard canGenerate(beyond: board.bound) else { return }
        fill(board.elites)
        let before = generation.centre.bound
        while board.ending == nil, canGenerate(beyond: board.bound), board.clock.seconds < end {
            let limits = SimplexOptions(timeLimit: end - board.clock.seconds)
            _ = generation.round(&pool, limits, board.cancellation)
            board.raise(bound: generation.centre.bound, by: .columnGeneration)
            board.tell()
        }
        note()
        guard generation.centre.bound > before else { return }
        board.post(prices: deliver(to: &ascent))
        board.raise(bound: ascent.bestBound, by: .columnGeneration)
    }

    /// Solves restricted masters for some seconds, or until the solve is over.
    mutating func recombine(seconds: Double) {
        let end = board.clock.seconds + seconds
        while board.ending == nil, board.clock.seconds < end, let incumbent = board.incumbent {
            fill(board.elites)
            let budget = ProgramBudget.seconds(
                min(
                    board.parameters.tuning.programs.slice, max(Self.least, end - board.clock.seconds),
                    board.clock.secondsLeft))
            let result = master.solve(pool, &generation, incumbent, budget, board.cancellation)
            board.count("restricted masters", 1)
            guard let plan = result.plan else { continue }
            board.count("restricted master gains", 1)
            board.offer(plan, by: .restrictedMaster)
        }
        note()
    }
}

// MARK: - By counted steps

extension MasterTurns {
    /// Generates columns for so many microseconds as steps are reckoned.
    /// - Returns: Prices for the search, where they are news.
    mutating func generate(
        _ ascent: inout LagrangianAscent, _ elites: [[Assignment]], _ costs: StepCosts, _ left: inout Double
    ) -> DualPrices? {
        fill(elites)
        let before = generation.centre.bound
        while left > 0, canGenerate(beyond: max(generation.centre.bound, ascent.bestBound)), !board.control.isStopped {
            let columns = max(generation.size, pool.columns.count)
            let limits = SimplexOptions(iterationLimit: StepCosts.pivots(in: left, columns: columns))
            let done = generation.round(&pool, limits, board.cancellation)
            left -= StepCosts.program(pivots: done.iterations, columns: generation.size)
            left -= Double(done.pricings) * costs.round
        }
        note()
        return generation.centre.bound > before ? deliver(to: &ascent) : nil
    }

    /// Solves one restricted master of so many microseconds.
    /// - Returns: A better plan, if there is one.
    mutating func recombine(
        _ incumbent: Incumbent, _ elites: [[Assignment]], _ costs: StepCosts, _ left: inout Double
    ) -> Schedule? {
        if Part.restrictedMaster.isIdle(in: board.parameters) { return nil }
        fill(elites)
        let columns = Int(master.size) + board.instance.requestCount
        let budget = ProgramBudget.iterations(StepCosts.pivots(in: left, columns: columns))
        let result = master.solve(pool, &generation, incumbent, budget, board.cancellation)
        left -= StepCosts.program(pivots: result.iterations, columns: result.columns) + costs.round
        board.count("restricted masters", 1)
        return result.plan
    }
}
