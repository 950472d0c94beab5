/// What pricing needs to know of an instance, whatever the prices are.
struct Pricing: Sendable {
    let instance: Instance
    /// Each pass over the placements looks at it and ends early, without a bound.
    let deadline: Deadline
    private(set) var rows: RowTable
    /// Points of a placement that no multiplier changes; infinite where it alone exceeds a hard limit.
    let placementCost: [Double]
    /// Funds whose limits are kept as knapsacks; empty until `keepFunds` is called.
    var knapsacks: [FundKnapsack] = []
    /// The knapsack of each request, -1 where its fund is only priced.
    var knapsackOf: [Int]
    /// The least units that venue and fees come to, by placement; empty where no funds are kept.
    var leastLevel: [Int32] = []

    /// - Parameters:
    ///   - rows: Those of the instance with cover cuts; nil: without any.
    ///   - deadline: When it is over no bound is found any more.
    init(_ instance: Instance, rows: RowTable? = nil, deadline: Deadline = .never) {
        self.instance = instance
        self.rows = rows ?? instance.rows
        self.deadline = deadline
        knapsackOf = Array(repeating: -1, count: instance.requestCount)
        placementCost = instance.placements.map { instance.costByItself($0) }
    }

    /// The same rows and knapsacks over an instance that differs in nothing but points.
    init(_ other: Pricing, over instance: Instance) {
        self.init(instance, rows: other.rows, deadline: other.deadline)
        (knapsacks, knapsackOf, leastLevel) = (other.knapsacks, other.knapsackOf, other.leastLevel)
    }

    /// Takes up further cover cuts.
    mutating func add(_ cuts: [FundCover]) { rows.add(cuts) }

    /// Prices everything.
    /// - Parameter likely: The placement that is probably the cheapest of each request, -1 for none: it then rules out most others
    ///   at once.
    func priced(at point: PricePoint, likely: [Int32]? = nil) -> PricedPoint {
        PricedPoint(self, at: point, likely: likely)
    }
}
