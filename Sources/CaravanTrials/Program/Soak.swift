import ArgumentParser

/// Loads a daemon for long.
struct Soak: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load a daemon with a mixed day over and over, and see whether what it holds stays.")

    @Option(help: "Minutes.")
    var minutes = 10.0

    @OptionGroup var options: TrialOptions

    func run() throws {
        let trial = SoakTrial(seed: options.announcedSeed(for: "soak"), program: options.program)
        try options.finish([try trial.run(TrialClock(seconds: minutes * 60) { Terminal.tell("soak, \($0)") })])
    }
}
