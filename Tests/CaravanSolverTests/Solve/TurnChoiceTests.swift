import Testing

@testable import CaravanSolver

@Suite("Whose turn it is on a shared core")
struct TurnChoiceTests {
    private static let parts: [Part] = [.bound, .neighbourhoodPrograms, .secondSearch]

    /// How many of some turns each part gets, where its gains are what `points` says of the turn.
    private func turns(_ count: Int, _ choice: inout TurnChoice, points: (Part) -> Double) -> [Part: Int] {
        var drawn: [Part: Int] = [:]
        for _ in 0..<count {
            guard let part = choice.draw(among: Self.parts) else { continue }
            drawn[part, default: 0] += 1
            choice.learn(part, gained: points(part), in: 2)
        }
        return drawn
    }

    @Test("every part has a first turn, in order")
    func first() {
        var choice = TurnChoice(seed: 1)
        for part in Self.parts {
            #expect(choice.draw(among: Self.parts) == part)
            choice.learn(part, gained: 0, in: 1)
        }
        #expect(choice.draw(among: []) == nil)
    }

    @Test("the part that gains most gets most turns, and none dies out", arguments: parts)
    func best(_ best: Part) {
        var choice = TurnChoice(seed: 7)
        let drawn = turns(600, &choice) { $0 == best ? 10 : 0.1 }
        for part in Self.parts { #expect(part == best ? drawn[part, default: 0] > 400 : drawn[part, default: 0] > 20) }
    }

    @Test("when a part stops gaining, another that gains takes over")
    func change() {
        var choice = TurnChoice(seed: 3)
        _ = turns(50, &choice) { $0 == .bound ? 50 : 1 }
        let later = turns(200, &choice) { $0 == .secondSearch ? 5 : 0 }
        #expect(later[.secondSearch, default: 0] > 120, "\(later)")
    }

    @Test("where nobody gains, all get turns alike")
    func nothing() {
        var choice = TurnChoice(seed: 5)
        let drawn = turns(900, &choice) { _ in 0 }
        for part in Self.parts { #expect((200...400).contains(drawn[part, default: 0]), "\(drawn)") }
    }
}
