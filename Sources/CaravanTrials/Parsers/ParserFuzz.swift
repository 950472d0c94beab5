import CaravanCore
import Foundation
import TestSupport

/// Feeds the parsers of this process with changed seeds, without measuring what code they reach: the way to fuzz where
/// the toolchain has no libFuzzer, and the short run of the tests.
struct ParserFuzz {
    private let targets: [FuzzTarget]
    private let seed: UInt64
    private let evidence: URL

    /// A run over some targets.
    /// - Parameter evidence: The file that always holds the input being read, so that it is left behind by a crash; what
    ///   was found otherwise is left beside it.
    init(_ targets: [FuzzTarget], seed: UInt64, evidence: URL) {
        (self.targets, self.seed, self.evidence) = (targets, seed, evidence)
    }

    /// Goes on until the time is over.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord("parsers", seed: seed)
        var random = SeededGenerator(seed: seed)
        var lanes = try targets.map { try Lane($0) }
        let last = try LastInput(evidence)
        // Every seed as it is first: what once went wrong must not go wrong again.
        for lane in lanes { for input in lane.seeds { examine(lane.target, input, last, &record) } }
        while !clock.isOver {
            for at in lanes.indices {
                for _ in 0..<20 { examine(lanes[at].target, lanes[at].next(&random), last, &record) }
            }
            clock.tell("\(Int(record["inputs"] ?? 0)) inputs, \(record.failures.count) findings")
        }
        record.seconds = clock.elapsed
        return record
    }

    private func examine(_ target: FuzzTarget, _ input: [UInt8], _ last: LastInput, _ record: inout TrialRecord) {
        last.note(target, input)
        let began = Self.processorSeconds
        do throws(Finding) { try target.examine(input) } catch {
            record.fail("\(target.rawValue): \(error.description)")
            let file = evidence.deletingLastPathComponent()
                .appending(path: "\(target.rawValue)-\(record.failures.count).finding")
            try? Data(input).write(to: file)
        }
        record.count("inputs")
        record.count("\(target.rawValue) inputs")
        record.raise("slowest input", Self.processorSeconds - began, "s")
    }

    /// Seconds that this thread had of the processor: others that load the machine do not count.
    private static var processorSeconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// A target with its seeds, and what was made of them.
    private struct Lane {
        let target: FuzzTarget
        let seeds: [[UInt8]]
        private let documents: [JSON]
        private let bytes: ByteMutator

        init(_ target: FuzzTarget) throws {
            self.target = target
            seeds = try Corpus.seeds(of: target).map(\.bytes)
            documents = target.isDocument ? seeds.compactMap { try? JSON(parsing: $0) } : []
            bytes = ByteMutator(words: target.words)
        }

        mutating func next(_ random: inout SeededGenerator) -> [UInt8] {
            if !documents.isEmpty, random.chance(0.8) {
                let document = documents[random.index(below: documents.count)]
                return Array(JSONMutator().mutated(document, &random).text.utf8)
            }
            let input = seeds[random.index(below: seeds.count)]
            return bytes.mutated(input, others: seeds, limit: 1 << 17, &random)
        }
    }
}

/// A file that holds the input that is being read.
private final class LastInput {
    private let file: FileHandle

    init(_ url: URL) throws {
        try Data().write(to: url)
        file = try FileHandle(forWritingTo: url)
    }

    func note(_ target: FuzzTarget, _ input: [UInt8]) {
        try? file.seek(toOffset: 0)
        try? file.write(contentsOf: Data("\(target.rawValue)\n".utf8) + Data(input))
        try? file.truncate(atOffset: UInt64(target.rawValue.utf8.count + 1 + input.count))
    }
}
