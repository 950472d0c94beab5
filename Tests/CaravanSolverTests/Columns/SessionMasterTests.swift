import CaravanCore
import GLPK
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvedSmallWeek {
    /// The columns of the best plan.
    var bestColumns: [SessionColumn] { plan.sessions.compactMap(instance.assignment).compactMap(instance.column) }

    /// A pool of the sessions of some plans that searches found, not always the best.
    func pool(plans: Int) -> SessionPool {
        var pool = SessionPool(instance)
        for seed in 1...plans {
            var search = Search(instance, seed: UInt64(seed))
            search.construct()
            pool.add(plan: search.best.assignments)
        }
        return pool
    }
}

@Suite("The master program over sessions")
struct SessionMasterTests {
    @Test("over all sessions of the best plan and of others its best point is the best plan, at the same points")
    func optimum() throws {
        var weeks = SmallWeek(SeededGenerator(for: "session masters"))
        for it in try SolvedSmallWeek.some(25, &weeks) {
            var pool = it.pool(plans: 5)
            for column in it.bestColumns { pool.add(column) }
            let master = SessionMaster(
                Pricing(it.instance), TripShares(it.instance), sessions: pool.columns, isInteger: true)
            let values = try GLPK.run { environment in
                try environment.problem(master.program).integer(IntegerOptions(timeLimit: 60)).values
            }
            let found = try #require(values)
            let plan = try #require(master.plan(found), "\(it.instance.week.document.text)")
            #expect(plan.missing == 0)
            #expect(abs(plan.objective - it.objective) < 1e-5, "\(it.instance.week.document.text)")
            #expect(abs(master.program.objective(of: found) - plan.objective) < 1e-5)
        }
    }

    @Test("a session becomes the same column however it is written, and the same session again")
    func columns() throws {
        var weeks = SmallWeek(SeededGenerator(for: "session columns"))
        for it in try SolvedSmallWeek.some(15, &weeks) {
            let held = it.plan.sessions.compactMap(it.instance.assignment)
            #expect(it.bestColumns.count == held.count)
            for (column, assignment) in zip(it.bestColumns, held) {
                let back = it.instance.assignment(of: column)
                #expect(it.instance.session(back) == it.instance.session(assignment))
                #expect(it.instance.column(of: back) == column)
            }
        }
    }

    @Test("a full pool keeps the sessions of least excess, in order")
    func trims() throws {
        var crowded = CrowdedWeek(seed: 9, requests: 20)
        let instance = try Instance(week: crowded.week())
        var pool = SessionPool(instance)
        let placement = try #require(instance.placements.indices.first { instance.placements[$0].request == 0 })
        let crew = [Int32](repeating: 0, count: instance.tables.needCounts[0].reduce(0, +))
        // Columns that only differ in a made-up room: the pool does not look into them.
        for room in 0..<pool.capacity {
            pool.add(SessionColumn(placement: placement, room: room, crew: crew, in: instance))
        }
        #expect(pool.isFull && !pool.add(pool.columns[3]))
        let excess = pool.columns.indices.map { Double(($0 * 7919) % pool.capacity) }
        let bar = 0.75 * Double(pool.capacity)
        let expected = zip(pool.columns, excess).filter { $0.1 < Double(Int(bar)) }.map(\.0)
        pool.trim(excess: excess)
        #expect(pool.columns == expected)
        #expect(pool.columns.allSatisfy(pool.contains))
    }
}
