import ArgumentParser
import CaravanCore
import Foundation

/// What every trial can be told.
struct TrialOptions: ParsableArguments {
    @Option(help: "Seed of every random choice; drawn, and printed, where absent.")
    var seed: UInt64?

    @Option(help: "Folder for records and for what was found; it is made where there is none.")
    var into = ".trials"

    @Option(help: "The daemon to try; the one built beside this program where absent.")
    var daemon: String?

    /// The daemon to try.
    var program: URL { daemon.map { URL(fileURLWithPath: $0) } ?? ProjectFolder.daemon }

    /// The seed, told.
    func announcedSeed(for trial: String) -> UInt64 {
        let seed = self.seed ?? UInt64.random(in: 0..<1_000_000_000)
        Terminal.tell("\(trial): --seed \(seed)")
        return seed
    }

    /// The folder, made.
    func folder() throws -> URL {
        let url = URL(fileURLWithPath: into, isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// Prints and writes the records; fails where one of them does.
    func finish(_ records: [TrialRecord]) throws {
        let folder = try folder()
        for record in records {
            Terminal.say(TrialTable.plain(record))
            try Data(record.json.prettyText.utf8).write(to: folder.appending(path: "\(record.name).json"))
        }
        if !records.allSatisfy(\.isPassed) { throw ExitCode.failure }
    }
}

/// Unbuffered: long trials are watched.
enum Terminal {
    /// A result, to standard output.
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// Where things stand, to standard error.
    static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
