import CaravanLanguage
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
        let problem: Bilingual
        let remedy: Bilingual

        init(row: Int?, problem: any Sayable, remedy: SheetRemedy) {
            (self.row, self.problem, self.remedy) = (row, problem.bilingual, remedy.bilingual)
        }
    }

    private let limits: SpreadsheetLimits

    init(limits: SpreadsheetLimits) { self.limits = limits }

    /// The rows of a file.
    func rows(of bytes: [UInt8]) throws(Failure) -> [SheetRow] {
        guard let text = TextDecoding.text(of: bytes), !text.unicodeScalars.contains("\0") else {
            throw Failure(
                row: nil, problem: SheetFault.encoding,
                remedy: .saveAsUTF8)
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
                row: collected.count + 1, problem: SheetFault.quoteInside,
                remedy: .quoteField)
        }
        if !text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) {
            throw Failure(
                row: collected.count, problem: CellFault.openQuote,
                remedy: .closeQuote)
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
                    problem: SheetFault.combiningMark,
                    remedy: .deleteMark)
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
