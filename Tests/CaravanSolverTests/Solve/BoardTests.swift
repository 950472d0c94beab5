import CaravanCore
import Testing

@testable import CaravanSolver

@Suite("What the workers of a solve share")
struct BoardTests {
    private func plan(_ number: Int) -> [Assignment] { [Assignment(placement: number, venue: 0, crew: [])] }

    @Test("a plan is taken up only if it is better than rounding can make it, and says what it gained")
    func incumbents() throws {
        var incumbents = Incumbents(capacity: 2)
        #expect(incumbents.take(plan(1), objective: 10) == 0)
        #expect(incumbents.take(plan(2), objective: 10 - 1e-8) == nil)
        #expect(incumbents.take(plan(3), objective: 11) == nil)
        #expect(incumbents.take(plan(4), objective: 7.5) == 2.5)
        let best = try #require(incumbents.best)
        #expect(best.objective == 7.5 && best.serial == 2 && best.assignments.first?.placement == 4)
        #expect(incumbents.elites.plans.map { $0[0].placement } == [1, 4])
    }

    @Test("bounds only rise, and one that nobody would see is kept without being told")
    func bounds() {
        var bounds = Bounds(known: nil)
        #expect(bounds.gap(of: 100) == nil)
        #expect(bounds.raise(to: 50)?.gain == 0 && bounds.best == 50)
        #expect(bounds.raise(to: 49) == nil && bounds.raise(to: 50) == nil)
        let little = bounds.raise(to: 50.00001)
        #expect(little?.isVisible == false && bounds.best == 50.00001)
        #expect(bounds.raise(to: 75)?.isVisible == true)
        #expect(bounds.gap(of: 100) == 0.25 && bounds.gap(of: 60) == 0)
        #expect(Bounds(known: 20).gap(of: 40) == 0.5)
    }

    @Test("nothing is told twice, what comes within 50 ms is told later as one, and one thread tells at a time")
    func events() {
        var events = EventThrottle()
        #expect(events.begin(at: 0, evenNow: true, serial: 0) == nil, "nothing changed")
        events.note(.search)
        #expect(events.begin(at: 1, evenNow: false, serial: 1) == true && events.phase == "search")
        events.note(.bound)
        #expect(events.begin(at: 2, evenNow: true, serial: 1) == nil, "another thread is telling")
        events.end()
        #expect(events.begin(at: 1.04, evenNow: false, serial: 1) == nil, "too soon")
        #expect(events.begin(at: 1.04, evenNow: true, serial: 1) == false, "only the bound is news")
        events.end()
        #expect(events.begin(at: 9, evenNow: true, serial: 1) == nil, "told already")
    }

    @Test("statistics count, note and credit, and are listed by name")
    func statistics() {
        var statistics = SolveStatistics()
        statistics.count("rounds", 2)
        statistics.count("rounds", 3)
        statistics.note("columns", 7)
        statistics.note("columns", 8)
        statistics.credit(.bound, 1.5)
        statistics.credit(.bound, 1)
        #expect(statistics.gain(of: .bound) == 2.5 && statistics.gain(of: .search) == 0)
        #expect(statistics.list.map(\.name) == ["bound gained", "columns", "rounds"])
        #expect(statistics.list.map(\.value) == [2.5, 8, 5])
    }

    @Test("the workers end before the limit by thrice what writing took, by a twentieth of the limit at most")
    func clock() throws {
        let hand = ClockHand()
        let clock = SolveClock(hand.watch, limit: 10, TurnParameters())
        hand.move(to: 9)
        #expect(clock.secondsLeft == 1 && !clock.isOver)
        try clock.timingWriting { () throws(SolveError) in hand.move(to: 9.1) }
        #expect(abs(clock.secondsLeft - 0.6) < 1e-9)
        try clock.timingWriting { () throws(SolveError) in hand.move(to: 9.5) }
        #expect(clock.secondsLeft == 0 && clock.isOver)
        let counted = SolveClock(Stopwatch { 1e9 }, limit: .infinity, TurnParameters())
        #expect(!counted.isOver && counted.secondsLeft == .infinity)
    }
}
