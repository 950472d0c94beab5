import CaravanLanguage
import Foundation

/// An XLSX workbook (ECMA-376): unpacked by libzip, its parts read by Foundation's XML parser.
struct Workbook {
    private let bytes: [UInt8]
    private let name: String
    private let limits: SpreadsheetLimits

    /// - Parameter name: What errors call it.
    init(_ bytes: [UInt8], name: String, limits: SpreadsheetLimits) {
        self.bytes = bytes
        self.name = name
        self.limits = limits
    }

    /// Reads all sheets, hidden ones too.
    func read() throws(SpreadsheetError) -> Spreadsheet {
        if bytes.starts(with: Self.old) { throw .oldOrLocked(path: name) }
        guard bytes.starts(with: Self.archive) else {
            throw .notAWorkbook(path: name, reason: FileFault.noZip.bilingual)
        }
        do throws(ZipArchive.Failure) {
            let archive = try ZipArchive(bytes, limits: limits)
            guard let sheets = try sheets(in: archive) else {
                throw .damaged(FileFault.partMissing.bilingual)
            }
            if let sheets = sheets.value { return Spreadsheet(sheets: sheets) }
        } catch {
            switch error {
            case .damaged(let reason): throw .notAWorkbook(path: name, reason: reason)
            case .tooLarge: throw .unpacksTooLarge(path: name, limit: limits.unpackedBytes)
            }
        }
        throw .tooManyCells(path: name, limit: limits.cells)
    }

    /// Whether bytes begin as a workbook of the present or the old format does.
    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: archive) || bytes.starts(with: old) }

    private static let archive: [UInt8] = [0x50, 0x4B]
    private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// Sheets, or nil in place of too many of them.
    private struct Sheets { let value: [Sheet]? }

    private func sheets(in archive: ZipArchive) throws(ZipArchive.Failure) -> Sheets? {
        guard let root = try part("_rels/.rels", Relationships(), archive),
            let bookPath = root.target(ofType: "/officeDocument", from: ""),
            let book = try part(bookPath, SheetList(), archive),
            let relations = try part(relationships(of: bookPath), Relationships(), archive)
        else { return nil }
        var texts: [String] = []
        if let path = relations.target(ofType: "/sharedStrings", from: bookPath) {
            guard let shared = try part(path, SharedTexts(), archive) else { return nil }
            texts = shared.texts
        }
        var styles = NumberStyles()
        if let path = relations.target(ofType: "/styles", from: bookPath) {
            guard let read = try part(path, styles, archive) else { return nil }
            styles = read
        }
        var sheets: [Sheet] = []
        var cellsLeft = limits.cells
        for entry in book.sheets {
            guard let target = relations.target(of: entry.relation, from: bookPath) else { continue }
            let page = Worksheet(
                texts: texts, styles: styles, countsFrom1904: book.countsFrom1904, columns: limits.columns,
                cells: cellsLeft)
            guard try part(target, page, archive) != nil else { return nil }
            if page.isDone { return Sheets(value: nil) }
            cellsLeft -= page.cellCount
            sheets.append(Sheet(name: entry.name, rows: page.rows, merges: page.merges))
        }
        return Sheets(value: sheets)
    }

    /// Reads a part; nil where it is missing or no XML.
    private func part<Part: XMLPart>(_ name: String, _ part: Part, _ archive: ZipArchive) throws(ZipArchive.Failure)
        -> Part?
    {
        guard let data = try archive.part(name), XMLWalk.read(data, into: part) else { return nil }
        return part
    }

    /// `xl/workbook.xml` has its relationships in `xl/_rels/workbook.xml.rels`.
    private func relationships(of path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<slash] + "_rels/" + path[slash...] + ".rels"
    }
}
