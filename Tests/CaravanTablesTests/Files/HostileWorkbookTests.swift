import CaravanLanguage
import Foundation
import TestSupport
import Testing

@testable import CaravanTables

@Suite("No workbook ends the program or keeps it busy")
struct HostileWorkbookTests {
    private let small = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    @Test("A byte that is no UTF-8, in names, values or texts of any part, is refused")
    func bytes() {
        let sound = HandmadeWorkbook(
            small + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", texts: "<si><t>x</t></si>",
            styles: "<cellXfs><xf numFmtId=\"0\"/></cellXfs>")
        #expect(sound.refusal() == nil)
        let sequences: [[UInt8]] = [
            [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80],
        ]
        for part in sound.parts.keys.sorted() {
            for sequence in sequences {
                for place in ["<", "=", "\"", ">"] {
                    var broken = sound
                    broken.replace(place, in: part, with: Array(place.utf8) + sequence)
                    guard case .notAWorkbook = broken.refusal() else {
                        Issue.record("\(part): \(sequence) behind \(place)")
                        continue
                    }
                }
            }
        }
    }

    @Test("A part in UTF-16 is read, a part that breaks off or names an unknown encoding is not")
    func encodings() throws {
        var book = HandmadeWorkbook(small)
        let text = String(decoding: try #require(book.parts[HandmadeWorkbook.sheet]), as: UTF8.self)
        book.parts[HandmadeWorkbook.sheet] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try book.read().sheets[0].rows[0].cells[0].content == .number(1))
        for broken in [
            Array(text.utf8.dropLast()), [], Array(("<?xml version=\"1.0\" encoding=\"GBK\"?>" + text).utf8),
            Array((text + "<more/>").utf8), [0x20],
        ] {
            book.parts[HandmadeWorkbook.sheet] = broken
            guard case .notAWorkbook = book.refusal() else {
                Issue.record("\(broken.count) bytes were read")
                continue
            }
        }
    }

    @Test(
        "Row numbers and addresses that no sheet has are refused",
        arguments: [
            "<row r=\"9223372036854775807\"/><row><c><v>1</v></c></row>", "<row r=\"99999999999999999999\"/>",
            "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"1048577\"/>", "<row r=\"1048576\"/><row/>", "<row r=\"x\"/>",
            "<row><c r=\"XFE1\"/></row>", "<row><c r=\"A99999999\"/></row>", "<row><c r=\"A0\"/></row>",
            "<row><c r=\"7\"/></row>", "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>",
            "<row><c t=\"s\"><v>9223372036854775808</v></c></row>",
        ])
    func addresses(_ rows: String) {
        guard case .notAWorkbook = HandmadeWorkbook(rows).refusal() else {
            Issue.record("read")
            return
        }
    }

    @Test("Numbers of any size are read or left as texts")
    func numbers() throws {
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        for value in [
            "1e308", "-1e308", "1e999", "nan", "1e-320", "-0", String(repeating: "9", count: 5000), "2958466",
        ] {
            for style in ["0", "1", "-1", "9223372036854775807", "99999999999999999999"] {
                for from1904 in [false, true] {
                    let book = HandmadeWorkbook(
                        "<row><c s=\"\(style)\"><v>\(value)</v></c></row>", styles: styles, from1904: from1904)
                    let content = try book.read().sheets[0].rows[0].cells[0].content
                    #expect(!content.shown.isEmpty)
                    let reader = CellReader(directories: [:], dates: DateReader(start: nil, days: 0), calendar: nil)
                    for kind in [ValueKind.date, .clock, .number(.money), .text] { _ = reader.read(content, as: kind) }
                }
            }
        }
    }

    @Test("A document type is refused wherever it stands and however it is encoded")
    func documentTypes() throws {
        let type = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        var book = HandmadeWorkbook(small)
        let text = String(decoding: try #require(book.parts[HandmadeWorkbook.sheet]), as: UTF8.self)
        for begin in ["", String(repeating: " ", count: 0) + "<!--" + String(repeating: "x", count: 8000) + "-->"] {
            let whole = begin + type + text
            book.parts[HandmadeWorkbook.sheet] = Array(whole.utf8)
            let reason = FileFault.documentType.bilingual
            #expect(book.refusal() == .notAWorkbook(path: "hand.xlsx", reason: reason))
            book.parts[HandmadeWorkbook.sheet] =
                [0xFE, 0xFF] + whole.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            #expect(book.refusal() == .notAWorkbook(path: "hand.xlsx", reason: reason))
        }
    }

    /// Rows that say so much of one thing that it is refused.
    @Test(
        "Nesting, attributes, names, tags and styles are bounded",
        arguments: ["nesting", "attributes", "names", "tag", "styles", "formats", "sheets"])
    func bounds(_ what: String) {
        var book = HandmadeWorkbook(small)
        let many = 0..<70_000
        switch what {
        case "nesting": book = HandmadeWorkbook(String(repeating: "<nested>", count: 300_000))
        case "attributes": book = HandmadeWorkbook("<row \(many.map { "a\($0)=\"\"" }.joined(separator: " "))/>")
        case "names":
            let rows = (0..<900).map { row in
                "<row \((0..<200).map { "a\(row)x\($0)=\"\"" }.joined(separator: " "))/>"
            }
            book = HandmadeWorkbook(rows.joined())
        case "tag": book = HandmadeWorkbook("<row spans=\"\(String(repeating: "1", count: 3 << 20))\"/>")
        case "styles":
            book = HandmadeWorkbook(
                small, styles: "<cellXfs>\(String(repeating: "<xf numFmtId=\"14\"/>", count: 70_000))</cellXfs>")
        case "formats":
            book = HandmadeWorkbook(
                small, styles: many.map { "<numFmt numFmtId=\"\($0)\" formatCode=\"yy\"/>" }.joined())
        default:
            book.replace(
                "<sheet name=\"s\" r:id=\"r0\"/>", in: "xl/workbook.xml",
                with: Array(String(repeating: "<sheet name=\"s\" r:id=\"r0\"/>", count: 600).utf8))
        }
        guard case .tooMuch(_, let reason) = book.refusal() else {
            Issue.record("\(what): \(String(describing: book.refusal()))")
            return
        }
        #expect(reason.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
    }

    @Test("Empty rows, formatted cells, rows and texts count against limits, a shared text each time")
    func budgets() {
        var limits = SpreadsheetLimits()
        limits.elements = 1000
        let empty = HandmadeWorkbook(String(repeating: "<row/>", count: 1100))
        #expect(empty.refusal(limits) == .tooMuch(path: "hand.xlsx", reason: FileFault.tooManyElements(1000)))
        #expect(empty.refusal() == nil)
        limits = SpreadsheetLimits()
        limits.rows = 100
        let rows = HandmadeWorkbook(String(repeating: "<row><c><v>1</v></c></row>", count: 101))
        #expect(rows.refusal(limits) == .tooMuch(path: "hand.xlsx", reason: FileFault.tooManyRows(100)))
        limits = SpreadsheetLimits()
        limits.textBytes = 1 << 20
        let shared = HandmadeWorkbook(
            String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 200),
            texts: "<si><t>\(String(repeating: " ", count: 10_000))</t></si>")
        #expect(shared.refusal(limits) == .tooMuch(path: "hand.xlsx", reason: FileFault.tooMuchText(1)))
        #expect(shared.refusal() == nil)
    }

    @Test("A long number format with quotes and brackets takes no longer than it is")
    func longFormat() {
        let code = String(repeating: "0", count: 900_000) + "y"
        #expect(NumberStyles.showsDate(code))
    }

    @Test("Whatever bytes of the parts or of the archive are changed, the workbook is read or refused")
    func mutations() {
        var random = SeededGenerator(for: "mutated workbooks")
        let sound = HandmadeWorkbook(
            (1...12).map { row in
                """
                <row r="\(row)"><c r="A\(row)" t="s"><v>\(row % 3)</v></c><c r="B\(row)" s="1"><v>4580\(row % 10).5</v></c>\
                <c r="C\(row)" t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c><c r="D\(row)"><f>A1</f></c></row>
                """
            }.joined(), texts: "<si><t>x</t></si><si><r><t>y_x0041_</t></r></si><si><t/></si>",
            styles: """
                <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
                """)
        let names = sound.parts.keys.sorted()
        for _ in 0..<600 {
            var book = sound
            for _ in 0...random.index(below: 3) {
                let name = names[random.index(below: names.count)]
                guard var part = book.parts[name], !part.isEmpty else { continue }
                let at = random.index(below: part.count)
                switch random.index(below: 4) {
                case 0: part[at] = UInt8.random(in: 0...255, using: &random)
                case 1: part.insert(UInt8.random(in: 0...255, using: &random), at: at)
                case 2: part.removeSubrange(at..<min(part.count, at + 1 + random.index(below: 9)))
                default: part.insert(contentsOf: part[at..<min(part.count, at + 30)], at: random.index(below: at + 1))
                }
                book.parts[name] = part
            }
            var bytes = book.bytes
            if random.chance(0.3) {
                bytes[random.index(below: bytes.count)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let read = try SpreadsheetFile.read(workbook: bytes, name: "m.xlsx")
                _ = WeekImport(read)
            } catch { #expect(!error.wording.chinese.isEmpty) }
        }
    }
}
