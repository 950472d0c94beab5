import Testing

@testable import CaravanSolver

@Suite("Random numbers of the search")
struct RandomStreamTests {
    @Test("a seed gives the same numbers again, another seed others")
    func repeats() {
        func first(_ seed: UInt64) -> [UInt64] {
            var random = RandomStream(seed: seed)
            return (0..<10).map { _ in random.next() }
        }
        #expect(first(7) == first(7))
        #expect(first(7) != first(8))
        #expect(first(0) != first(.max))
    }

    @Test("numbers below a bound are below it, and each comes about as often as any other")
    func uniform() {
        var random = RandomStream(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.below(7)] += 1 }
        #expect(counts.allSatisfy { (9_500...10_500).contains($0) }, "\(counts)")
        let (single, units) = ((0..<1_000).map { _ in random.below(1) }, (0..<10_000).map { _ in random.unit() })
        #expect(single.allSatisfy { $0 == 0 })
        #expect(units.allSatisfy { (0..<1).contains($0) })
    }

    @Test("exponential numbers have mean 1, variance 1 and the right median")
    func exponential() {
        var random = RandomStream(seed: 4)
        let drawn = (0..<200_000).map { _ in random.exponential() }
        let mean = drawn.reduce(0, +) / 200_000
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200_000
        #expect(drawn.allSatisfy { $0 >= 0 && $0.isFinite })
        #expect(abs(mean - 1) < 0.02)
        #expect(abs(variance - 1) < 0.05)
        #expect(abs(Double(drawn.count { $0 < 0.693_147 }) / 200_000 - 0.5) < 0.01)
    }
}
