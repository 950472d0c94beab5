import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("What a turn may take, and what it sees")
struct TurnTests {
    @Test("steps are spent as they are counted, and a program gets what is left of them or a slice")
    func steps() {
        var budget = Budget.steps(100_000, slice: 20_000)
        #expect(budget.slice(columns: 100).iterations == StepCosts.pivots(in: 20_000, columns: 100))
        #expect(budget.rest(columns: 100).iterations == StepCosts.pivots(in: 100_000, columns: 100))
        budget.spend(90_000)
        #expect(!budget.isSpent)
        #expect(budget.slice(columns: 100).iterations == StepCosts.pivots(in: 10_000, columns: 100))
        budget.spend(10_000)
        #expect(budget.isSpent)
    }

    @Test("seconds pass by themselves, and no program lasts beyond the solve")
    func seconds() {
        let hand = ClockHand()
        hand.move(to: 1)
        let clock = SolveClock(hand.watch, limit: 10, TurnParameters())
        var budget = Budget.seconds(4, of: clock, slice: 3)
        budget.spend(1e12)
        #expect(!budget.isSpent && seconds(budget.slice(columns: 9)) == 3 && seconds(budget.rest(columns: 9)) == 4)
        hand.move(to: 4.5)
        #expect(!budget.isSpent && seconds(budget.slice(columns: 9)) == 3 && seconds(budget.rest(columns: 9)) == 0.5)
        hand.move(to: 9)
        #expect(budget.isSpent && seconds(budget.slice(columns: 9)) == 1 && seconds(budget.rest(columns: 9)) == 0)
    }

    private func seconds(_ budget: ProgramBudget) -> Double? {
        if case .seconds(let seconds) = budget { seconds } else { nil }
    }

    @Test("during an epoch nobody sees what others hand in; afterwards the board has all of it")
    func epoch() throws {
        var crowded = CrowdedWeek(seed: 8, requests: 30)
        let instance = try Instance(week: crowded.week())
        let board = Board(instance, SolveParameters(), SolveControl()) { _ in }
        func plan(_ iterations: Int) -> Schedule {
            var search = Search(instance, seed: 3)
            search.construct()
            _ = search.run(iterations)
            return search.best
        }
        let (first, middle, last) = (plan(0), plan(200), plan(3_000))
        try #require(first.objective > middle.objective && middle.objective > last.objective)
        board.offer(first, by: .construction)
        board.raise(bound: 1, by: .bound)
        let view = EpochView(board)
        board.offer(middle, by: .search)
        board.raise(bound: 2, by: .bound)
        #expect(view.objective == first.objective && view.bound == 1 && view.elites.count == 1)
        view.offer(last, by: .restrictedMaster)
        view.offer(middle, by: .wholeProgram)
        view.raise(bound: 3, by: .columnGeneration)
        view.raise(bound: 2.5, by: .bound)
        #expect(view.incumbent?.objective == first.objective && view.objective == last.objective)
        #expect(view.bound == 3 && view.elites.count == 2 && board.bound == 2)
        #expect(board.incumbent?.objective == middle.objective)
        view.deliver()
        #expect(board.bound == 3 && board.objective < middle.objective)
        #expect(board.gain(of: .restrictedMaster) > 0 && board.gain(of: .wholeProgram) == 0)
        #expect(board.gain(of: .columnGeneration) == 1)
    }

    @Test("an epoch ends once its plan and its bound meet, and by a stop")
    func end() throws {
        var crowded = CrowdedWeek(seed: 9, requests: 30)
        let instance = try Instance(week: crowded.week())
        let control = SolveControl()
        let board = Board(instance, SolveParameters(), control) { _ in }
        var search = Search(instance, seed: 3)
        search.construct()
        let view = EpochView(board)
        view.raise(bound: search.best.objective, by: .bound)
        #expect(!view.isProven && !view.isOver)
        view.offer(search.best, by: .wholeProgram)
        #expect(view.isProven && view.isOver)
        let other = EpochView(board)
        #expect(!other.isOver)
        control.stop()
        #expect(other.isOver && !other.isProven)
    }

    @Test("what a turn by counted steps comes to is the same, whatever others hand in meanwhile")
    func undisturbed() throws {
        var crowded = CrowdedWeek(seed: 10, requests: 40)
        let instance = try Instance(week: crowded.week())
        func turns(disturbed: Bool) -> (Double, Double, Int) {
            let board = Board(instance, SolveParameters(isCounted: true), SolveControl()) { _ in }
            var search = Search(instance, seed: 3)
            search.construct()
            board.offer(search.best, by: .construction)
            var turns = CountedTurns(board)
            let views = (0..<3).map { _ in EpochView(board) }
            if disturbed {
                _ = search.run(2_000)
                board.offer(search.best, by: .search)
            }
            for view in views { turns.take(microseconds: 60_000, view) }
            let last = views[views.count - 1]
            return (last.objective, last.bound, last.elites.count)
        }
        #expect(turns(disturbed: false) == turns(disturbed: true))
    }
}
