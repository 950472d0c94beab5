import ArgumentParser
import Foundation

/// Fuzzes parsers and a living daemon.
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Feed the parsers and a living daemon with changed input.",
        discussion: "Parsers are fuzzed by libFuzzer where --fuzzer names this program built with it (make fuzz does), "
            + "else with changed seeds of the corpus.")

    @Option(help: "Seconds for the parsers, and as many for the daemon.")
    var seconds = 60.0

    @Option(help: "Only `parsers` or `daemon`.")
    var only: String?

    @Option(help: "This program, built with libFuzzer.")
    var fuzzer: String?

    @OptionGroup var options: TrialOptions

    func validate() throws {
        if let only, !["parsers", "daemon"].contains(only) { throw ValidationError("--only is parsers or daemon") }
    }

    func run() throws {
        let seed = options.announcedSeed(for: "fuzz")
        var records: [TrialRecord] = []
        if only != "daemon" { records.append(try parsers(seed)) }
        if only != "parsers" {
            let clock = TrialClock(seconds: seconds) { Terminal.tell("daemon, \($0)") }
            records.append(
                try DaemonFuzz(seed: seed, program: options.program, evidence: try options.folder()).run(clock))
        }
        try options.finish(records)
    }

    private func parsers(_ seed: UInt64) throws -> TrialRecord {
        let folder = try options.folder()
        let clock = TrialClock(seconds: seconds) { Terminal.tell("parsers, \($0)") }
        if let fuzzer, FileManager.default.isExecutableFile(atPath: fuzzer) {
            return try CoveredFuzz(URL(fileURLWithPath: fuzzer), seed: seed, folder: folder).run(clock)
        }
        return try ParserFuzz(FuzzTarget.allCases, seed: seed, evidence: folder.appending(path: "last-input")).run(
            clock)
    }
}
