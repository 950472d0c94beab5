import Foundation

/// Fuzzes the parsers by libFuzzer, each in a process of its own, one after the other, and reads off what it says.
struct CoveredFuzz {
    private let program: URL
    private let seed: UInt64
    private let folder: URL

    /// A run.
    /// - Parameters:
    ///   - program: The trials' program, built with libFuzzer.
    ///   - folder: Inputs that reach new code are kept in it from run to run, and what ends a parser is left there.
    init(_ program: URL, seed: UInt64, folder: URL) {
        (self.program, self.seed, self.folder) = (program, seed, folder)
    }

    /// Gives each parser its share of the time.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord("parsers", seed: seed)
        for (number, target) in FuzzTarget.allCases.enumerated() {
            let share = max(1, Int(clock.left) / (FuzzTarget.allCases.count - number))
            try fuzz(target, seconds: share, clock, &record)
        }
        record.seconds = clock.elapsed
        return record
    }

    private func fuzz(
        _ target: FuzzTarget, seconds: Int, _ clock: TrialClock, _ record: inout TrialRecord
    ) throws {
        let corpus = folder.appending(path: "corpus/\(target.rawValue)")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for seed in try Corpus.seeds(of: target) {
            try Data(seed.bytes).write(to: corpus.appending(path: URL(fileURLWithPath: seed.name).lastPathComponent))
        }
        let words = folder.appending(path: "\(target.rawValue).dict")
        try Data(Self.dictionary(target.words).utf8).write(to: words)
        let log = folder.appending(path: "\(target.rawValue).log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "cover", target.rawValue, "--", "-max_total_time=\(seconds)", "-seed=\(max(1, seed % 0xFFFF_FFFF))",
            "-artifact_prefix=\(folder.path)/\(target.rawValue)-", "-timeout=25", "-rss_limit_mb=4096",
            "-max_len=65536", "-print_final_stats=1", "-dict=\(words.path)", corpus.path,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        while process.isRunning {
            Thread.sleep(forTimeInterval: 0.1)
            clock.tell("\(target.rawValue): \(Self.lastLine(log))")
        }
        read(log, of: target, process.terminationStatus, &record)
    }

    private func read(_ log: URL, of target: FuzzTarget, _ status: Int32, _ record: inout TrialRecord) {
        let text = String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self)
        let inputs = Self.last(#/#(\d+)\t/#, in: text) ?? 0
        record.count("inputs", inputs)
        record.set("\(target.rawValue) inputs", Double(inputs))
        if let edges = Self.last(#/ cov: (\d+)/#, in: text) { record.set("\(target.rawValue) edges", Double(edges)) }
        if status != 0 {
            let reason = text.split(separator: "\n").first {
                $0.contains("Fatal error") || $0.contains("ERROR: libFuzzer")
            }
            record.fail("\(target.rawValue): \(reason ?? "status \(status)"), see \(log.path)")
        }
    }

    private static func last(_ pattern: Regex<(Substring, Substring)>, in text: String) -> Int? {
        text.matches(of: pattern).last.flatMap { Int($0.1) }
    }

    private static func lastLine(_ log: URL) -> String {
        let text = String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self)
        return String(text.split(separator: "\n").last?.prefix(100) ?? "")
    }

    /// The words as libFuzzer's dictionaries write them.
    private static func dictionary(_ words: [String]) -> String {
        words.map { word in
            let bytes = word.utf8.map { byte in
                let hex = String(byte, radix: 16)
                return "\\x" + (hex.count == 1 ? "0" : "") + hex
            }
            return "\"\(bytes.joined())\"\n"
        }.joined()
    }
}
