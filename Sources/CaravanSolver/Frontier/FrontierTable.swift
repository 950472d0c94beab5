import CaravanCore

/// What is known while a frontier is worked out: plans by what they change, and bounds.
struct FrontierTable: Sendable {
    /// A plan.
    struct Entry: Sendable {
        let assignments: [Assignment]
        let changes: Int
        let objective: Double
    }

    /// What the ascent proved at a price of changes: no plan has an objective below `value − price · changes`.
    struct Line: Sendable {
        let price: Double
        let value: Double
    }

    private var plans: [Int: Entry] = [:]
    private var lines: [Line]
    private var proven: [Int: Double] = [:]

    /// - Parameter bound: A bound of all plans.
    init(bound: Double) { lines = [Line(price: 0, value: bound)] }

    /// Takes up a plan that keeps all rules.
    mutating func offer(_ assignments: [Assignment], changes: Int, objective: Double) {
        if let known = plans[changes], known.objective <= objective { return }
        plans[changes] = Entry(assignments: assignments, changes: changes, objective: objective)
    }

    /// Takes up what the ascent proved.
    mutating func add(_ line: Line) { lines.append(line) }

    /// Takes up a bound of the plans with so many changes at most.
    mutating func prove(_ bound: Double, upTo changes: Int) {
        proven[changes] = max(bound, proven[changes] ?? -.infinity)
    }

    /// The plans, those with few changes first.
    var entries: [Entry] { plans.values.sorted { $0.changes < $1.changes } }

    /// The best plan with so many changes at most; of equal ones that with the fewest.
    func best(upTo changes: Int) -> Entry? {
        entries.filter { $0.changes <= changes }.min { $0.objective < $1.objective }
    }

    /// The best plan where each change costs so much more.
    func best(at price: Double) -> Entry? {
        entries.min { $0.objective + price * Double($0.changes) < $1.objective + price * Double($1.changes) }
    }

    /// A bound of the plans with so many changes at most: the best of the lines there, and of what is proven of them or of
    /// plans that may change more.
    func bound(upTo changes: Int) -> Double {
        let ofLines = lines.map { $0.value - $0.price * Double(changes) }.max() ?? -.infinity
        return proven.filter { $0.key >= changes }.values.max().map { max($0, ofLines) } ?? ofLines
    }

    /// Prices at which to look at the plans between the fewest and the most changes: around the points that a change gains
    /// on average, since the first ones gain more and the last ones less.
    var prices: [Double] {
        guard let first = entries.first, let last = entries.last, first.changes < last.changes else { return [] }
        let average = (first.objective - last.objective) / Double(last.changes - first.changes)
        if average <= Tolerance.rounding { return [] }
        return [0.15, 0.4, 1, 3, 8].map { $0 * average }
    }

    /// The result.
    func frontier(_ steps: [Int], isLeastProven: Bool) -> DisruptionFrontier {
        let points = steps.compactMap { step in
            best(upTo: step).map { entry in
                DisruptionFrontier.Point(
                    changes: step, objective: entry.objective, bound: min(bound(upTo: step), entry.objective))
            }
        }
        return DisruptionFrontier(points: points, isLeastProven: isLeastProven)
    }
}
