import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Prospects of placements")
struct ProspectsTests {
    @Test("at any prices the excesses of all that the best plan does sum to at most its gap")
    func sumsToTheGap() throws {
        var weeks = SmallWeek(SeededGenerator(for: "prospects"))
        var positive = 0
        for it in try SolvedSmallWeek.some(25, &weeks) {
            let instance = it.instance
            for _ in 0..<20 {
                let point = Pricing(instance).priced(at: PricePoint(drawnFor: instance, &weeks.generator))
                let (bound, margins) = (point.bound, point.margins)
                let prospects = Prospects(instance, margins: margins, bound: bound)
                let sum = excess(of: it.plan, prospects, margins, instance)
                #expect(sum <= it.objective - bound + 1e-3, "\(instance.week.document.text)")
                if sum > 1 { positive += 1 }
            }
        }
        #expect(positive > 100, "nothing was ever in excess")
    }

    /// What the sessions of a plan exceed the best of their requests by, and what the requests without a session lose.
    private func excess(
        of plan: Plan, _ prospects: Prospects, _ margins: [Float], _ instance: Instance
    ) -> Double {
        var rest = Set(instance.ofRequest.indices)
        var sum = 0.0
        for it in plan.sessions.compactMap(instance.assignment) {
            let request = Int(instance.placements[it.placement].request)
            rest.remove(request)
            for at in instance.ofRequest[request] where Int(prospects.ranked[at]) == it.placement {
                sum += Double(prospects.excess[at])
            }
        }
        for request in rest { sum -= min(0, Double(instance.ofRequest[request].map { margins[$0] }.min() ?? 0)) }
        return sum
    }

    @Test("each request's placements stand in order, and those within reach come first")
    func order() throws {
        var crowded = CrowdedWeek(seed: 3)
        let instance = try Instance(week: crowded.week())
        var generator = SeededGenerator(for: "order of prospects")
        let margins = instance.placements.map { _ in
            generator.chance(0.1) ? Float.infinity : Float.random(in: -40...60, using: &generator)
        }
        var prospects = Prospects(instance, margins: margins, bound: 0)
        for range in instance.ofRequest {
            #expect(Set(prospects.ranked[range].map(Int.init)) == Set(range))
            let best = min(0, range.map { margins[$0] }.min() ?? 0)
            for at in range { #expect(prospects.excess[at] == margins[Int(prospects.ranked[at])] - best) }
            for reach: Float in [0, 5, 30, .infinity] {
                prospects.reach = reach
                let within = prospects.count(within: range)
                #expect(within == range.count { margins[$0] - best <= reach })
                #expect(range.prefix(within).allSatisfy { prospects.excess[$0] <= reach })
            }
        }
    }

    @Test("a search that is told of prospects finds no worse plans than it would without, of ten weeks together")
    func guides() throws {
        var generator = SeededGenerator(for: "prospects of a search", seed: 20)
        var (with, without) = (0.0, 0.0)
        for _ in 0..<10 {
            var crowded = CrowdedWeek(seed: generator.next())
            let instance = try Instance(week: try crowded.week())
            var ascent = LagrangianAscent(instance)
            var first = Search(instance, seed: 1)
            first.construct()
            for _ in 0..<200 { _ = ascent.step(towards: first.record.objective) }
            let margins = ascent.margins()
            for isTold in [false, true] {
                var search = Search(instance, seed: 1)
                search.construct()
                var prices = DualPrices(instance, ascent.best)
                if isTold {
                    prices.prospects = Prospects(instance, margins: margins, bound: ascent.bestBound)
                }
                search.adopt(prices)
                _ = search.run(1_500)
                expectChecked(search.best)
                if isTold { with += search.record.objective } else { without += search.record.objective }
            }
        }
        print("sum of ten objectives: \(with) with prospects, \(without) without")
        #expect(with <= without * 1.005)
    }
}
