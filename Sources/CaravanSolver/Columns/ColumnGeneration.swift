import GLPK

/// Column generation over whole sessions: GLPK's simplex prices a master program of the sessions known, pricing finds cheaper ones
/// (Desaulniers, Desrosiers and Solomon, *Column Generation*, 2005).
///
/// It begins at the ascent's multipliers, which stay the centre of its prices: besides at the master's duals sessions are
/// priced at mixes of these with the best multipliers so far (Wentges, *Int. Trans. Opl Res.* 4, 1997; Pessoa et al., *INFORMS
/// J. Computing* 30, 2018). The Lagrangian bound holds at every such mix, so each round can raise the bound.
struct ColumnGeneration: Sendable {
    private let parameters: ColumnParameters
    private let pricing: Pricing
    /// The best multipliers so far, with what everything costs there.
    private(set) var centre: PricedPoint
    private var statuses = MasterRelaxation.Statuses()
    /// What the centre counts in the mix that is tried first; adapts to where the bound rises.
    private var weight: Double
    /// Masters in a row that stayed unsolved.
    private var unsolved = 0
    /// Value of the last master, points: an upper bound of the relaxation's.
    private(set) var value = Double.infinity
    /// Whether it has come to its end: at the relaxation's value, or at what is too large for GLPK.
    private(set) var isOver = false
    /// Whether it may still raise a bound: no master has a value below the relaxation's, so what lies above one is out of reach.
    func canRaise(_ bound: Double) -> Bool {
        !isOver && value > bound + Tolerance.slack(Tolerance.reducedCost, of: bound)
    }

    /// Rounds done, and columns and rows of the last master.
    private(set) var rounds = 0
    private(set) var size = 0

    init(_ ascent: LagrangianAscent, _ parameters: ColumnParameters = ColumnParameters()) {
        self.parameters = parameters
        weight = parameters.weight
        pricing = ascent.pricedPricing
        centre = pricing.priced(at: ascent.pricedPoint)
    }

    var instance: Instance { pricing.instance }

    /// Sessions of small excess at the centre, for a pool to begin with.
    func start(_ pool: inout SessionPool) {
        for it in prospects(within: .infinity).prefix(pool.first) { pool.add(it.column) }
    }

    /// The cheapest session of each placement in which one has at most so much excess at the centre, the least first.
    func prospects(within reach: Double) -> [(column: SessionColumn, excess: Double)] {
        centre.columns(within: reach)
    }

    /// What each session of a pool costs beyond the best that its request can do, at the centre, points.
    func excess(of pool: SessionPool) -> [Double] { pool.columns.map(centre.excess) }

    /// The master of some sessions as an integer program.
    func program(of sessions: [SessionColumn]) -> SessionMaster {
        SessionMaster(pricing, centre.point.trips, sessions: sessions, isInteger: true)
    }

    /// What each placement costs more than not holding its request, at the centre.
    func margins() -> [Float] { centre.margins }

    /// One master and the sessions that its duals ask for.
    /// - Returns: Simplex iterations and pricings done.
    mutating func round(
        _ pool: inout SessionPool, _ limits: SimplexOptions, _ cancellation: Cancellation
    ) -> (iterations: Int, pricings: Int) {
        rounds += 1
        if pool.isFull { pool.trim(excess: excess(of: pool)) }
        let master = SessionMaster(pricing, centre.point.trips, sessions: pool.columns)
        size = master.columns.count + master.rows.count
        guard size <= parameters.masterLimit,
            let solution = try? MasterRelaxation.solve(master, from: statuses, limits, cancellation)
        else {
            isOver = true
            return (0, 1)
        }
        statuses = solution.statuses
        guard solution.isOptimal else {
            unsolved += 1
            isOver = unsolved >= parameters.patience
            return (solution.iterations, 1)
        }
        unsolved = 0
        value = solution.objective
        let duals = master.prices(solution, elsewhere: centre.point)
        climb(towards: duals)
        if takeNegative(at: duals, worth: worth(solution, master, duals), into: &pool) == 0 { isOver = true }
        if value - centre.bound <= Tolerance.slack(Tolerance.reducedCost, of: value) { isOver = true }
        return (solution.iterations, 3)
    }

    /// What the master gives for one session of each request, points. It counts cover cuts by the requests that are not held,
    /// pricing by those that are: what it saves on the former is what a session is charged for the latter.
    private func worth(
        _ solution: MasterRelaxation.Solution, _ master: SessionMaster, _ duals: PricePoint
    ) -> [Double] {
        var worth = ChoicePrices.coverCost(pricing.rows, instance, duals.multipliers.value)
        for (row, dual) in zip(master.rows, solution.duals) {
            if case .once(let request) = row { worth[request] += dual }
        }
        return worth
    }

    /// Prices mixes of the centre and the duals; the best becomes the centre.
    private mutating func climb(towards duals: PricePoint) {
        let start = centre
        for share in [weight, 1 - 0.4 * (1 - weight)] {
            let mix = pricing.priced(at: duals.blended(with: start.point, weight: share), likely: start.placement)
            if mix.bound > centre.bound { centre = mix }
        }
        let isBetter = centre.bound > start.bound
        let next = isBetter ? weight - parameters.weightStep : 0.5 + 0.5 * weight
        weight = min(max(next, parameters.leastWeight), parameters.mostWeight)
    }

    /// Takes up the cheapest sessions of placements that are worth more to the master than they cost at its duals.
    /// - Returns: How many there are.
    private mutating func takeNegative(at duals: PricePoint, worth: [Double], into pool: inout SessionPool) -> Int {
        let priced = pricing.priced(at: duals, likely: centre.placement)
        if priced.bound > centre.bound { centre = priced }
        let found = priced.columns(within: .infinity).compactMap { it in
            let request = instance.request(of: it.column)
            let cost = it.excess + priced.reducedCost[request] - worth[request]
            return cost < -Tolerance.reducedCost && !pool.contains(it.column) ? (column: it.column, cost: cost) : nil
        }
        let best = found.sorted { ($0.cost, $0.column.placement) < ($1.cost, $1.column.placement) }
        for it in best.prefix(Int(parameters.batch * Double(instance.requestCount)) + 10) { pool.add(it.column) }
        return found.count
    }
}
