import Foundation

@testable import CaravanTables

/// A workbook made of parts as text, for what no spreadsheet program writes. One sheet, named `s`.
struct HandmadeWorkbook {
    /// Bytes of the parts by name.
    var parts: [String: [UInt8]]

    private static let book = "xl/workbook.xml"
    static let sheet = "xl/worksheets/sheet1.xml"
    static let texts = "xl/sharedStrings.xml"
    static let styles = "xl/styles.xml"

    /// - Parameters:
    ///   - sheetData: What stands in the sheet's `sheetData`.
    ///   - texts: What stands in the list of shared texts.
    ///   - styles: What stands in the style sheet.
    init(_ sheetData: String, texts: String = "", styles: String = "", from1904: Bool = false) {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        func relations(_ targets: [(String, String)]) -> String {
            "<Relationships>"
                + targets.enumerated().map {
                    "<Relationship Id=\"r\($0)\" Type=\"\(office)/\($1.0)\" Target=\"\($1.1)\"/>"
                }
                .joined() + "</Relationships>"
        }
        let texts = "<sst \(main)>\(texts)</sst>"
        let styles = "<styleSheet \(main)>\(styles)</styleSheet>"
        parts = [
            "_rels/.rels": relations([("officeDocument", Self.book)]),
            Self.book: """
            <workbook \(main) xmlns:r="\(office)"><workbookPr date1904="\(from1904 ? 1 : 0)"/>\
            <sheets><sheet name="s" r:id="r0"/></sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": relations([
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]),
            Self.sheet: "<worksheet \(main)><sheetData>\(sheetData)</sheetData></worksheet>",
            Self.texts: texts, Self.styles: styles,
        ].mapValues { Array($0.utf8) }
    }

    /// Puts bytes in the place of the first occurrence of a text in a part.
    mutating func replace(_ text: String, in part: String, with bytes: [UInt8]) {
        guard let content = parts[part], let range = content.firstRange(of: Array(text.utf8)) else { return }
        parts[part]?.replaceSubrange(range, with: bytes)
    }

    /// The archive, its parts stored as they are.
    var bytes: [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
            let fields =
                Self.little([20, 0, 0, 0, 0], 2) + Self.little([Self.crc(content), content.count, content.count], 4)
                + Self.little([name.utf8.count, 0], 2)
            directory +=
                [0x50, 0x4B, 1, 2] + Self.little([20], 2) + fields + Self.little([0, 0, 0], 2)
                + Self.little([0, archive.count], 4) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
        }
        return archive + directory + [0x50, 0x4B, 5, 6] + Self.little([0, 0, parts.count, parts.count], 2)
            + Self.little([directory.count, archive.count], 4) + [0, 0]
    }

    /// What reading it gives.
    func read(_ limits: SpreadsheetLimits = SpreadsheetLimits()) throws(SpreadsheetError) -> Spreadsheet {
        try SpreadsheetFile.read(workbook: bytes, name: "hand.xlsx", limits: limits)
    }

    /// Why it is not read; nil where it is.
    func refusal(_ limits: SpreadsheetLimits = SpreadsheetLimits()) -> SpreadsheetError? {
        do {
            _ = try read(limits)
            return nil
        } catch { return error }
    }

    private static func little(_ numbers: [Int], _ width: Int) -> [UInt8] {
        numbers.flatMap { number in (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    }

    private static let crcTable: [UInt32] = (0..<256).map { byte in
        var value = UInt32(byte)
        for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        return value
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var value = ~UInt32(0)
        for byte in bytes { value = (value >> 8) ^ crcTable[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
        return Int(~value)
    }
}

extension ZipArchive {
    /// All bytes of a part.
    func part(_ name: String) throws -> Data? {
        var content = Data()
        return try read(name) { content.append(contentsOf: $0) } ? content : nil
    }
}
