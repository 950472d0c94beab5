import Foundation
import SwiftCSV

/// Reads a CSV file as a sheet.
///
/// SwiftCSV finds the fields. It gives records one after the other, blank lines too, so that their numbers are the rows
/// that a spreadsheet shows. It says neither where it failed nor that a quote is never closed: both are found out here.
struct CSVReader {
    /// A file that is no CSV: at which row, and why.
    struct Failure: Error, Equatable {
        let row: Int?
        let problem: Wording
        let remedy: Wording
    }

    private let limits: SpreadsheetLimits

    init(limits: SpreadsheetLimits) { self.limits = limits }

    /// The rows of a file.
    func rows(of bytes: [UInt8]) throws(Failure) -> [SheetRow] {
        guard let text = TextDecoding.text(of: bytes), !text.unicodeScalars.contains("\0") else {
            throw Failure(
                row: nil, problem: Wording("neither UTF-8 nor GB18030 text", "既不是 UTF-8 也不是 GB18030 文本"),
                remedy: Wording("save the sheet as \"CSV UTF-8\"", "请另存为“CSV UTF-8”"))
        }
        guard text.contains(where: { !$0.isWhitespace }) else { return [] }
        try refuseMarks(in: text)
        let collected = Collected(columns: limits.columns)
        let delimiter = CSVDelimiter.guessed(string: text)
        do {
            let file = try EnumeratedCSV(string: text, delimiter: delimiter, loadColumns: false, rowLimit: 0)
            try file.enumerateAsArray(startAt: 0, rowLimit: nil) { collected.add($0) }
        } catch {
            throw Failure(
                row: collected.count + 1, problem: Wording("a quote inside a field", "字段中间出现引号"),
                remedy: Wording(
                    "put the whole field in quotes and double the quotes inside it", "请给整个字段加引号，字段内的引号写两遍"))
        }
        if !text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) {
            throw Failure(
                row: collected.count, problem: Wording("a quote is opened and never closed", "引号没有配对"),
                remedy: Wording("close the quote, or double it if it belongs to the text", "请补上引号；若引号是内容，请写两遍"))
        }
        return collected.rows
    }

    /// SwiftCSV goes by characters as people see them: a combining mark after a comma or quote would hide it.
    private func refuseMarks(in text: String) throws(Failure) {
        var previous: UnicodeScalar = " "
        for scalar in text.unicodeScalars {
            if scalar.value > 0x2FF, previous == "," || previous == "\"" || previous == ";" || previous == "\t",
                scalar.properties.isGraphemeExtend || scalar.properties.generalCategory == .spacingMark
            {
                throw Failure(
                    row: nil,
                    problem: Wording("a field begins with a combining mark", "有字段以组合符号开头"),
                    remedy: Wording("delete the stray mark, or use a workbook", "请删去该符号，或改用工作簿"))
            }
            previous = scalar
        }
    }

    /// Rows as they come.
    private final class Collected {
        private let columns: Int
        private(set) var rows: [SheetRow] = []
        private(set) var count = 0

        init(columns: Int) { self.columns = columns }

        func add(_ fields: [String]) {
            count += 1
            let cells = fields.prefix(columns).enumerated().compactMap { column, field in
                field.isEmpty ? nil : (column: column, content: CellContent.text(FormulaGuard.unguarded(field)))
            }
            let row = SheetRow(number: count, cells: cells)
            if !row.cells.isEmpty { rows.append(row) }
        }
    }
}
