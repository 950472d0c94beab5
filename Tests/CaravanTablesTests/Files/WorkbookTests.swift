import CaravanCore
import CaravanLanguage
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("XLSX workbooks")
struct WorkbookTests {
    private func parsed(_ xml: String, texts: [String] = [], styles: NumberStyles = NumberStyles()) -> Worksheet? {
        try? page(Array(xml.utf8), texts: texts, styles: styles)
    }

    private func page(
        _ xml: [UInt8], texts: [String] = [], styles: NumberStyles = NumberStyles(), from1904: Bool = false,
        limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(WorkbookFailure) -> Worksheet {
        let budget = XMLBudget(limits)
        let page = Worksheet(
            texts: texts, styles: styles, countsFrom1904: from1904, tally: Worksheet.Tally(limits), budget: budget)
        try XMLWalk.read(Data(xml), into: page, budget)
        return page
    }

    @Test("Shared and inline strings, results of formulas, errors, truth values, merged cells")
    func kinds() throws {
        let page = try #require(
            parsed(
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh><t>line</t></is></c>
                <c r="E2"><f>1+1</f><v>2</v></c><c r="F2"><f>A1</f><v></v></c><c r="G2" t="e"><v>#REF!</v></c>
                <c r="H2" t="b"><v>1</v></c><c r="I2" t="str"><f>x</f><v>s&amp;t</v></c><c r="J2"/></row>
                <row><c><v>7</v></c><c><v>8.5</v></c></row></sheetData>
                <mergeCells><mergeCell ref="A1:C2"/></mergeCells></worksheet>
                """, texts: ["zero", "one"]))
        #expect(page.rows.map(\.number) == [2, 3])
        #expect(page.rows[0].cells.map(\.column) == [1, 3, 4, 5, 6, 7, 8])
        #expect(
            page.rows[0].cells.map(\.content) == [
                .text("one"), .text("inline"), .number(2), .formula("A1"), .error("#REF!"), .bool(true), .text("s&t"),
            ])
        #expect(page.rows[1].cells.map(\.content) == [.number(7), .number(8.5)])
        #expect(page.merges.map(\.text) == ["A1:C2"])
    }

    @Test("Dates of a workbook that counts from 1904, and times of day in it")
    func from1904() throws {
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs>"
        let rows = """
            <row><c s="1"><v>44344</v></c><c s="2"><v>0.375</v></c><c s="2"><v>1</v></c><c s="2"><v>0</v></c></row>
            """
        let sheet = try HandmadeWorkbook(rows, styles: styles, from1904: true).read()
        #expect(sheet.countsFrom1904)
        #expect(sheet.sheets[0].rows[0].cells.map(\.content) == [.date(45806), .date(0.375), .date(1), .date(0)])
    }

    @Test("Number formats tell dates from numbers")
    func formats() {
        for code in ["yyyy-mm-dd", "m/d/yy", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "hh:mm", "[h]:mm", "d-mmm"] {
            #expect(NumberStyles.showsDate(code), "\(code)")
        }
        for code in ["General", "0.00", "#,##0\" days\"", "[Red]0", "\\d0", "@", "0.0E+00", "_d0"] {
            #expect(!NumberStyles.showsDate(code), "\(code)")
        }
    }

    @Test("Entities are refused, and so is what is no XML")
    func hostileXML() {
        #expect(
            parsed("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><worksheet><row r=\"1\"><c><v>&a;</v></c></row></worksheet>")
                == nil)
        #expect(parsed("<worksheet><row>") == nil)
    }

    @Test("What is written is read back, cell by cell")
    func roundTrip() throws {
        var random = SeededGenerator(for: "workbook cells")
        let rows = (0..<60).map { _ -> [OutputCell] in
            [
                .text(
                    ["=", "+1", "", "_x0041_", "\u{1}\u{1B}", "\u{0}", "\u{FFFE}", "\u{FFFF}_x0000_"][
                        random.index(below: 8)] + StrangeText.make(&random)),
                .number(Double.random(in: -1e6...1e6, using: &random)), .number(Double(random.index(below: 5000))),
                CivilDate(dayNumber: random.index(below: 40_000)).map { .date($0) } ?? .empty,
                .clock(random.index(below: 1441)),
            ]
        }
        let folder = try ScratchFolder()
        let sheet = OutputSheet(
            name: "a & b", title: "\u{1B}[31m\u{0}&\u{FFFF}",
            columns: ["t", "x", "n", "d", "c"].map { OutputColumn($0, note: "n") }, rows: rows)
        let path = try folder.write(try SheetFiles.workbook([sheet]), to: "a.xlsx")
        let read = try #require(try SpreadsheetFile.read(path).sheets.first)
        #expect(read.name == "a & b")
        #expect(read.rows.count == 61)
        for (row, found) in zip(rows, read.rows.dropFirst()) {
            for (cell, content) in zip(row, found.cells.map(\.content)) {
                switch (cell, content) {
                case (.text(let a), .text(let b)): #expect(a == b)
                case (.number(let a), .number(let b)): #expect(a == b)
                case (.number(let a), .text(let b)): #expect(a == NumberReader.number(b))
                case (.date(let a), .date(let b)): #expect(a == SerialDate(b).date)
                case (.clock(let a), .date(let b)): #expect(a == SerialDate(b).minutes)
                default: Issue.record("\(cell) became \(content)")
                }
            }
        }
    }

    @Test("A text that fits into no cell is refused with its place")
    func longText() {
        let sheet = OutputSheet(
            name: "s", columns: [OutputColumn("a")],
            rows: [[.text("x")], [.text(String(repeating: "长", count: 32_768))]])
        #expect(throws: SpreadsheetError.unwritableCell(sheet: "s", address: "A3")) { try SheetFiles.workbook([sheet]) }
    }

    @Test("What is no workbook is refused: text, an old format, a damaged archive, another archive")
    func noWorkbooks() throws {
        let folder = try ScratchFolder()
        func error(_ path: String) -> SpreadsheetError? {
            do {
                _ = try SpreadsheetFile.read(path)
                return nil
            } catch { return error }
        }
        let text = try folder.write(Array("hello".utf8), to: "text.xlsx")
        #expect(error(text) == .notAWorkbook(path: text, reason: Bilingual("not a zip archive", "不是 zip 压缩包")))
        let note = try folder.write(Array("hello".utf8), to: "note.txt")
        #expect(error(note) == .unknownKind(path: note))
        let old = try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], to: "old.xls")
        #expect(error(old) == .oldOrLocked(path: old))
        let whole = try SheetFiles.workbook([OutputSheet(name: "s", columns: [OutputColumn("a")], rows: [])])
        let cut = try folder.write(whole.prefix(whole.count / 2), to: "cut.xlsx")
        guard case .notAWorkbook = error(cut) else { throw SpreadsheetError.unknownKind(path: cut) }
        var damaged = whole
        for at in stride(from: 40, to: whole.count * 2 / 3, by: 37) { damaged[at] ^= 0x5A }
        let broken = try folder.write(damaged, to: "damaged.xlsx")
        guard case .notAWorkbook = error(broken) else { throw SpreadsheetError.unknownKind(path: broken) }
        guard case .unreadable = error(folder.path + "/none.xlsx") else { throw SpreadsheetError.unknownKind(path: "") }
    }

    @Test("Large files and archives that unpack to too much are refused before they are read whole")
    func tooLarge() throws {
        let folder = try ScratchFolder()
        let rows = (0..<3000).map { _ in
            [OutputCell.text("the same again and again")] + (0..<20).map { .number(Double($0)) }
        }
        let sheet = OutputSheet(name: "s", columns: (0..<21).map { OutputColumn("\($0)") }, rows: rows)
        let path = try folder.write(try SheetFiles.workbook([sheet]), to: "big.xlsx")
        var limits = SpreadsheetLimits()
        limits.bytes = 10_000
        #expect(throws: SpreadsheetError.tooLarge(path: path, limit: 10_000)) {
            try SpreadsheetFile.read(path, limits: limits)
        }
        limits = SpreadsheetLimits()
        limits.unpackedBytes = 200_000
        #expect(throws: SpreadsheetError.unpacksTooLarge(path: path, limit: 200_000)) {
            try SpreadsheetFile.read(path, limits: limits)
        }
        limits = SpreadsheetLimits()
        limits.cells = 5000
        #expect(throws: SpreadsheetError.tooManyCells(path: path, limit: 5000)) {
            try SpreadsheetFile.read(path, limits: limits)
        }
        #expect(try SpreadsheetFile.read(path).sheets[0].rows.count == 3001)
    }

    @Test(
        "Addresses and columns",
        arguments: [("A1", 1, 0), ("$B$7", 7, 1), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383)])
    func addresses(_ text: String, _ row: Int, _ column: Int) {
        #expect(CellAddress(text) == CellAddress(row: row, column: column))
        #expect(CellAddress(row: row, column: column).text == text.replacing("$", with: ""))
    }
}
