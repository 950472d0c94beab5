import CaravanLanguage
import Foundation

/// An XLSX workbook (ECMA-376): unpacked by libzip, its parts read by Expat.
struct Workbook {
    private let bytes: [UInt8]
    private let name: String
    private let limits: SpreadsheetLimits
    private let budget: XMLBudget

    /// - Parameter name: What errors call it.
    init(_ bytes: [UInt8], name: String, limits: SpreadsheetLimits) {
        self.bytes = bytes
        self.name = name
        self.limits = limits
        budget = XMLBudget(limits)
    }

    /// Reads all sheets, hidden ones too.
    func read() throws(SpreadsheetError) -> Spreadsheet {
        if bytes.starts(with: Self.old) { throw .oldOrLocked(path: name) }
        guard bytes.starts(with: Self.archive) else {
            throw .notAWorkbook(path: name, reason: FileFault.noZip.bilingual)
        }
        do throws(WorkbookFailure) {
            return try spreadsheet(in: ZipArchive(bytes, limits: limits))
        } catch {
            switch error {
            case .damaged(let reason): throw .notAWorkbook(path: name, reason: reason)
            case .tooLarge: throw .unpacksTooLarge(path: name, limit: limits.unpackedBytes)
            case .tooManyCells: throw .tooManyCells(path: name, limit: limits.cells)
            case .tooMuch(let reason): throw .tooMuch(path: name, reason: reason)
            }
        }
    }

    /// Whether bytes begin as a workbook of the present or the old format does.
    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: archive) || bytes.starts(with: old) }

    private static let archive: [UInt8] = [0x50, 0x4B]
    private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    private func spreadsheet(in archive: ZipArchive) throws(WorkbookFailure) -> Spreadsheet {
        let root = try part("_rels/.rels", Relationships(), archive)
        guard let bookPath = root.target(ofType: "/officeDocument", from: "") else {
            throw .damaged(FileFault.partMissing.bilingual)
        }
        let book = try part(bookPath, SheetList(), archive)
        if book.sheets.count > limits.sheets { throw .tooMuch(FileFault.tooManySheets(limits.sheets)) }
        let relations = try part(relationships(of: bookPath), Relationships(), archive)
        var (texts, styles) = (SharedTexts(), NumberStyles())
        if let path = relations.target(ofType: "/sharedStrings", from: bookPath) {
            texts = try part(path, texts, archive)
        }
        if let path = relations.target(ofType: "/styles", from: bookPath) {
            styles = try part(path, styles, archive)
        }
        let tally = Worksheet.Tally(limits)
        var sheets: [Sheet] = []
        for entry in book.sheets {
            guard let target = relations.target(of: entry.relation, from: bookPath) else { continue }
            let page = Worksheet(
                texts: texts.texts, styles: styles, countsFrom1904: book.countsFrom1904, tally: tally, budget: budget)
            sheets.append(Sheet(name: entry.name, rows: try part(target, page, archive).rows, merges: page.merges))
        }
        return Spreadsheet(sheets: sheets, countsFrom1904: book.countsFrom1904)
    }

    /// Reads a part.
    private func part<Part: XMLPart>(_ name: String, _ part: Part, _ archive: ZipArchive) throws(WorkbookFailure)
        -> Part
    {
        let walk = try XMLWalk(into: part, budget)
        let isThere = try archive.read(name) { (piece) throws(WorkbookFailure) in try walk.feed(piece) }
        guard isThere else { throw .damaged(FileFault.partMissing.bilingual) }
        try walk.end()
        return part
    }

    /// `xl/workbook.xml` has its relationships in `xl/_rels/workbook.xml.rels`.
    private func relationships(of path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<slash] + "_rels/" + path[slash...] + ".rels"
    }
}
