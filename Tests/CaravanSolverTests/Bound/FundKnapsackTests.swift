import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Funds kept as knapsacks")
struct FundKnapsackTests {
    @Test("at any multipliers the bound is below the best plan, and no lower than with funds priced")
    func randomMultipliers() throws {
        var weeks = SmallWeek(SeededGenerator(for: "knapsack bound"))
        var (kept, higher) = (0, 0)
        for it in try SolvedSmallWeek.some(30, &weeks) {
            let priced = Pricing(it.instance)
            var pricing = priced
            guard pricing.keepFunds() else { continue }
            kept += 1
            for _ in 0..<20 {
                let point = PricePoint(drawnFor: it.instance, &weeks.generator)
                let (bound, lower) = (pricing.priced(at: point).bound, priced.priced(at: point).bound)
                #expect(bound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
                #expect(bound >= lower - 1e-6, "\(it.instance.week.document.text)")
                if bound > lower + 1e-6 { higher += 1 }
            }
        }
        #expect(kept > 3 && higher > kept, "\(kept) weeks with scarce funds, \(higher) higher bounds")
    }

    @Test("the ascent goes on above the bound with funds priced, and never above the best plan")
    func ascent() throws {
        var weeks = SmallWeek(SeededGenerator(for: "ascent with knapsacks"))
        var (before, after) = (0.0, 0.0)
        for it in try SolvedSmallWeek.some(20, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<300 where !ascent.hasConverged { _ = ascent.step(towards: it.objective) }
            before += ascent.bestBound
            ascent.keepFunds()
            for _ in 0..<300 where !ascent.hasConverged { _ = ascent.step(towards: it.objective) }
            after += ascent.bestBound
            #expect(ascent.bestBound <= it.objective + 1e-6, "\(it.instance.week.document.text)")
        }
        #expect(after >= before)
    }

    @Test("what survives reduced-cost fixing with knapsacks holds the best plan")
    func survivors() throws {
        var weeks = SmallWeek(SeededGenerator(for: "fixing with knapsacks"))
        var (all, left) = (0, 0)
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var ascent = LagrangianAscent(it.instance)
            for _ in 0..<weeks.generator.index(below: 200) { _ = ascent.step(towards: it.objective) }
            ascent.keepFunds()
            for _ in 0..<weeks.generator.index(below: 200) { _ = ascent.step(towards: it.objective) }
            let reduced = Instance(it.instance, keeping: ascent.survivors(objective: it.objective))
            all += it.instance.placements.count
            left += reduced.placements.count
            let sessions = it.plan.sessions.compactMap(reduced.assignment)
            #expect(sessions.count == it.plan.sessions.count, "\(it.instance.week.document.text)")
            #expect(Schedule(reduced, holding: sessions).missing == 0)
        }
        #expect(left < all, "nothing was ever ruled out")
    }
}

@Suite("The knapsack of a fund")
struct KnapsackRecursionTests {
    /// A fund of 1,000 yuan and requests of which only some can be paid for.
    private func week(costs: [Double], values: [Double]) throws -> Instance {
        let requests = zip(costs, values).enumerated().map { number, it -> JSON in
            [
                "id": .string("r\(number)"), "title": "talk", "fund": "science", "audience": "youth", "topic": "ai",
                "format": "lecture", "townships": ["north"], "attendance": 30, "duration": 1, "needs": [],
                "value": .number(it.1), "cost": .number(it.0),
            ]
        }
        return try Instance(
            week: Week(document: [
                "format": "caravan-week/1", "id": "knapsack", "start": "2025-05-24", "days": 3,
                "timezone": "Asia/Shanghai",
                "slots": [
                    ["id": "am", "start": "09:00", "end": "11:00"], ["id": "pm", "start": "14:00", "end": "16:30"],
                ],
                "audiences": ["youth"], "funds": [["id": "science", "name": "science", "limit": 1000]],
                "travel": [
                    "fund": "science", "speedKmh": 50, "roadFactor": 1.3, "bufferMinutes": 5, "costPerKm": 1,
                    "legs": [],
                ],
                "townships": [
                    [
                        "id": "north", "name": "North", "county": "c", "lat": 41.5, "lon": 126.5,
                        "population": ["youth": 1000],
                    ]
                ],
                "venues": [
                    [
                        "id": "hall", "name": "hall", "township": "north", "kind": "hall", "capacity": 100,
                        "equipment": [], "closed": [], "cost": 0,
                    ]
                ],
                "requests": .array(requests),
            ]))
    }

    @Test("whole requests are held, the most worth that the fund can pay")
    func wholeRequests() throws {
        // By points a yuan the first request comes first, but then 400 yuan are left that buy nothing.
        let instance = try week(costs: [600, 500, 500], values: [70, 50, 50])
        var pricing = Pricing(instance)
        let keeps = pricing.keepFunds()
        #expect(keeps)
        let point = pricing.priced(at: PricePoint(free: instance))
        let bound = point.bound
        #expect(abs(bound - 70) < 1e-9, "not holding the first costs 70 points; the bound is \(bound)")
        #expect((0..<3).map { point.holds($0) } == [false, true, true])
    }

    @Test("a fund that can pay for everything is no knapsack")
    func plenty() throws {
        let instance = try week(costs: [300, 300, 300], values: [1, 1, 1])
        var pricing = Pricing(instance)
        let keeps = pricing.keepFunds()
        #expect(!keeps)
    }

    @Test("a limit that is reached to the yuan is no limit that is exceeded")
    func exactly() throws {
        let instance = try week(costs: [333.3, 333.3, 333.4, 0.1], values: [9, 9, 9, 1])
        var pricing = Pricing(instance)
        let keeps = pricing.keepFunds()
        #expect(keeps)
        let bound = pricing.priced(at: PricePoint(free: instance)).bound
        #expect(bound <= 1 + 1e-9, "holding the first three costs 1 point; the bound is \(bound)")
    }

    @Test("counted in coarse units, charges that use up a limit still fit", arguments: [997, 1_000, 1_003, 12_345])
    func coarse(_ parts: Int) throws {
        // The odd yuan makes the units of the charges so fine that the grid is as coarse as it gets.
        let share = 1_000.0 / Double(parts)
        let whole = (Double(parts / 2) * share * 100).rounded() / 100
        let instance = try week(costs: [whole, 1_000 - whole, 0.01], values: [9, 9, 1])
        var pricing = Pricing(instance)
        let keeps = pricing.keepFunds()
        #expect(keeps)
        let bound = pricing.priced(at: PricePoint(free: instance)).bound
        #expect(bound <= 1 + 1e-9, "holding the first two costs 1 point; the bound is \(bound)")
    }
}
