/// Sessions worth choosing among: those of good plans, and those that pricing found cheap. Bounded; what costs most beyond
/// the best that its request can do gives way.
struct SessionPool: Sendable {
    /// The sessions, in the order in which they came.
    private(set) var columns: [SessionColumn] = []
    private var known: Set<SessionColumn> = []
    private let instance: Instance
    /// Sessions that it may hold.
    let capacity: Int
    /// Sessions of a pool that begins.
    let first: Int
    /// Share of a full pool that stays after `trim`.
    private let keptShare: Double

    init(_ instance: Instance, _ parameters: ColumnParameters = ColumnParameters()) {
        self.instance = instance
        capacity = parameters.pooled * instance.requestCount
        first = parameters.firstPooled * instance.requestCount
        keptShare = parameters.keptShare
    }

    var isFull: Bool { columns.count >= capacity }

    func contains(_ column: SessionColumn) -> Bool { known.contains(column) }

    /// Takes a session up.
    /// - Returns: Whether it is new.
    @discardableResult
    mutating func add(_ column: SessionColumn) -> Bool {
        guard known.insert(column).inserted else { return false }
        columns.append(column)
        return true
    }

    /// Takes up what a plan holds.
    mutating func add(plan: [Assignment]) {
        for it in plan { if let column = instance.column(of: it) { add(column) } }
    }

    /// Drops the sessions of the largest excess, where the pool is full.
    /// - Parameter excess: By position in `columns`.
    mutating func trim(excess: [Double]) {
        guard isFull else { return }
        let order = columns.indices.sorted { (excess[$0], $0) < (excess[$1], $1) }
        let kept = order.prefix(Int(keptShare * Double(capacity))).sorted().map { columns[$0] }
        columns = kept
        known = Set(kept)
    }
}
