import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Crew pools")
struct CrewPoolsTests {
    @Test("a pool holds the members of each of its placements, and besides them only such as are away")
    func members() throws {
        try forEachPool { instance, pools, index, need, entries in
            let placement = instance.placements[index]
            let candidates = instance.candidates(placement, need: need).map { instance.memberCandidates[$0] }
            let present = entries.filter { entry in
                !(placement.start..<placement.end).contains { instance.week.members[Int(entry.member)].away[Int($0)] }
            }
            #expect(Set(present.map(\.member)) == Set(candidates.map(\.member)) && present.count == candidates.count)
            for candidate in candidates {
                let entry = try #require(entries.first { $0.member == candidate.member })
                #expect(pools.points[Int(entry.at)] == candidate.points)
            }
        }
    }

    @Test("a pool stands in the order of what its members cost, and its least is no more than any crew costs")
    func order() throws {
        var generator = SeededGenerator(for: "order of crew pools")
        try forEachPool { instance, _, index, need, entries in
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.score <= $1.score })
            #expect(entries.allSatisfy { $0.scoreThere <= $0.score })
            let count = instance.tables.needCounts[Int(instance.placements[index].request)][need]
            let crew = entries.shuffled(using: &generator).prefix(count)
            let least = (
                own: entries.map(\.score).sorted().prefix(count).reduce(0, +),
                there: entries.map(\.scoreThere).sorted().prefix(count).reduce(0, +)
            )
            #expect(crew.reduce(0) { $0 + $1.score } >= least.own - 1e-9)
            #expect(crew.reduce(0) { $0 + $1.scoreThere } >= least.there - 1e-9)
        }
    }

    /// Calls `body` with every need of every placement of random small weeks, at random prices that change now and then.
    private func forEachPool(
        _ body: (Instance, CrewPools, _ index: Int, _ need: Int, [CrewPools.Entry]) throws -> Void
    ) throws {
        var weeks = SmallWeek(SeededGenerator(for: "crew pools"))
        var random = RandomStream(seed: weeks.generator.next())
        var visited = 0
        for _ in 0..<40 {
            guard let instance = try? Instance(week: try Week(document: weeks.document())) else { continue }
            var pools = CrewPools(instance)
            for index in instance.placements.indices {
                if random.below(3) == 0 { pools.price(money: instance.fundLimit.map { _ in random.unit() * 0.2 }) }
                for need in instance.tables.needCounts[Int(instance.placements[index].request)].indices {
                    let (pool, level) = (Int(pools.firstPool[index]) + need, random.below(CrewPools.levels.count))
                    let entries = pools.ordered(pool, level: level).map { pools[$0] }
                    let count = instance.tables.needCounts[Int(instance.placements[index].request)][need]
                    let bound = pools.least(pool, level: level, ifVisited: false)
                    #expect(bound <= entries.prefix(count).reduce(0) { $0 + $1.score } + 1e-9)
                    #expect(pools.least(pool, level: level, ifVisited: true) <= bound + 1e-9)
                    try body(instance, pools, index, need, entries)
                    visited += 1
                }
            }
        }
        #expect(visited > 100)
    }
}
