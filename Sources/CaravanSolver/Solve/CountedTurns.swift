/// Turns by counted steps, in a fixed order: when one thing ends early the next begins.
struct CountedTurns: Sendable {
    private let board: Board
    private let parameters: TurnParameters
    private var turns: Turns
    private var count = 0
    /// Turns that column generation may still take before funds are kept.
    private var generationTurns: Int

    init(_ board: Board) {
        self.board = board
        parameters = board.parameters.tuning.turns
        turns = Turns(board)
        generationTurns = parameters.generationTurns
    }

    /// Hands in what the bound rests on.
    mutating func finish() { turns.finish() }

    /// Takes one turn of about so many microseconds.
    mutating func take(microseconds: Double, _ view: EpochView) {
        let longest = max(parameters.leastPart, microseconds / parameters.partsPerTurn)
        var budget = Budget.steps(microseconds, slice: longest)
        let parts = parts
        count += 1
        for part in parts where !budget.isSpent && !view.isOver {
            switch part {
            case .bound: climb(&budget, view)
            case .columnGeneration: generate(&budget, view)
            case .restrictedMaster: turns.recombine(&budget, view)
            case .wholeProgram: turns.solveWhole(&budget, view)
            default: turns.solveParts(&budget, view)
            }
        }
    }

    /// What the next turn does, in order.
    private var parts: [Part] {
        // Before prices have converged programs have little to go by, so every fourth turn is enough.
        if !turns.hasPrices {
            return count % 4 == 3 ? [.neighbourhoodPrograms] : [.bound, .wholeProgram, .neighbourhoodPrograms]
        }
        if isGenerating { return [.columnGeneration, .wholeProgram, .neighbourhoodPrograms] }
        switch count % 4 {
        case 0: return [.bound, .wholeProgram, .neighbourhoodPrograms]
        case 1: return [.wholeProgram, .neighbourhoodPrograms]
        case 3 where isFarFromBaseline: return [.wholeProgram, .neighbourhoodPrograms]
        case 3 where usesMasters: return [.restrictedMaster, .neighbourhoodPrograms]
        default: return [.neighbourhoodPrograms]
        }
    }

    /// Near a baseline the few steps of a counted solve go to the knapsacks and the programs over parts: what is best there
    /// keeps sessions as they are, and those find it. Where edits reach much of it, the prices that its bound rested on are
    /// far off, and column generation mends them soonest.
    private var usesMasters: Bool { board.parameters.baseline == nil || isFarFromBaseline }

    /// Whether edits reach more of a baseline than a few do. What is left of the week is then mostly small enough for a
    /// program over all of it.
    private var isFarFromBaseline: Bool {
        board.parameters.baseline != nil && parameters.times(reached: board.parameters.reached) > 1
    }

    /// Whether it is column generation's turn, between both phases of the ascent.
    private var isGenerating: Bool {
        usesMasters && turns.ascent.hasConverged && !turns.ascent.keepsFunds && generationTurns > 0
            && turns.canGenerate(beyond: turns.ascent.bestBound)
    }

    private mutating func climb(_ budget: inout Budget, _ view: EpochView) {
        if turns.ascent.hasConverged {
            if turns.ascent.keepsFunds || isGenerating { return }
            turns.keepFunds()
        }
        turns.climb(&budget, view)
    }

    private mutating func generate(_ budget: inout Budget, _ view: EpochView) {
        guard view.incumbent != nil else { return }
        generationTurns -= 1
        turns.generate(&budget, view)
    }
}
