import Synchronization

/// The board as it was when an epoch began, with what was handed in here since, which the board gets when the epoch is over.
/// What others find meanwhile would make results hang on which thread is faster.
final class EpochView: BoardView {
    private struct Found {
        var objective: Double
        var bounds: Bounds
        var plans: [(assignments: [Assignment], part: Part)] = []
        /// The last bound of each part, in order.
        var raised: [(bound: Double, part: Part)] = []
        var prices: DualPrices?
    }

    let incumbent: Incumbent?
    private let known: [[Assignment]]
    private let board: Board
    private let found: Mutex<Found>

    init(_ board: Board) {
        (self.board, incumbent, known) = (board, board.incumbent, board.elites)
        found = Mutex(Found(objective: board.objective, bounds: Bounds(known: board.bound)))
    }

    var isLive: Bool { false }
    var objective: Double { found.withLock { $0.objective } }
    var bound: Double { found.withLock { $0.bounds.best } }
    var elites: [[Assignment]] { known + found.withLock { $0.plans.map(\.assignments) } }
    var isOver: Bool { board.control.isStopped || isProven }

    /// Whether no plan is better than the best of those handed in and the incumbent that the epoch began with.
    var isProven: Bool {
        found.withLock { found in
            found.objective < .infinity && found.bounds.gap(of: found.objective) ?? 1 <= Tolerance.optimalGap
        }
    }

    func offer(_ schedule: borrowing Schedule, by part: Part) {
        let objective = schedule.objective
        guard schedule.missing == 0, objective < self.objective - Tolerance.betterPlan else { return }
        let assignments = schedule.assignments
        found.withLock { found in
            found.objective = objective
            found.plans.append((assignments, part))
        }
    }

    func raise(bound: Double, by part: Part) {
        found.withLock { found in
            guard found.bounds.raise(to: bound) != nil else { return }
            if found.raised.last?.part == part { found.raised.removeLast() }
            found.raised.append((bound, part))
        }
    }

    func post(prices: DualPrices) { found.withLock { $0.prices = prices } }

    func tell() {}

    /// Hands everything on to the board: the epoch is over.
    func deliver() {
        let found = found.withLock { $0 }
        if let prices = found.prices { board.post(prices: prices) }
        for plan in found.plans { board.offer(Schedule(board.instance, holding: plan.assignments), by: plan.part) }
        for it in found.raised { board.raise(bound: it.bound, by: it.part) }
    }
}
