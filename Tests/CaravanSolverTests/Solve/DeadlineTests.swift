import CaravanCore
import Synchronization
import TestSupport
import Testing

@testable import CaravanSolver

/// A clock whose hand moves a little each time that somebody looks at it.
private final class CountingClock: Sendable {
    private let looks = Mutex(0)
    private let step: Double

    init(step: Double) { self.step = step }

    var count: Int { looks.withLock { $0 } }
    var watch: Stopwatch {
        Stopwatch { [self] in
            looks.withLock { looks in
                looks += 1
                return Double(looks) * step
            }
        }
    }
}

@Suite("Deadlines")
struct DeadlineTests {
    /// A week in which every request may be held in many townships.
    private func wideWeek(_ change: (inout SampleWeek) -> Void = { _ in }) throws -> Week {
        var sample = SampleWeek()
        sample.legs = []
        sample.townships = (0..<60).map { number in
            [
                "id": .string("t\(number)"), "county": "c", "lat": .number(42 + 0.001 * Double(number)), "lon": 126,
                "population": ["youth": 100],
            ]
        }
        let towns = (0..<60).map { "t\($0)" }
        sample.venues = towns.map { SampleWeek.venue("v\($0)", $0) }
        sample.experts = (0..<40).map { SampleWeek.expert("e\($0)", ["base": .string("t\($0)")]) }
        sample.requests = (0..<30).map { SampleWeek.request("r\($0)", ["townships": .strings(towns)]) }
        change(&sample)
        return try sample.week()
    }

    @Test("enumeration looks at the deadline, and gives the part of the week that it has come to")
    func enumeration() throws {
        let week = try wideWeek()
        let whole = try Instance(week: week)
        #expect(!whole.isPartial)
        let clock = CountingClock(step: 1)
        let deadline = Deadline(SolveControl(), clock.watch, end: 3)
        let part = try Instance(week: week, allowance: Allowance(deadline: deadline, mayBePartial: true))
        #expect(part.isPartial && part.placements.count > 0 && part.placements.count < whole.placements.count / 2)
        #expect(clock.count == 3, "after the third look nothing more is begun")
        let first = try #require(part.ofRequest.firstIndex { !$0.isEmpty })
        #expect(part.ofRequest[first].count == whole.ofRequest[first].count)
    }

    @Test("what is pinned, and what a plan holds, has a placement even in a part of a week")
    func demanded() throws {
        let week = try wideWeek { sample in
            sample.pins = [["request": "r29", "township": "t7"]]
        }
        let plan = Plan(
            week: "sample",
            sessions: [Session(request: "r20", start: "2025-05-24.pm", township: "t3", venue: "vt3", crew: ["e3"])])
        let over = Deadline { true }
        let part = try Instance(week: week, likely: plan, allowance: Allowance(deadline: over, mayBePartial: true))
        #expect(part.isPartial)
        #expect(!part.ofRequest[29].isEmpty && part.ofRequest[28].isEmpty)
        #expect(part.ofRequest[20].count == 1 && part.assignment(plan.sessions[0]) != nil)
    }

    @Test("a bound is found before the deadline or not at all")
    func pricing() throws {
        var crowded = CrowdedWeek(seed: 3, requests: 30)
        let instance = try Instance(week: try crowded.week())
        var free = LagrangianAscent(instance)
        #expect(free.step(towards: 1_000) && free.bestBound > -.infinity)
        for looks in [1, 7, 20] {
            let clock = CountingClock(step: 1)
            let deadline = Deadline(SolveControl(), clock.watch, end: Double(looks + 100_000))
            var ascent = LagrangianAscent(instance, deadline: deadline)
            _ = ascent.step(towards: 1_000)
            let (bound, rounds) = (ascent.bestBound, ascent.rounds)
            #expect(bound == free.bestBound && rounds == 1)
        }
        var late = LagrangianAscent(instance, deadline: Deadline { true })
        #expect(!late.step(towards: 1_000) && late.bestBound == -.infinity && late.rounds == 0)
        #expect(late.survivors(objective: 0).placements.allSatisfy { $0 }, "what is not proven useless stays")
    }

    @Test("a solve whose time is over while it enumerates still ends with a sound plan, and without a bound")
    func lateSolve() throws {
        let week = try wideWeek()
        for step in [0.02, 0.2] {
            let clock = CountingClock(step: step)
            let parameters = SolveParameters(limit: 0.1)
            let solver = Solver(week: week, parameters: parameters, control: SolveControl(), watch: clock.watch)
            let outcome = try solver.run()
            #expect(Checker(week: week).check(outcome.plan).isSound)
            #expect(outcome.termination == .limit && outcome.plan.bound == nil && outcome.duals == nil)
        }
    }

    @Test("a stop ends the enumeration, too")
    func stopped() throws {
        let control = SolveControl()
        control.stop()
        let deadline = Deadline(control, Stopwatch(), end: .infinity)
        let part = try Instance(week: try wideWeek(), allowance: Allowance(deadline: deadline, mayBePartial: true))
        #expect(part.isPartial)
        #expect(throws: SolveError.stopped) {
            try control.governing { try ModelFormat.mps.text(of: wideWeek()) }
        }
    }
}

@Suite("Models that are too large")
struct ModelSizeTests {
    @Test("the count is never below what is built, and near it where nobody is away")
    func count() throws {
        var weeks = SmallWeek(SeededGenerator(for: "model sizes"))
        for _ in 0..<40 {
            let week = try Week(document: weeks.document())
            guard let instance = try? Instance(week: week) else { continue }
            var count = ModelCount(week: week, decisions: try Decisions(week: week, baseline: nil, freeze: nil))
            var sum = ModelSize()
            for request in week.requests.indices { sum += count.size(of: request) }
            #expect(sum.placements >= Double(instance.placements.count))
            #expect(sum.venues >= Double(instance.venueCandidates.count))
            #expect(sum.members >= Double(instance.memberCandidates.count))
            #expect(sum.hits >= Double(instance.hits.count))
        }
        var sample = SampleWeek()
        sample.requests = [SampleWeek.request("r1"), SampleWeek.request("r2", ["duration": 2])]
        let week = try sample.week()
        let instance = try Instance(week: week)
        var count = ModelCount(week: week, decisions: try Decisions(week: week, baseline: nil, freeze: nil))
        #expect(
            count.size(of: 0).placements + count.size(of: 1).placements == Double(instance.placements.count))
    }

    @Test("a model beyond the memory allowed is refused before it is built, naming what weighs most")
    func refused() throws {
        var sample = SampleWeek()
        sample.requests = [
            SampleWeek.request("small", ["slots": ["2025-05-24.am"]]), SampleWeek.request("large", ["title": "大讲座"]),
        ]
        let week = try sample.week()
        var parameters = SolveParameters(limit: 5)
        parameters.memory = 1_000
        do {
            _ = try Solver(week: week, parameters: parameters).run()
            Issue.record("it was solved in a kilobyte")
        } catch {
            guard case .tooLarge(let model) = error else { throw error }
            #expect(model.heaviest.map(\.request) == ["large", "small"] && model.memory == 1_000)
            #expect(model.text.english.contains("large (大讲座): 1 townships") && model.text.chinese.contains("大讲座"))
            #expect(model.records.count == 2 && model.records[0]["request"] == "large")
        }
        parameters.memory = 1_000_000_000
        #expect(try Solver(week: week, parameters: parameters).run().plan.sessions.count == 2)
    }
}
