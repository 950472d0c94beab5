import CaravanCore

/// The answer to a replanning that has nothing to change: the baseline, with the best bound that is known or that a short
/// ascent finds. Counted in rounds, so that the answer is the same each time.
struct UnchangedPlan {
    private let board: Board

    init(_ board: Board) { self.board = board }

    /// Hands in the plan and works on its bound.
    func run(_ sessions: [Assignment]) {
        board.offer(Schedule(board.instance, holding: sessions), by: .construction)
        guard board.ending == nil, board.incumbent != nil else { return }
        let costs = StepCosts(board.instance)
        var dual = DualLane(board)
        dual.climb(rounds: Int(board.parameters.tuning.turns.unchangedEffort / costs.round))
        dual.provePlain()
        board.post(duals: dual.ascent.duals)
    }
}
