import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

/// Our bound beside that of HiGHS on the plain model of the shared peers, found in the same run.
@Suite(
    "Bounds beside a peer's",
    .enabled(if: SharedMaterial.isUsable, Comment(rawValue: SharedMaterial.absence)),
    .enabled(if: SharedMaterial.originals != nil, "needs the peers of ../shared (or CARAVAN_SHARED)"),
    .enabled(if: SharedMaterial.hasPythonModule("highspy"), "needs the Python module highspy"))
struct PeerBoundTests {
    /// Seconds that HiGHS gets, on one thread.
    private static let limit = 15

    @Test("a county's bound is not 0.2 % below HiGHS's, and neither lies above any plan")
    func county() throws {
        let week = try thinnedCounty()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("county-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(week.document.text.utf8).write(to: file)
        let instance = try Instance(week: week)
        var search = Search(instance, seed: 1)
        search.construct()
        var ascent = LagrangianAscent(instance)
        for phase in 0..<2 {
            if phase == 1 { ascent.keepFunds() }
            for _ in 0..<600 where !ascent.hasConverged { _ = ascent.step(towards: search.record.objective) }
            if phase == 0 {
                search.adopt(DualPrices(instance, ascent.best))
                _ = search.run(20_000)
            }
        }
        let peer = try highs(file)
        print("bound \(ascent.bestBound), plan \(search.record.objective); HiGHS \(peer.bound), plan \(peer.objective)")
        #expect(ascent.bestBound >= peer.bound * 0.998)
        let best = min(search.record.objective, peer.objective) + 1e-6
        #expect(ascent.bestBound <= best && peer.bound <= best)
        #expect(ascent.bestBound > 0.9 * best, "a bound so far from the plan proves little")
    }

    /// A generated county with every third request: HiGHS is through with its relaxation in seconds, not half a minute.
    private func thinnedCounty() throws -> Week {
        let document = try JSON(parsing: Data(contentsOf: SharedMaterial.week(size: "county", seed: 1)))
        let requests = try #require(document["requests"]?.array)
        let others = requests.enumerated().filter { !$0.offset.isMultiple(of: 3) }.compactMap { $0.element["id"] }
        let withdrawals = others.map { id -> JSON in ["op": "withdraw", "request": id] }
        return try Week(document: WeekEdits.apply(.array(withdrawals), to: document))
    }

    /// Infinite where HiGHS found none in time.
    private func highs(_ week: URL) throws -> (objective: Double, bound: Double) {
        let python = try #require(SharedMaterial.python)
        let script = try SharedMaterial.file("peers/mps.py").path
        let ran = try run(
            python, [script, week.path, "--solver", "highs", "--limit", String(Self.limit), "--threads", "1"])
        try #require(ran.status == 0, "\(ran.errorText)")
        let words = try #require(ran.text.split(separator: "\n").last).split(separator: " ")
        func figure(_ name: String) throws -> Double {
            try #require(words.first { $0.hasPrefix(name + "=") }.flatMap { Double($0.dropFirst(name.count + 1)) })
        }
        return (try figure("objective"), try figure("bound"))
    }
}
