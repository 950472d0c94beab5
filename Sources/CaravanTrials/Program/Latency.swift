import ArgumentParser
import Foundation

/// Measures how long a client waits beside others that ask for much.
struct Latency: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure PING beside clients that ask for heavy answers, with a week of your own.",
        discussion: "Fails where the 95th percentile is not under 25 ms.")

    @Argument(help: "The week, a JSON document; a province shows most.")
    var week: String

    @Option(help: "What the others ask; ID stands for the week, which has versions 1 and 2.")
    var command = "DIFF ID from=1 to=2"

    @Option(help: "How many others there are.")
    var beside = 4

    @Option(help: "Seconds of each measurement.")
    var seconds = 20.0

    @Option(help: "Seconds of the two solves before.")
    var solve = 20.0

    @OptionGroup var options: TrialOptions

    func validate() throws {
        guard (1...64).contains(beside), (1...3600).contains(seconds), (1...3600).contains(solve) else {
            throw ValidationError("--beside is 1 to 64, --seconds and --solve are 1 to 3600")
        }
    }

    func run() throws {
        let document = Array(try Data(contentsOf: URL(fileURLWithPath: week)))
        let trial = LatencyTrial(
            week: document, command: command, others: beside, seconds: seconds, solve: solve, program: options.program)
        try options.finish([try trial.run()])
    }
}
