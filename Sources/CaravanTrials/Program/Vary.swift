import ArgumentParser
import Foundation

/// Changed seeds for one parser, in this process.
struct Vary: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fuzz one parser with changed seeds, in this process; what `fuzz` does for each of them.")

    @Argument(help: "\(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
    var target: String

    @Option(help: "Seconds.")
    var seconds = 10.0

    @OptionGroup var options: TrialOptions

    func run() throws {
        guard let target = FuzzTarget(rawValue: target) else { throw ValidationError("no parser \(target)") }
        let seed = options.announcedSeed(for: target.rawValue)
        let clock = TrialClock(seconds: seconds)
        var record = try VariedInputs(target, seed: seed, folder: try options.folder()).run(clock)
        record.seconds = clock.elapsed
        try options.finish([record])
    }
}
