import CaravanCore
import GLPK

/// What follows the first ascent: the bound with funds kept, one integer program over what reduced-cost fixing leaves of
/// the week where that is little, and programs over parts of the week that improve the plan; in turns, since each profits
/// from what the others and the search have learnt, until the plan is proven the best.
struct ExactLane {
    let board: Board
    private var neighbourhoods: NeighbourhoodPrograms
    /// Seconds of the next turn; later ones get more, since what is left by then is hard.
    private(set) var slice = 0.5
    private static let longestSlice = 16.0

    init(_ board: Board) {
        self.board = board
        neighbourhoods = NeighbourhoodPrograms(board)
    }

    /// Runs until the plan is proven the best or the solve is over.
    mutating func run(after first: DualLane) {
        var dual = first
        while board.ending == nil, board.incumbent != nil { turn(&dual) }
        board.post(duals: dual.ascent.duals)
    }

    /// One turn: an integer program over all that is left, the ascent, programs over parts of the week.
    mutating func turn(_ dual: inout DualLane) {
        guard board.ending == nil, let incumbent = board.incumbent else { return }
        let instance = Instance(board.instance, keeping: dual.ascent.survivors(objective: incumbent.objective))
        board.note("columns", Double(IntegerProgram.size(of: instance)))
        if IntegerProgram.size(of: instance) <= IntegerProgram.columnLimit {
            attempt(instance, incumbent, seconds: min(slice, board.secondsLeft))
        }
        if !dual.ascent.keepsFunds { dual.keepFunds() }
        dual.run(seconds: 2 * slice)
        neighbourhoods.run(&dual.ascent, seconds: slice)
        slice = min(2 * slice, Self.longestSlice)
    }

    /// One integer program over all that is left.
    private func attempt(_ instance: Instance, _ incumbent: Board.Incumbent, seconds: Double) {
        let program = IntegerProgram(
            instance: instance, budget: .seconds(seconds), cutoff: incumbent.objective, cancellation: board.lanes)
        let board = board
        // What fixing took away holds nothing better than the incumbent, so a bound of what is left, as far as it stays
        // below the incumbent's objective, is a bound of the whole week.
        let raise: @Sendable (Double) -> Void = {
            board.raise(bound: min($0, incumbent.objective), phase: "integer program")
        }
        let start = incumbent.assignments.compactMap { instance.assignment(board.instance.session($0)) }
        do {
            let result = try program.solve(start: start.count == incumbent.assignments.count ? start : nil) {
                plan, bound in
                if let plan { board.offer(Schedule(board.instance, translating: plan), phase: "integer program") }
                raise(bound)
            }
            if let best = result.best {
                board.offer(Schedule(board.instance, translating: best), phase: "integer program")
            }
            raise(result.isComplete ? (result.best?.objective ?? incumbent.objective) : result.bound)
        } catch {
            // The other lanes and the next, smaller program go on; who measures sees that it happened.
            board.note("failed programs", 1)
        }
    }
}

extension Schedule {
    /// A schedule of a reduced instance in the numbers of the instance that it was cut from.
    init(_ instance: Instance, translating other: Schedule) {
        let sessions = other.assignments.map { other.instance.session($0) }
        self.init(instance, holding: sessions.compactMap { instance.assignment($0) })
    }
}
