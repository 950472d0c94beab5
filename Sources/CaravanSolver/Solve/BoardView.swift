/// What a turn sees of the board, and where it hands in what it finds: the board itself, or the board as of an epoch's
/// beginning (`EpochView`).
protocol BoardView: AnyObject, Sendable {
    /// Whether others see at once what is handed in: what is found on the way to a result is told then, too.
    var isLive: Bool { get }
    /// The best plan, as far as it is seen.
    var incumbent: Incumbent? { get }
    /// Points of the best plan, what was handed in here included; infinite before the first.
    var objective: Double { get }
    /// The best bound, what was handed in here included, points.
    var bound: Double { get }
    /// The latest good plans, the latest last.
    var elites: [[Assignment]] { get }
    /// Whether nothing more should be begun.
    var isOver: Bool { get }
    /// Hands in a plan that keeps all rules; it counts if it is better than the best.
    func offer(_ schedule: borrowing Schedule, by part: Part)
    /// Hands in a bound; it counts if it is better.
    func raise(bound: Double, by part: Part)
    /// Hands in what things are worth.
    func post(prices: DualPrices)
    /// Tells the observer what changed, where it can be told.
    func tell()
}

extension Board: BoardView {
    var isLive: Bool { true }
    var objective: Double { incumbent?.objective ?? .infinity }
    var isOver: Bool { ending != nil }
    func tell() { tell(evenNow: false) }
}
