import ArgumentParser

/// Tortures a daemon.
struct Torture: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kill a daemon, let calls fail under it, damage its files, and look what is lost.")

    @Option(help: "Seconds of each trial.")
    var seconds = 60.0

    @Option(help: "Only these trials, with commas: \(TortureTrial.allCases.map(\.rawValue).joined(separator: ", ")).")
    var only: String?

    @Option(help: "Connections that write at once.")
    var writers = 6

    @Option(help: "Seconds within which SIGTERM has to end the daemon.")
    var patience = 15.0

    @OptionGroup var options: TrialOptions

    func validate() throws {
        if !(1...64).contains(writers) { throw ValidationError("--writers is a number from 1 to 64") }
        _ = try trials()
    }

    func run() throws {
        var setting = TortureSetting(seed: options.announcedSeed(for: "torture"))
        (setting.program, setting.writers, setting.patience) = (options.program, writers, patience)
        var records: [TrialRecord] = []
        for trial in try trials() {
            let clock = TrialClock(seconds: seconds) { Terminal.tell("\(trial.rawValue), \($0)") }
            do {
                records.append(try trial.run(setting, clock))
            } catch {
                var record = TrialRecord(trial.rawValue, seed: setting.seed)
                record.fail("\(error)")
                records.append(record)
            }
        }
        try options.finish(records)
    }

    private func trials() throws -> [TortureTrial] {
        guard let only else { return TortureTrial.allCases }
        return try only.split(separator: ",").map { name in
            guard let trial = TortureTrial(rawValue: String(name)) else { throw ValidationError("no trial \(name)") }
            return trial
        }
    }
}
