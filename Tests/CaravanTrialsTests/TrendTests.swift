import Testing

@testable import CaravanTrials

@Suite("A line through samples")
struct TrendTests {
    @Test("rises as its samples do")
    func rises() throws {
        let trend = try #require(Trend([(0, 10), (1, 12), (2, 14), (4, 18)]))
        #expect(abs(trend.slope - 2) < 1e-12)
        #expect(abs(trend.rise - 8) < 1e-12)
        #expect(trend.mean == 13.5)
    }

    @Test("is none through samples of one moment, or through two")
    func none() {
        #expect(Trend([(1, 10), (1, 12), (1, 14)]) == nil)
        #expect(Trend([(0, 10), (1, 12)]) == nil)
    }
}
