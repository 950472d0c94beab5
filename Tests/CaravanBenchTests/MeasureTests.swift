import Foundation
import Testing

@testable import CaravanBench

@Suite("Measures")
struct MeasureTests {
    @Test("the primal integral is the area under the distance to the best objective, 1 before the first plan")
    func primalIntegral() {
        let course = Trajectory([
            .init(seconds: 2, objective: 200), .init(seconds: 4, objective: 125), .init(seconds: 8, objective: 100),
        ])
        // 2 s at 1, 2 s at 1/2, 4 s at 1/5, 2 s at 0.
        #expect(abs(course.primalIntegral(best: 100, until: 10) - 3.8) < 1e-12)
        #expect(abs(course.primalIntegral(best: 100, until: 3) - 2.5) < 1e-12)
        #expect(Trajectory([]).primalIntegral(best: 100, until: 10) == 10)
    }

    @Test("the dual integral is the same of the bound")
    func dualIntegral() {
        let course = Trajectory([.init(seconds: 1, bound: 50), .init(seconds: 3, objective: 100, bound: 75)])
        #expect(abs(course.dualIntegral(best: 100, until: 5) - (1 + 1 + 0.5)) < 1e-12)
    }

    @Test("the distance is 0 to 1, and 1 where signs differ or nothing is known")
    func distance() {
        #expect(Trajectory.distance(of: nil, to: 5) == 1)
        #expect(Trajectory.distance(of: -3, to: 5) == 1)
        #expect(Trajectory.distance(of: 0, to: 0) == 0)
        #expect(Trajectory.distance(of: 0, to: 5) == 1)
        #expect(Trajectory.distance(of: 10, to: 5) == 0.5)
    }

    @Test("the median of an even number of values lies between the two in the middle")
    func spread() throws {
        let even = try #require(Spread([4, 1, 3, 2]))
        #expect((even.median, even.least, even.most, even.count) == (2.5, 1, 4, 4))
        #expect(Spread([5, 1, 9])?.median == 5)
        #expect(Spread([]) == nil)
    }

    @Test("a power law is found again in its own values")
    func powerLaw() throws {
        let law = try #require(PowerLaw([14, 80, 350, 4500].map { (size: $0, cost: 0.5 * pow($0, 1.25)) }))
        #expect(abs(law.exponent - 1.25) < 1e-9)
        #expect(abs(law.factor - 0.5) < 1e-9)
    }

    @Test("one size alone has no exponent, and figures that are not positive do not count")
    func powerLawNeedsSizes() {
        #expect(PowerLaw([]) == nil)
        #expect(PowerLaw([(size: 14, cost: 1), (size: 14, cost: 2)]) == nil)
        #expect(PowerLaw([(size: 14, cost: 1), (size: 80, cost: 0)]) == nil)
    }

    @Test("figures are shown with a median, a range and how many weeks have them")
    func text() {
        #expect(FigureText.whole(1_234_567.4) == "1,234,567")
        #expect(FigureText.whole(-0.2) == "0")
        #expect(FigureText.whole(-1234) == "-1,234")
        #expect(FigureText.shown([0.03, 0.01, 0.02], FigureText.percent) == "2.00 % (1.00 %–3.00 %)")
        #expect(FigureText.shown([7, nil], FigureText.whole) == "7, 1 of 2")
        #expect(FigureText.shown([nil, nil], FigureText.whole) == "-")
    }
}
