import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Assignment of members to places")
struct PlaceAssignmentTests {
    @Test("the crew assigned is the cheapest of all crews, or there is none")
    func bruteForce() throws {
        var generator = SeededGenerator(for: "place assignment")
        var assignment = PlaceAssignment()
        var (solved, refused) = (0, 0)
        for _ in 0..<3_000 {
            let it = CrewCase(&generator)
            // Scores of either sign; the same member may cost another score in another need.
            let scores = it.candidates.map { $0.map { _ in Double(generator.index(below: 200)) - 60 } }
            let offers = zip(it.candidates, scores).flatMap { members, scores in
                zip(members, scores).map { CrewPicker.Offer(member: $0, score: $1, points: 0, km: 0) }
            }
            let ends = it.candidates.indices.map { it.candidates[...$0].reduce(0) { $0 + $1.count } }
            let cheapest = it.crews.map { cost(of: $0, it, scores) }.min()
            guard assignment.solve(offers: offers, needEnds: ends, counts: it.counts) else {
                #expect(cheapest == nil, "\(it)")
                refused += 1
                continue
            }
            solved += 1
            let crew = assignment.chosen.map { offers[$0].member }
            #expect(it.crews.contains(crew))
            let total = assignment.chosen.reduce(0) { $0 + offers[$1].score }
            #expect(abs(total - (try #require(cheapest))) < 1e-9, "\(it)")
        }
        #expect(solved > 200 && refused > 200)
    }

    private func cost(of crew: [Int32], _ it: CrewCase, _ scores: [[Double]]) -> Double {
        var place = 0
        var total = 0.0
        for (need, count) in it.counts.enumerated() {
            for _ in 0..<count {
                if let at = it.candidates[need].firstIndex(of: crew[place]) { total += scores[need][at] }
                place += 1
            }
        }
        return total
    }

    @Test("no places are assigned to nobody")
    func noPlaces() {
        var assignment = PlaceAssignment()
        let solved = assignment.solve(offers: [], needEnds: [], counts: [])
        #expect(solved && assignment.chosen.isEmpty)
    }
}
