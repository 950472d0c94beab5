import ArgumentParser

/// Tries to break Caravan, and tells what came of it.
@main
struct Trial: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "CaravanTrials", abstract: "Try to break the daemon and its parsers, and print figures.",
        discussion: "Each trial ends with a table on standard output, and a record as JSON in the folder of --into. "
            + "The exit status is 1 where something happened that must not.",
        subcommands: [Fuzz.self, Cover.self, Vary.self, Torture.self, Soak.self, Latency.self, Table.self])
}
