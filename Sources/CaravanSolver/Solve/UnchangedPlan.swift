/// The answer to a replanning that has nothing to change: the baseline, with the best bound that is known or that a short
/// ascent finds. Counted in rounds, so that the answer is the same each time.
struct UnchangedPlan {
    private let board: Board

    init(_ board: Board) { self.board = board }

    /// Hands in the plan and works on its bound.
    func run(_ sessions: [Assignment]) {
        board.offer(Schedule(board.instance, holding: sessions), by: .construction)
        guard board.ending == nil, board.incumbent != nil else { return }
        var turns = Turns(board)
        let round = StepCosts(board.instance).round
        let rounds = (board.parameters.tuning.turns.unchangedEffort / round).rounded(.down)
        // Half of a round less, so that rounding adds none.
        var budget = Budget.steps((rounds - 0.5) * round)
        turns.climb(&budget, board)
        turns.finish()
    }
}
