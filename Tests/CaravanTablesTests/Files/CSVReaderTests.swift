import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("CSV files")
struct CSVReaderTests {
    private let reader = CSVReader(limits: SpreadsheetLimits())

    private func texts(_ text: String) throws -> [[String]] {
        try reader.rows(of: Array(text.utf8)).map { $0.cells.map { $0.content.shown } }
    }

    @Test(
        "Rows keep the numbers that a spreadsheet shows: blank rows and line ends within quotes count as they do there")
    func rowNumbers() throws {
        let rows = try reader.rows(of: Array("a,b\r\n\r\n\"1\n2\",x\r\n,\r\nlast,\r\n".utf8))
        #expect(rows.map(\.number) == [1, 3, 5])
        #expect(rows[1].cells.map { $0.content.shown } == ["1\n2", "x"])
    }

    @Test("Commas, semicolons and tabs separate; quotes within quotes are doubled")
    func delimiters() throws {
        for sign in [",", ";", "\t"] { #expect(try texts("a\(sign)b\n1\(sign)2\n") == [["a", "b"], ["1", "2"]]) }
        #expect(try texts("a,b\n\"say \"\"hi\"\", x\",2\n")[1] == ["say \"hi\", x", "2"])
    }

    @Test("UTF-8 with and without mark, GB18030 and UTF-16 are told apart")
    func encodings() throws {
        let text = "编号,名称\nt1,湾沟镇㐀🚀\n"
        let iconv = try #require(SharedMaterial.executable("iconv"))
        var files = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)]
        for encoding in ["GB18030", "UTF-16"] {
            files.append(Array(try run(iconv, ["-f", "UTF-8", "-t", encoding], stdin: Data(text.utf8)).stdout))
        }
        for bytes in files {
            #expect(
                try reader.rows(of: bytes).map { $0.cells.map { $0.content.shown } } == [
                    ["编号", "名称"], ["t1", "湾沟镇㐀🚀"],
                ])
        }
    }

    @Test("What is no text, and quotes that do not match, are refused with their row")
    func refused() {
        func failure(_ bytes: [UInt8]) -> CSVReader.Failure? {
            do {
                _ = try reader.rows(of: bytes)
                return nil
            } catch { return error }
        }
        #expect(failure([0x61, 0xFF, 0x00, 0x0A])?.problem.english == "neither UTF-8 nor GB18030 text")
        #expect(failure(Array("a,b\n1,2\n\"x,y\n".utf8))?.row == 3)
        #expect(failure(Array("a,b\n\"x\"y,2\n".utf8))?.row == 2)
        #expect(failure(Array("a,b\n1,\u{301}x\n".utf8))?.problem.english == "a field begins with a combining mark")
    }

    private static let starts = [
        "=", "+", "-", "@", "'=", "\t", "\n", "\r", "\n=", "＝", "＋", "－", "＠", " =", "\u{3000}@", "' +", "\u{FEFF}=",
    ]

    @Test("What is written is read back, and no field begins as a formula")
    func roundTrip() throws {
        var random = SeededGenerator(for: "CSV fields")
        for _ in 0..<300 {
            let row = (0..<4).map { _ in
                (random.chance(0.4) ? Self.starts[random.index(below: Self.starts.count)] : "")
                    + StrangeText.make(&random)
            }
            var writer = CSVWriter()
            writer.row(["h1", "h2", "h3", "h4"])
            writer.row(row)
            let read = try reader.rows(of: Array(writer.text.utf8))
            #expect(read.last?.cells.map { $0.content.shown } == row)
            for text in row {
                let guarded = FormulaGuard.guarded(text)
                let begins = guarded.unicodeScalars.drop { $0.properties.isWhitespace }.first
                #expect(
                    begins.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true || Double(guarded) != nil,
                    "\(guarded)")
                #expect(!"\t\r\n".unicodeScalars.contains(guarded.unicodeScalars.first ?? "x"))
                #expect(FormulaGuard.unguarded(guarded) == text)
            }
        }
    }

    @Test("A folder: a file that is no CSV is one fault among the others; without files, or too large, it is refused")
    func folders() throws {
        let folder = try ScratchFolder()
        #expect(throws: SpreadsheetError.noTables(path: folder.path)) { try SpreadsheetFile.read(folder.path) }
        try folder.write(Array("id,name\n".utf8), to: "funds.csv")
        try folder.write([0xFF, 0x00], to: "slots.CSV")
        let read = try SpreadsheetFile.read(folder.path)
        #expect(read.sheets.map(\.name) == ["funds"])
        #expect(read.faults.map(\.place.sheet) == ["slots"])
        var limits = SpreadsheetLimits()
        limits.bytes = 5
        #expect(throws: SpreadsheetError.tooLarge(path: folder.path, limit: 5)) {
            try SpreadsheetFile.read(folder.path, limits: limits)
        }
    }
}
