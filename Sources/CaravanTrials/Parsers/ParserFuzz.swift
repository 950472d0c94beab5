import CaravanCore
import Foundation

/// Fuzzes every parser for a share of the time, each in a process of its own, so that one that ends its process does not
/// end the trial.
struct ParserFuzz {
    private let program: URL
    private let isCovered: Bool
    private let seed: UInt64
    private let folder: URL

    /// A run.
    /// - Parameters:
    ///   - program: This program.
    ///   - covered: Whether it is built with libFuzzer.
    ///   - folder: Gets logs, and what was found.
    init(program: URL, covered: Bool, seed: UInt64, folder: URL) {
        (self.program, isCovered, self.seed, self.folder) = (program, covered, seed, folder)
    }

    /// Goes on until the time is over.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord("parsers", seed: seed)
        for (number, target) in FuzzTarget.allCases.enumerated() {
            let share = max(0.3, clock.left / Double(FuzzTarget.allCases.count - number))
            let part = try fuzz(target, seconds: share, clock)
            for figure in part.figures {
                record.set("\(target.rawValue) \(figure.name)", figure.value, figure.unit)
            }
            record.count("inputs", Int(part["inputs"] ?? 0))
            for reason in part.failures { record.fail("\(target.rawValue): \(reason)") }
        }
        record.seconds = clock.elapsed
        return record
    }

    private func fuzz(_ target: FuzzTarget, seconds: Double, _ clock: TrialClock) throws -> TrialRecord {
        let log = folder.appending(path: "\(target.rawValue).log")
        let left = folder.appending(path: "\(target.rawValue).json")
        try Data().write(to: log)
        try? FileManager.default.removeItem(at: left)
        let process = Process()
        process.executableURL = program
        process.arguments =
            isCovered
            ? ["cover", target.rawValue, "--"]
                + (try LibFuzzer.arguments(for: target, seconds: max(1, Int(seconds)), seed: seed, folder: folder))
            : ["vary", target.rawValue, "--seconds", "\(seconds)", "--seed", "\(seed)", "--into", folder.path]
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        while process.isRunning {
            Thread.sleep(forTimeInterval: 0.05)
            clock.tell(target.rawValue)
        }
        let text = String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self)
        if isCovered { return LibFuzzer.record(of: target, log: text, status: process.terminationStatus, seed: seed) }
        if let bytes = FileManager.default.contents(atPath: left.path),
            let record = (try? JSON(parsing: Array(bytes))).flatMap(TrialRecord.init(json:))
        {
            return record
        }
        var record = TrialRecord(target.rawValue, seed: seed)
        let why = text.split(separator: "\n").first { $0.contains("Fatal error") } ?? "it said nothing"
        record.fail("ended by signal \(process.terminationStatus) (\(why)), see \(target.rawValue)-last")
        return record
    }
}
