import Foundation
import TestSupport
import Testing

@testable import CaravanTrials

/// Each trial for a moment; `make torture` and `make fuzz` go on for long.
@Suite("Short trials of a daemon", .timeLimit(.minutes(10)))
struct TortureTests {
    /// The trials, each with what shows that it did something.
    private static let short: KeyValuePairs<TortureTrial, String> = [
        .kill: "kills", .faults: "calls that failed", .disk: "calls without room", .damage: "damages",
        .file: "files taken away", .clock: "jumps", .signals: "ends by SIGTERM",
    ]

    @Test(
        "nothing that was acknowledged is lost, and nothing that was refused is done",
        arguments: short.map { ($0.key, $0.value) })
    func torture(trial: TortureTrial, figure: String) throws {
        var setting = TortureSetting(seed: SeededGenerator(for: "torture by \(trial.rawValue)", seed: 1).seed)
        // Machines that run tests may be busy; how long an end takes is for the long runs.
        (setting.writers, setting.patience) = (4, 60)
        let record = try trial.run(setting, TrialClock(seconds: 2))
        #expect(record.isPassed, "\(TrialTable.plain(record))")
        #expect(record[figure] ?? 0 > 0)
    }

    @Test("a living daemon answers whatever comes, and a refusal changes nothing")
    func fuzz() throws {
        let seed = SeededGenerator(for: "fuzz of the daemon", seed: 1).seed
        let record = try DaemonFuzz(seed: seed, evidence: FileManager.default.temporaryDirectory).run(
            TrialClock(seconds: 4))
        #expect(record.isPassed, "\(TrialTable.plain(record))")
        #expect(record["refusals held against the weeks before"] ?? 0 > 0)
        #expect(record["requests by HTTP"] ?? 0 > 0)
    }

    @Test("a mixed day goes through without a refusal")
    func soak() throws {
        let seed = SeededGenerator(for: "soak", seed: 1).seed
        let record = try SoakTrial(seed: seed).run(TrialClock(seconds: 3))
        #expect(record.isPassed, "\(TrialTable.plain(record))")
        #expect(record["requests"] ?? 0 > 0)
    }
}
