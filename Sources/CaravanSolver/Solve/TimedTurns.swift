import Foundation

/// Turns by the clock: the ascent until prices have converged, then what closes the gap fastest, with a second search among it; and,
/// where reduced-cost fixing leaves little of the week, programs over all of that, until the plan is proven the best.
struct TimedTurns {
    private let board: Board
    private let parameters: TurnParameters
    private var turns: Turns
    private var choice: TurnChoice
    /// The search that takes turns, and when it was made: once prices had converged.
    private var second: (search: SearchWorker, began: Double)?
    /// Seconds of the next turn: short ones first, to learn what helps.
    private var turn: Double
    /// Seconds of the next whole program, and of all so far.
    private var attempt: (seconds: Double, spent: Double)

    init(_ board: Board) {
        self.board = board
        parameters = board.parameters.tuning.turns
        turns = Turns(board)
        choice = TurnChoice(parameters, seed: board.parameters.seed)
        (turn, attempt) = (parameters.firstTurn, (parameters.firstAttempt, 0))
    }

    /// Seconds that a search on the same thread gets before the next turn.
    var pause: Double { turns.hasPrices ? 2 * turn : parameters.ascentTurn }

    /// Takes turns until the solve is over.
    mutating func run() {
        while board.ending == nil { step() }
        finish()
    }

    /// Hands in what the bound rests on.
    mutating func finish() { turns.finish() }

    /// One turn, and before it a whole program, if one is due.
    mutating func step() {
        guard turns.hasPrices else { return take(.bound, seconds: parameters.ascentTurn) }
        guard let incumbent = board.incumbent else { return rest() }
        if second == nil {
            second = (SearchWorker(board, number: Self.searchNumber, as: .secondSearch), board.clock.seconds)
        }
        attemptWhole(incumbent)
        if !turns.ascent.keepsFunds {
            // Prices of money are what column generation still has and the knapsacks no longer need.
            take(.columnGeneration, seconds: parameters.generationShare * board.clock.secondsLeft)
            turns.keepFunds()
        }
        guard board.ending == nil, let part = choice.draw(among: parts) else { return rest() }
        let (before, gained) = (board.clock.seconds, board.gain(of: part))
        take(part, seconds: turn)
        let took = board.clock.seconds - before
        choice.learn(part, gained: board.gain(of: part) - gained, in: took)
        board.count("\(part.rawValue) seconds", took)
        board.count("\(part.rawValue) turns", 1)
        turn = min(parameters.turnGrowth * turn, parameters.longestTurn)
    }

    /// Draws of its own: no other search of a solve has this number.
    private static let searchNumber = 1 << 20

    /// There is nothing to do until another worker finds something.
    private func rest() { Thread.sleep(forTimeInterval: 0.02) }

    /// The parts that can still do something.
    private var parts: [Part] {
        var parts: [Part] = turns.ascent.hasConverged ? [] : [.bound]
        parts += [.neighbourhoodPrograms, .secondSearch, .restrictedMaster]
        if turns.canGenerate(beyond: board.bound) { parts.append(.columnGeneration) }
        return parts.filter { !$0.isIdle(in: board.parameters) }
    }

    private mutating func take(_ part: Part, seconds: Double) {
        var budget = Budget.seconds(seconds, of: board.clock, slice: board.parameters.tuning.programs.slice)
        switch part {
        case .bound:
            turns.climb(&budget, board)
            if turns.hasPrices { turns.provePlain() }
        case .columnGeneration: turns.generate(&budget, board)
        case .restrictedMaster:
            repeat { turns.recombine(&budget, board) } while !budget.isSpent && !board.isOver
        case .neighbourhoodPrograms: turns.solveParts(&budget, board)
        case .wholeProgram: turns.solveWhole(&budget, board)
        case .construction, .search, .secondSearch: second?.search.polish(seconds: seconds)
        }
    }

    /// A program over all that is left, unless these had their share of the time, or too much was left at nearly this gap.
    private mutating func attemptWhole(_ incumbent: Incumbent) {
        let began = board.clock.seconds
        guard let since = second?.began, attempt.spent <= parameters.attemptShare * (began - since),
            incumbent.objective - board.bound < parameters.hopelessShare * turns.hopelessGap
        else { return }
        let hopeless = turns.hopelessGap
        take(.wholeProgram, seconds: attempt.seconds)
        guard turns.hopelessGap == hopeless else { return }
        let spent = attempt.spent + board.clock.seconds - began
        attempt = (min(2 * attempt.seconds, parameters.longestAttempt), spent)
    }
}
