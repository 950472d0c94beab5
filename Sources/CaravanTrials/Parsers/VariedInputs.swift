import CaravanCore
import Foundation
import TestSupport

/// Feeds one parser of this process with its seeds and changed copies of them, without measuring what code they reach: the
/// way to fuzz where the toolchain has no libFuzzer, and the short run of the tests.
struct VariedInputs {
    private let target: FuzzTarget
    private let seed: UInt64
    private let folder: URL

    /// A run over one parser.
    /// - Parameter folder: `TARGET-last` in it always holds the input that is being read, so that a crash leaves it
    ///   behind; what was found otherwise is left beside it.
    init(_ target: FuzzTarget, seed: UInt64, folder: URL) {
        (self.target, self.seed, self.folder) = (target, seed, folder)
    }

    /// Goes on until the time is over.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord(target.rawValue, seed: seed)
        var random = SeededGenerator(seed: seed)
        let seeds = try Corpus.seeds(of: target).map(\.bytes)
        let documents = target.isDocument ? seeds.compactMap { try? JSON(parsing: $0) } : []
        let bytes = ByteMutator(words: target.words)
        let last = try LastInput(folder.appending(path: "\(target.rawValue)-last"))
        // Every seed as it is first: what once went wrong must not go wrong again.
        for input in seeds { examine(input, last, &record) }
        while !clock.isOver {
            let changed: [UInt8]
            if !documents.isEmpty, random.chance(0.8) {
                let document = documents[random.index(below: documents.count)]
                changed = Array(JSONMutator().mutated(document, &random).text.utf8)
            } else {
                let input = seeds[random.index(below: seeds.count)]
                changed = bytes.mutated(input, others: seeds, limit: 1 << 17, &random)
            }
            examine(changed, last, &record)
        }
        last.forget()
        return record
    }

    private func examine(_ input: [UInt8], _ last: LastInput, _ record: inout TrialRecord) {
        last.note(input)
        let began = Self.processorSeconds
        do throws(Finding) { try target.examine(input) } catch {
            let name = "\(target.rawValue)-finding-\(record.failures.count + 1)"
            record.fail("\(error.description), see \(name)")
            try? Data(input).write(to: folder.appending(path: name))
        }
        record.count("inputs")
        record.raise("slowest input", Self.processorSeconds - began, "s")
    }

    /// Seconds that this thread had of the processor: others that load the machine do not count.
    private static var processorSeconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

/// A file that holds the input that is being read.
private final class LastInput {
    private let url: URL
    private let file: FileHandle

    init(_ url: URL) throws {
        self.url = url
        try Data().write(to: url)
        file = try FileHandle(forWritingTo: url)
    }

    func note(_ input: [UInt8]) {
        try? file.seek(toOffset: 0)
        try? file.write(contentsOf: input)
        try? file.truncate(atOffset: UInt64(input.count))
    }

    /// Nothing came of it.
    func forget() { try? FileManager.default.removeItem(at: url) }
}
