import CaravanLanguage
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("The reference of sheets in the documents")
struct ReferenceTests {
    @Test(
        "It is the one that the tables generate",
        arguments: [("docs/spreadsheets.md", Language.english), ("docs/spreadsheets.zh-CN.md", .chinese)])
    func documents(path: String, language: Language) throws {
        let file = SharedMaterial.packageRoot.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        let begin = try #require(text.range(of: SheetReference.beginMarker), "the begin marker is missing")
        let end = try #require(text.range(of: SheetReference.endMarker + "\n"), "the end marker is missing")
        if ProcessInfo.processInfo.environment["CARAVAN_REGENERATE_DOCS"] != nil {
            let updated = text[..<begin.lowerBound] + SheetReference.section(language) + text[end.upperBound...]
            try String(updated).write(to: file, atomically: true, encoding: .utf8)
            return
        }
        #expect(
            text[begin.lowerBound..<end.upperBound] == SheetReference.section(language),
            "regenerate it: CARAVAN_REGENERATE_DOCS=1 swift test --filter ReferenceTests, then look at the difference")
    }

    @Test("No two headings of a table are the same in either language")
    func headings() {
        for table in Table.allCases {
            let columns = table == .week ? WeekFields.all : table.columns
            for language in Language.allCases {
                let keys = columns.map { PlainText.key($0.heading[language]) }
                #expect(Set(keys).count == keys.count, "\(table) \(language)")
            }
        }
    }
}
