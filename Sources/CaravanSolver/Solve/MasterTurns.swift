import GLPK

/// Turns of a solve that think in whole sessions: column generation, and integer programs over the sessions known.
struct MasterTurns: Sendable {
    private let board: Board
    private let costs: StepCosts
    private var generation: ColumnGeneration
    private var pool: SessionPool
    private var master: RestrictedMaster
    private var isFilled = false

    init(_ board: Board, _ costs: StepCosts, after ascent: LagrangianAscent) {
        (self.board, self.costs) = (board, costs)
        let parameters = board.parameters.tuning.columns
        generation = ColumnGeneration(ascent, parameters)
        pool = SessionPool(board.instance, parameters)
        master = RestrictedMaster(board.instance, parameters, seed: board.parameters.seed)
    }

    /// Whether column generation can still raise a bound.
    func canGenerate(beyond bound: Double) -> Bool { generation.canRaise(bound) }

    /// Generates columns until the relaxation is solved; the ascent goes on from the prices found.
    mutating func generate(_ ascent: inout LagrangianAscent, _ budget: inout Budget, _ view: any BoardView) {
        fill(view.elites)
        let before = generation.centre.bound
        while !budget.isSpent, canGenerate(beyond: max(generation.centre.bound, ascent.bestBound)), !view.isOver {
            let columns = max(generation.size, pool.columns.count)
            let done = generation.round(&pool, budget.rest(columns: columns).simplex, board.cancellation)
            budget.spend(StepCosts.program(pivots: done.iterations, columns: generation.size))
            budget.spend(Double(done.pricings) * costs.round)
            if view.isLive { view.raise(bound: generation.centre.bound, by: .columnGeneration) }
            view.tell()
        }
        note()
        guard generation.centre.bound > before else { return }
        ascent.adopt(generation.centre)
        view.post(prices: prices())
        view.raise(bound: ascent.bestBound, by: .columnGeneration)
    }

    /// Solves one restricted master.
    mutating func recombine(_ budget: inout Budget, _ view: any BoardView) {
        guard let incumbent = view.incumbent else { return }
        fill(view.elites)
        let columns = Int(master.size) + board.instance.requestCount
        let result = master.solve(
            pool, &generation, incumbent, budget.slice(columns: columns), board.cancellation)
        budget.spend(StepCosts.program(pivots: result.iterations, columns: result.columns) + costs.round)
        note()
        board.count("restricted masters", 1)
        guard let plan = result.plan else { return }
        board.count("restricted master gains", 1)
        view.offer(plan, by: .restrictedMaster)
    }

    private mutating func fill(_ elites: [[Assignment]]) {
        if !isFilled { generation.start(&pool) }
        isFilled = true
        for plan in elites { pool.add(plan: plan) }
    }

    /// The prices found, for the search.
    private mutating func prices() -> DualPrices {
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
