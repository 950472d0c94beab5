import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

/// The bound as the ascent finds it, before the solve cuts it off at the objective of its best plan.
@Suite("Bounds beside known optima")
struct KnownOptimaBoundTests {
    static let tiny =
        ["tiny-1", "tiny-2", "tiny-3", "tiny-4", "tiny-18-tight", "tiny-20-tight"] + (5...12).map { "tiny-\($0)-rich" }
    static let small = ["small-1", "small-2", "small-3-rich"]

    @Test("no bound of a tiny or small week lies above its optimum", arguments: tiny + small)
    func week(_ name: String) throws {
        let known = try SharedOptima.week(name)
        // Of small weeks the table holds the best plan known, and better ones may exist: the bound is below them all.
        try expectValid(Instance(week: known.week, baseline: nil, freeze: nil), known.optimum)
    }

    @Test("no bound of a tiny or small replanning lies above its optimum", arguments: tiny + small)
    func replanning(_ name: String) throws {
        let known = try SharedOptima.replanning(name)
        try expectValid(Instance(week: known.week, baseline: known.baseline, freeze: known.freeze), known.optimum)
    }

    private func expectValid(_ instance: Instance, _ optimum: Double) throws {
        var ascent = LagrangianAscent(instance)
        var highest = -Double.infinity
        for phase in 0..<2 {
            if phase == 1 { ascent.keepFunds() }
            for _ in 0..<400 where !ascent.hasConverged {
                _ = ascent.step(towards: optimum)
                highest = max(highest, ascent.bestBound)
            }
        }
        #expect(highest <= optimum * (1 + 1e-9))
        #expect(highest >= optimum * 0.8, "\(highest) of \(optimum) proves little")
    }

    /// Optimum of the plain program's linear relaxation of county-1: HiGHS takes half a minute for it.
    static let countyRelaxation = 28_356.95

    @Test(
        "on a county week the bound comes near the linear relaxation's, and stays below the best plan",
        .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)))
    func county() throws {
        let document = try JSON(parsing: try Data(contentsOf: SharedMaterial.week(size: "county", seed: 1)))
        let instance = try Instance(week: Week(document: document), baseline: nil, freeze: nil)
        var search = Search(instance, seed: 1)
        search.construct()
        var ascent = LagrangianAscent(instance)
        for _ in 0..<600 where !ascent.hasConverged { _ = ascent.step(towards: search.record.objective) }
        #expect(ascent.bestBound > Self.countyRelaxation * 0.99)
        search.adopt(DualPrices(instance, ascent.best))
        _ = search.run(20_000)
        #expect(ascent.bestBound < search.record.objective)
        ascent.keepFunds()
        for _ in 0..<60 { _ = ascent.step(towards: search.record.objective) }
        #expect(ascent.bestBound < search.record.objective)
    }
}
