import CaravanCore
import Foundation
import GLPK

/// What follows the first ascent on the second core, in turns: the bound with funds kept as knapsacks, programs over parts of
/// the week, and a second search, each as often as it closes the gap; and, where reduced-cost fixing leaves little of the week,
/// one integer program over all of that, until the plan is proven the best.
struct ExactLane {
    let board: Board
    private var dual: DualLane
    private var programs: NeighbourhoodPrograms
    private var search: PrimalLane
    private var masters: MasterTurns
    private var choice: TurnChoice
    private let began: Double
    private let parameters: TurnParameters
    /// Seconds of the next turn: short ones first, to learn what helps.
    private(set) var turn: Double
    /// Seconds of the next whole program, and of all so far.
    private var attempt: (seconds: Double, spent: Double)
    /// The gap at which too much was left for a whole program, points.
    private var hopelessGap = Double.infinity

    init(_ board: Board, after dual: DualLane) {
        self.board = board
        self.dual = dual
        parameters = board.parameters.tuning.turns
        (turn, attempt) = (parameters.firstTurn, (parameters.firstAttempt, 0))
        programs = NeighbourhoodPrograms(board)
        search = PrimalLane(board, number: Self.searchNumber, as: .secondSearch)
        masters = MasterTurns(board, after: dual.ascent)
        choice = TurnChoice(parameters, seed: board.parameters.seed)
        began = board.clock.seconds
    }

    /// Draws of its own: no other search of a solve has this number.
    private static let searchNumber = 1 << 20

    /// Runs until the plan is proven the best or the solve is over.
    mutating func run() {
        while board.ending == nil, board.incumbent != nil { step() }
        finish()
    }

    /// A whole program, if one is due, and one turn.
    mutating func step() {
        guard board.ending == nil, let incumbent = board.incumbent else { return }
        if attempt.spent <= parameters.attemptShare * (board.clock.seconds - began) { attemptWhole(incumbent) }
        if !dual.ascent.keepsFunds {
            // Prices of money are what column generation still has and the knapsacks no longer need.
            masters.generate(&dual.ascent, seconds: parameters.generationShare * board.clock.secondsLeft)
            dual.keepFunds()
        }
        takeTurn()
    }

    /// Hands in what the bound rests on.
    func finish() { dual.finish() }

    /// The parts that can still do something.
    private var parts: [Part] {
        var parts: [Part] = dual.ascent.hasConverged ? [] : [.bound]
        parts += [.neighbourhoodPrograms, .secondSearch, .restrictedMaster]
        if masters.canGenerate(beyond: board.bound) { parts.append(.columnGeneration) }
        return parts.filter { !$0.isIdle(in: board.parameters) }
    }

    private mutating func takeTurn() {
        guard let part = choice.draw(among: parts) else { return Thread.sleep(forTimeInterval: 0.02) }
        let (before, gained) = (board.clock.seconds, board.gain(of: part))
        switch part {
        case .bound: dual.run(seconds: turn)
        case .neighbourhoodPrograms: programs.run(&dual.ascent, seconds: turn)
        case .restrictedMaster: masters.recombine(seconds: turn)
        case .columnGeneration: masters.generate(&dual.ascent, seconds: turn)
        default: search.polish(seconds: turn)
        }
        let took = board.clock.seconds - before
        choice.learn(part, gained: board.gain(of: part) - gained, in: took)
        board.count("\(part.rawValue) seconds", took)
        turn = min(parameters.turnGrowth * turn, parameters.longestTurn)
    }

    /// One integer program over all that reduced-cost fixing leaves, where that is not too much.
    private mutating func attemptWhole(_ incumbent: Incumbent) {
        let gap = incumbent.objective - board.bound
        // What was too much is so until the gap is clearly smaller.
        guard gap < parameters.hopelessShare * hopelessGap, !Part.wholeProgram.isIdle(in: board.parameters) else {
            return
        }
        let began = board.clock.seconds
        let instance = Instance(board.instance, keeping: dual.ascent.survivors(objective: incumbent.objective))
        let size = IntegerProgram.size(of: instance)
        board.note("columns", Double(size))
        guard size <= board.parameters.tuning.programs.columnLimit else {
            hopelessGap = gap
            return
        }
        solve(instance, incumbent, seconds: min(attempt.seconds, board.clock.secondsLeft))
        attempt = (min(2 * attempt.seconds, parameters.longestAttempt), attempt.spent + board.clock.seconds - began)
    }

    private func solve(_ instance: Instance, _ incumbent: Incumbent, seconds: Double) {
        let program = IntegerProgram(
            instance: instance, budget: .seconds(seconds), cutoff: incumbent.objective,
            cancellation: board.cancellation,
            parameters: board.parameters.tuning.programs)
        let board = board
        // What fixing took away holds nothing better than the incumbent, so a bound of what is left, as far as it stays
        // below the incumbent's objective, is a bound of the whole week.
        let raise: @Sendable (Double) -> Void = {
            board.raise(bound: min($0, incumbent.objective), by: .wholeProgram)
        }
        let start = incumbent.assignments.compactMap { instance.assignment(board.instance.session($0)) }
        do {
            let result = try program.solve(start: start.count == incumbent.assignments.count ? start : nil) {
                plan, bound in
                if let plan { board.offer(Schedule(board.instance, translating: plan), by: .wholeProgram) }
                raise(bound)
            }
            if let best = result.best {
                board.offer(Schedule(board.instance, translating: best), by: .wholeProgram)
            }
            raise(result.isComplete ? (result.best?.objective ?? incumbent.objective) : result.bound)
        } catch {
            // The other lanes and the next, smaller program go on; who measures sees that it happened.
            board.note("failed programs", 1)
        }
    }
}
