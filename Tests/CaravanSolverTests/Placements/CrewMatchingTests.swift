import TestSupport
import Testing

@testable import CaravanSolver

/// Needs and who may fill them, small enough for every crew to be tried.
struct CrewCase {
    let counts: [Int]
    let candidates: [[Int32]]

    init(_ generator: inout SeededGenerator) {
        let members = 1 + generator.index(below: 6)
        counts = (0..<1 + generator.index(below: 3)).map { _ in 1 + generator.index(below: 2) }
        candidates = counts.map { _ in (0..<Int32(members)).filter { _ in generator.chance(0.5) } }
    }

    /// All ways to fill the places, needs in order.
    var crews: [[Int32]] {
        var crews: [[Int32]] = [[]]
        for (count, members) in zip(counts, candidates) {
            for _ in 0..<count {
                crews = crews.flatMap { crew in members.filter { !crew.contains($0) }.map { crew + [$0] } }
            }
        }
        return crews
    }
}

@Suite("Crew matching")
struct CrewMatchingTests {
    @Test("a crew can be filled with the members required exactly where trying every crew finds one")
    func bruteForce() {
        var generator = SeededGenerator(for: "crew matching")
        var (possible, impossible) = (0, 0)
        for _ in 0..<3_000 {
            let it = CrewCase(&generator)
            let required = (0..<Int32(6)).filter { _ in generator.chance(0.15) }
            let expected = it.crews.contains { crew in required.allSatisfy(crew.contains) }
            let found = CrewMatching(needs: it.counts, candidates: it.candidates).fills(including: required)
            #expect(found == expected, "\(it) with \(required)")
            if expected { possible += 1 } else { impossible += 1 }
        }
        #expect(possible > 200 && impossible > 200)
    }

    @Test("a crew of many is filled, required members and all")
    func manyMembers() {
        let members = Array(Int32(0)..<90)
        let matching = CrewMatching(needs: [70, 20], candidates: [members, members])
        #expect(matching.fills(including: members))
        #expect(!CrewMatching(needs: [70, 21], candidates: [members, members]).fills(including: []))
    }

    @Test("no needs are filled by nobody, and by nobody else")
    func noNeeds() {
        #expect(CrewMatching(needs: [], candidates: []).fills(including: []))
        #expect(!CrewMatching(needs: [], candidates: []).fills(including: [0]))
    }
}
