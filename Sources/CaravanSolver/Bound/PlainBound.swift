import CaravanCore

/// Bounds the plain objective (domain, section 4) while the solve minimises it with the points of commitments added.
///
/// Both relaxations have the same rules and differ in points alone, so multipliers found for one give a valid bound of
/// the other at once, and some rounds of ascent of its own make it a good one.
struct PlainBound {
    private let instance: Instance
    /// Its own ascent as the last turn left it.
    private var kept: LagrangianAscent?
    /// Rounds of each turn.
    private let rounds: Int

    /// Nil for a solve without commitments: there both objectives are one.
    init?(_ board: Board) {
        let parameters = board.parameters
        guard !parameters.commitments.isNeutral,
            let instance = try? Instance(
                week: board.instance.week, baseline: parameters.baseline, freeze: parameters.freeze,
                rules: parameters.rules, allowance: Allowance(memory: parameters.memory / 2, deadline: board.deadline))
        else { return nil }
        self.instance = instance
        rounds = parameters.tuning.ascent.plainRounds
    }

    /// Raises the bound of the plain objective, from the best multipliers of the solve's own ascent or from where its
    /// own last turn ended, whichever is higher. The first round is done even where the solve is over.
    mutating func climb(from ascent: LagrangianAscent, _ board: Board) {
        var plain = ascent.transferred(to: instance)
        step(&plain, board)
        if let kept, kept.bestBound > plain.bestBound { plain = kept }
        for _ in 1..<rounds where board.ending == nil && !plain.hasConverged { step(&plain, board) }
        kept = plain
    }

    private func step(_ ascent: inout LagrangianAscent, _ board: Board) {
        let target = board.incumbent?.objective ?? 0
        _ = ascent.step(towards: max(target, ascent.bestBound))
        board.raise(plainBound: ascent.bestBound)
    }
}
