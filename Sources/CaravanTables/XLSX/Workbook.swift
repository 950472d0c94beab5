import CaravanLanguage
import Foundation

/// An XLSX workbook (ECMA-376) on disk: unpacked by libzip, its parts read by Foundation's XML parser.
struct Workbook {
    private let path: String
    private let limits: SpreadsheetLimits

    init(path: String, limits: SpreadsheetLimits) {
        self.path = path
        self.limits = limits
    }

    /// Reads all sheets, hidden ones too.
    func read() throws(SpreadsheetError) -> Spreadsheet {
        try examine()
        do throws(ZipArchive.Failure) {
            let archive = try ZipArchive(path: path, limits: limits)
            guard let sheets = try sheets(in: archive) else {
                throw .damaged(FileFault.partMissing.bilingual)
            }
            if let sheets = sheets.value { return Spreadsheet(sheets: sheets) }
        } catch {
            switch error {
            case .damaged(let reason): throw .notAWorkbook(path: path, reason: reason)
            case .tooLarge: throw .unpacksTooLarge(path: path, limit: limits.unpackedBytes)
            }
        }
        throw .tooManyCells(path: path, limit: limits.cells)
    }

    /// Looks at the file's size and first bytes.
    private func examine() throws(SpreadsheetError) {
        let attributes: [FileAttributeKey: Any]
        let first: [UInt8]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            first = try handle.read(upToCount: 8).map(Array.init) ?? []
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        if (attributes[.size] as? NSNumber)?.intValue ?? 0 > limits.bytes {
            throw .tooLarge(path: path, limit: limits.bytes)
        }
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrLocked(path: path) }
        let isZip = first.starts(with: [0x50, 0x4B])
        if isZip { return }
        if path.lowercased().hasSuffix(".xlsx") {
            throw .notAWorkbook(path: path, reason: FileFault.noZip.bilingual)
        }
        throw .unknownKind(path: path)
    }

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
