import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

@Suite("Tuning constants")
struct TuningTests {
    @Test("one is set by its name, and all others stay as they are")
    func set() throws {
        var tuning = Tuning()
        try tuning.set("search.smallRuin", to: 12)
        try tuning.set("ascent.shrinking", to: 0.55)
        #expect(tuning.search.smallRuin == 12 && tuning.ascent.shrinking == 0.55)
        try tuning.set("search.smallRuin", to: 8)
        try tuning.set("ascent.shrinking", to: 0.7)
        #expect(tuning == Tuning())
    }

    @Test("every one takes its standard value and both ends of its range, and nothing beyond them")
    func ranges() throws {
        #expect(Tuning.constants.count > 100 && Set(Tuning.constants.map(\.name)).count == Tuning.constants.count)
        for it in Tuning.constants {
            var tuning = Tuning()
            try tuning.set(it.name, to: it.standard)
            #expect(tuning == Tuning(), "\(it.name) is not what it is")
            for beyond in [it.range.lowerBound - 1, it.range.upperBound * 1.1 + 1, .nan, .infinity] {
                #expect(throws: TuningError.outOfRange(it.name, it.range)) { try tuning.set(it.name, to: beyond) }
            }
            #expect(tuning == Tuning(), "\(it.name) changed by what was refused")
            for end in [it.range.lowerBound, it.range.upperBound] where end != it.standard {
                try tuning.set(it.name, to: end)
                #expect(tuning != Tuning(), "\(it.name) did not change")
            }
        }
    }

    @Test(
        "a name that is unknown is answered with all that there are",
        arguments: ["", "search", "search.", "x.y", "a.b.c"])
    func unknown(_ name: String) {
        var tuning = Tuning()
        #expect(throws: TuningError.unknown(name)) { try tuning.set(name, to: 1) }
        let text = TuningError.unknown(name).description
        #expect(Tuning.constants.allSatisfy { text.contains($0.name) })
    }

    @Test("a value out of range is answered with the range, a part of a whole number with that")
    func range() {
        var tuning = Tuning()
        #expect(throws: TuningError.outOfRange("search.fewBlinks", 0...0.9)) {
            try tuning.set("search.fewBlinks", to: 1)
        }
        #expect(throws: TuningError.notWhole("search.smallRuin")) { try tuning.set("search.smallRuin", to: 2.5) }
    }

    @Test("a solve goes by them: with other ruins it comes to another plan, and to the same one with the standard ones")
    func used() async throws {
        var crowded = CrowdedWeek(seed: 12, requests: 50)
        let week = try crowded.week()
        var parameters = SolveParameters(work: 1_000)
        let standard = try await solve(week, parameters)
        try parameters.tuning.set("search.smallRuin", to: 8)
        #expect(try await solve(week, parameters).plan.document == standard.plan.document)
        try parameters.tuning.set("search.smallRuin", to: 1)
        try parameters.tuning.set("search.largeRuin", to: 1)
        let other = try await solve(week, parameters)
        #expect(other.plan.document != standard.plan.document)
    }

    @Test("statistics say of each neighbourhood how often it was drawn, accepted and best")
    func neighbourhoods() async throws {
        var crowded = CrowdedWeek(seed: 13, requests: 50)
        let solve = try await solve(try crowded.week(), SolveParameters(work: 900))
        let figures = Dictionary(uniqueKeysWithValues: solve.outcome.statistics.map { ($0.name, $0.value) })
        let drawn = Neighbourhood.allCases.map { figures["\($0) ruins"] ?? 0 }
        #expect(drawn.reduce(0, +) == 900 && drawn.allSatisfy { $0 > 0 })
        for neighbourhood in Neighbourhood.allCases {
            let accepted = figures["\(neighbourhood) ruins accepted"] ?? -1
            #expect((0...(figures["\(neighbourhood) ruins"] ?? 0)).contains(accepted))
            #expect((0...accepted).contains(figures["\(neighbourhood) ruins best"] ?? -1))
        }
    }
}
