import CaravanCore
import Synchronization

/// A solve that never looks at the clock: the same week and parameters give the same plan and bound on every machine, with
/// one thread or two.
///
/// Bulk-synchronous (Valiant, *Communications of the ACM* 33, 1990): in every epoch the search does a number of iterations
/// and beside it the ascent and the integer programs a number of rounds and simplex iterations that take about as long
/// (`StepCosts`). What they found they tell each other between epochs only.
struct CountedSolve {
    private let board: Board
    private let course: EpochCourse
    private let costs: StepCosts

    init(_ board: Board) {
        self.board = board
        costs = StepCosts(board.instance)
        course = EpochCourse(
            costs, board.parameters.tuning.turns, work: board.parameters.work, reached: board.parameters.reached)
    }

    /// Runs until the gap is reached, the plan is proven the best, the epochs are done or somebody stops it.
    /// - Parameter deadline: Until when the first plan is made: a while after a stop.
    func run(from sessions: [Assignment], until deadline: Deadline) {
        var primal = PrimalLane(board, deadline: deadline)
        primal.construct(from: sessions)
        DemandCheck(board).run()
        if board.instance.isPartial { return }
        let dual = DualSide(DualTurns(board, costs))
        let thread = board.parameters.threads > 1 ? "dual" : nil
        var left = course.iterations.reduce(0, +)
        for (length, iterations) in zip(course.lengths, course.iterations) where board.ending == nil {
            let turn = Handover(thread: thread) { dual.take(microseconds: length) }
            let isDone = primal.search(iterations, of: left) { dual.isProven }
            let outcome = turn.wait()
            left -= iterations
            // What the search found while the other lane proved an optimum hangs on how far it had come.
            if isDone && !dual.isProven { primal.handIn() }
            outcome.deliver(to: board)
            primal.exchange()
            board.tell()
        }
        let ascent = dual.ascent
        var plain = PlainBound(board)
        plain?.climb(from: ascent, board)
        board.post(duals: ascent.duals)
    }
}

/// The dual side, with the word for the other lane that there is nothing left to search for.
private final class DualSide: Sendable {
    private let turns: Mutex<DualTurns>
    private let proven = Atomic(false)

    init(_ turns: DualTurns) { self.turns = Mutex(turns) }

    /// Whether a turn has proven an optimum.
    var isProven: Bool { proven.load(ordering: .relaxed) }

    /// The ascent as it is by now.
    var ascent: LagrangianAscent { turns.withLock { $0.ascent } }

    /// Takes a turn.
    func take(microseconds: Double) -> DualTurns.Outcome {
        let outcome = turns.withLock { $0.take(microseconds: microseconds) }
        if outcome.isProof { proven.store(true, ordering: .relaxed) }
        return outcome
    }
}
