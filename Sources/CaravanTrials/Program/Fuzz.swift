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
        let covered = fuzzer.flatMap {
            FileManager.default.isExecutableFile(atPath: $0) ? URL(fileURLWithPath: $0) : nil
        }
        let itself = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return try ParserFuzz(program: covered ?? itself, covered: covered != nil, seed: seed, folder: folder).run(
            clock)
    }
}
