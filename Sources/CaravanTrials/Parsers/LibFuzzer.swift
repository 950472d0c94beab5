import Foundation

/// How libFuzzer is told what to do, and what its log says of it.
enum LibFuzzer {
    /// The arguments for one parser. Inputs that reach new code are kept in `folder` from run to run, beside what ends a
    /// parser.
    static func arguments(for target: FuzzTarget, seconds: Int, seed: UInt64, folder: URL) throws -> [String] {
        let corpus = folder.appending(path: "corpus/\(target.rawValue)")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for seed in try Corpus.seeds(of: target) {
            try Data(seed.bytes).write(to: corpus.appending(path: URL(fileURLWithPath: seed.name).lastPathComponent))
        }
        let words = folder.appending(path: "\(target.rawValue).dict")
        try Data(dictionary(target.words).utf8).write(to: words)
        return [
            "-max_total_time=\(seconds)", "-seed=\(max(1, seed % 0xFFFF_FFFF))",
            "-artifact_prefix=\(folder.path)/\(target.rawValue)-", "-timeout=25", "-rss_limit_mb=4096",
            "-max_len=65536", "-print_final_stats=1", "-dict=\(words.path)", corpus.path,
        ]
    }

    /// Inputs, branches reached, and why it ended if it did not end by itself.
    static func record(of target: FuzzTarget, log: String, status: Int32, seed: UInt64) -> TrialRecord {
        var record = TrialRecord(target.rawValue, seed: seed)
        record.count("inputs", last(#/#(\d+)\t/#, in: log) ?? 0)
        if let edges = last(#/ cov: (\d+)/#, in: log) { record.set("edges", Double(edges)) }
        if status != 0 {
            let reason = log.split(separator: "\n").first {
                $0.contains("Fatal error") || $0.contains("ERROR: libFuzzer")
            }
            record.fail("\(reason ?? "status \(status)")")
        }
        return record
    }

    private static func last(_ pattern: Regex<(Substring, Substring)>, in text: String) -> Int? {
        text.matches(of: pattern).last.flatMap { Int($0.1) }
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
