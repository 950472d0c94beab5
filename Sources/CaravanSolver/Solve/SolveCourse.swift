import CaravanCore
import Synchronization

/// How the search and the turns beside it share threads: side by side by the clock, one after the other on one thread, or by
/// counted steps, where both depend on nothing but week and parameters.
struct SolveCourse {
    let board: Board
    /// Sessions that the search begins with.
    let start: [Assignment]
    /// Until when the first plan is made: a while after the end of the time, or a stop.
    let firstPlan: Deadline

    /// Runs until the gap is reached, the plan is proven the best, time or steps are over, or somebody stops it.
    func run() {
        var search = SearchWorker(board, deadline: firstPlan)
        search.construct(from: start)
        let parameters = board.parameters
        if parameters.isCounted || parameters.takesTurns {
            DemandCheck(board).run()
            if parameters.isCounted { return inEpochs(&search) }
            return inTurns(&search)
        }
        sideBySide(&search)
    }

    private func sideBySide(_ search: inout SearchWorker) {
        let beside = WorkerThread(name: "turns") {
            DemandCheck(board).run()
            // What holds of a part of the week says nothing of the whole.
            if board.instance.isPartial || board.ending != nil { return }
            var turns = TimedTurns(board)
            turns.run()
        }
        // Cores beyond two search as well, each from a plan and with draws of its own.
        let others = (1..<max(1, board.parameters.threads - 1)).map { number in
            WorkerThread(name: "search \(number)") {
                var other = SearchWorker(board, number: number)
                other.exchange()
                other.run()
            }
        }
        board.note("searches", Double(1 + others.count))
        search.run()
        board.cancellation.cancel()
        for thread in others + [beside] { thread.join() }
    }

    private func inTurns(_ search: inout SearchWorker) {
        board.note("searches", 1)
        if board.instance.isPartial { return search.run() }
        var turns = TimedTurns(board)
        while board.ending == nil {
            search.run(seconds: turns.pause, share: board.parameters.tuning.turns.searchShare)
            turns.step()
        }
        turns.finish()
        board.cancellation.cancel()
    }

    /// Bulk-synchronous (Valiant, *Communications of the ACM* 33, 1990): in every epoch the search does a number of iterations
    /// and beside it a turn takes about as long (`StepCosts`). What they found they tell each other between epochs only.
    private func inEpochs(_ search: inout SearchWorker) {
        if board.instance.isPartial { return }
        let parameters = board.parameters
        let course = EpochCourse(
            StepCosts(board.instance), parameters.tuning.turns, work: parameters.work, reached: parameters.reached)
        let turns = SharedTurns(board)
        var left = course.iterations.reduce(0, +)
        for (length, iterations) in zip(course.lengths, course.iterations) where board.ending == nil {
            let view = EpochView(board)
            let turn = Future(thread: parameters.threads > 1 ? "turns" : nil) {
                turns.value.withLock { $0.take(microseconds: length, view) }
            }
            let isDone = search.search(iterations, of: left) { view.isProven }
            turn.wait()
            left -= iterations
            // What the search found while the other side proved an optimum hangs on how far it had come.
            if isDone && !view.isProven { search.handIn() }
            view.deliver()
            search.exchange()
            board.tell()
        }
        turns.value.withLock { $0.finish() }
    }

    /// Turns that both threads of an epoch may hold.
    private final class SharedTurns: Sendable {
        let value: Mutex<CountedTurns>

        init(_ board: Board) { value = Mutex(CountedTurns(board)) }
    }
}
