import CaravanCore
import Testing

@testable import CaravanBench

@Suite("Records")
struct RecordTests {
    @Test("a record is read back from its JSON")
    func roundTrip() throws {
        let record = WeekRecord(
            week: "city-101", kind: "city", requests: 350, knownBest: 9.5,
            runs: [
                SolverRun(
                    solver: "caravan", limit: 10, seconds: 10.03,
                    trajectory: Trajectory([
                        .init(seconds: 0.1, objective: 12), .init(seconds: 3, objective: 10, bound: 9),
                    ]),
                    statistics: ["peakMB": 50.5], note: "feasible"),
                SolverRun(solver: "scip", limit: 20, seconds: nil, trajectory: Trajectory([]), note: "killed"),
            ])
        #expect(try WeekRecord(json: JSON(parsing: record.json.text)) == record)
        #expect(WeekRecord(json: .null) == nil)
    }

    @Test("of records of one week the last run of each solver counts, and the best objective of all stays known")
    func merges() {
        let merged = WeekRecord.merged([
            Sample.record("a", caravan: 90, peer: 100), Sample.record("b", caravan: 50),
            Sample.record("a", caravan: 95),
        ])
        #expect(merged.map(\.week) == ["a", "b"])
        #expect(merged[0].runs.map(\.solver) == ["caravan", "highs"])
        #expect(merged[0].run(of: "caravan")?.trajectory.last.objective == 95)
        #expect(merged[0].best == 90)
    }

    @Test("kinds are told from small to large")
    func sorts() {
        let kinds = ["real", "province", "tiny rich", "city", "tiny"]
        let records = kinds.map { Sample.record($0, kind: $0, caravan: 1) }
        #expect(WeekRecord.kinds(of: records) == ["tiny", "tiny rich", "city", "province", "real"])
    }

    @Test("a run ends when it came to its end, at the latest at its limit")
    func ends() {
        let run = { SolverRun(solver: "x", limit: 10, seconds: $0, trajectory: Trajectory([])).end }
        #expect((run(3), run(12), run(nil)) == (3, 10, 10))
    }

    @Test("what a peer spends on its model is told apart from what it counts itself")
    func uncounted() {
        let run = SolverRun(
            solver: "x", limit: 10, seconds: 10, trajectory: Trajectory([]), statistics: ["wall": 14.5])
        #expect(run.uncounted == 4.5)
    }
}

/// Records made by hand.
enum Sample {
    /// A week on which Caravan came to an objective after 2 s, with a bound of 90 % of it after 4 s, and HiGHS after 8 s.
    static func record(
        _ week: String, kind: String = "county", requests: Int = 180, caravan: Double, peer: Double? = nil
    ) -> WeekRecord {
        let ours = SolverRun(
            solver: "caravan", limit: 120, seconds: 120,
            trajectory: Trajectory([
                .init(seconds: 1, objective: caravan * 2), .init(seconds: 2, objective: caravan),
                .init(seconds: 4, bound: caravan * 0.9),
            ]), statistics: ["peakMB": Double(requests), "placements": Double(requests * requests)])
        let theirs = peer.map {
            SolverRun(
                solver: "highs", limit: 60, seconds: 60,
                trajectory: Trajectory([.init(seconds: 8, objective: $0, bound: $0 * 0.5)]))
        }
        return WeekRecord(week: week, kind: kind, requests: requests, runs: [ours] + [theirs].compactMap(\.self))
    }
}
