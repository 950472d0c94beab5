import CaravanCore
import CaravanLanguage
import CaravanTables
import Foundation
import TestSupport
import Testing

@testable import CaravanTrials

@Suite("Fuzzing of parsers")
struct ParserFuzzTests {
    /// The program in another process: a parser that ends it must not end the tests.
    @Test("every parser reads its corpus, and changed copies of it, without a finding")
    func short() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "trials-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let seed = SeededGenerator(for: "the parsers", seed: 1).seed
        let program = ProjectFolder.daemon.deletingLastPathComponent().appending(path: "CaravanTrials").path
        let result = try run(
            program, ["fuzz", "--only", "parsers", "--seconds", "3", "--seed", "\(seed)", "--into", folder.path],
            environment: ["SWIFT_BACKTRACE": "enable=no"])
        #expect(result.status == 0, "\(result.text)\n\(result.errorText)")
        let record = try #require(
            TrialRecord(json: try JSON(parsing: Array(Data(contentsOf: folder.appending(path: "parsers.json"))))))
        for target in FuzzTarget.allCases { #expect(record["\(target.rawValue) inputs"] ?? 0 > 0, "\(target)") }
    }

    @Test("what must not be is thrown, and what may be is not")
    func finds() {
        #expect(throws: Finding.self) { try Finding.unless(false, "never") }
        #expect(throws: Finding.self) { try Finding.unlessBilingual(Verbatim("only English").bilingual) }
        #expect(throws: Never.self) { try FuzzTarget.json.examine(Array(#"{"a":[1e-7,"é"]}"#.utf8)) }
    }

    @Test("the same seed changes an input in the same way, and another seed in another")
    func repeats() {
        let document: JSON = ["a": [1, 2, 3], "b": ["c": "text"], "d": true]
        func changes(_ seed: UInt64) -> [String] {
            var random = SeededGenerator(seed: seed)
            let bytes = ByteMutator(words: ["word"])
            return (0..<20).map { _ in
                JSONMutator().mutated(document, &random).text
                    + "\(bytes.mutated(Array("input".utf8), others: [], limit: 100, &random))"
            }
        }
        #expect(changes(1) == changes(1))
        #expect(changes(1) != changes(2))
        #expect(Set(changes(1)).count > 10)
    }

    @Test("parts of a workbook are packed into an archive that is read")
    func packs() throws {
        let seeds = try Corpus.seeds(of: .workbook).filter { $0.name.hasSuffix("/tiny") }
        let archive = StoredZip.archive(WorkbookParts.split(try #require(seeds.first).bytes))
        let made = WeekImport(try SpreadsheetFile.read(workbook: archive, name: "tiny.xlsx"))
        #expect(made.faults.isEmpty)
        #expect(made.document?["id"] == "tiny")
    }

    @Test("every request that the grammar draws is framed as it was meant")
    func draws() throws {
        var random = SeededGenerator(for: "the grammar", seed: 1)
        let grammar = try RequestGrammar()
        for _ in 0..<300 {
            let request = grammar.request(&random)
            #expect(throws: Never.self) { try FuzzTarget.request.examine(request.bytes) }
        }
    }
}
