import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("A restricted master over good plans")
struct ElitePoolTests {
    @Test("its best plan is at least as good as every plan that it is made of")
    func recombines() throws {
        var weeks = SmallWeek(SeededGenerator(for: "restricted master"))
        var gains = 0
        for it in try SolvedSmallWeek.some(15, &weeks) {
            let plans = (1...4).map { seed in
                var search = Search(it.instance, seed: UInt64(seed))
                search.construct()
                return search.best
            }
            let all = Survivors(all: it.instance)
            let master = Instance(
                it.instance, keeping: all.restricted(to: plans.map(\.assignments), of: it.instance))
            for plan in plans {
                for session in plan.assignments.map(it.instance.session) {
                    #expect(master.assignment(session) != nil, "\(session)")
                }
            }
            let best = plans.map(\.objective).min() ?? .infinity
            let found = try integerOptimum(of: master)
            #expect(found <= best + 1e-6 && found >= it.objective - 1e-6, "\(it.instance.week.document.text)")
            #expect(master.placements.count <= plans.reduce(0) { $0 + $1.assignments.count })
            if found < best - 1e-6 { gains += 1 }
        }
        print("restricted masters that found a better plan: \(gains) of 15")
    }

    @Test("the pool keeps the latest plans")
    func keepsTheLatest() {
        var pool = ElitePool(capacity: 32)
        for number in 0..<(pool.capacity + 3) {
            pool.add([Assignment(placement: number, venue: 0, crew: [])])
        }
        #expect(pool.plans.count == pool.capacity)
        #expect(pool.plans.first?.first?.placement == 3)
    }
}
