/// A row of a sheet that holds something.
public struct SheetRow: Sendable, Equatable {
    /// Its number as the spreadsheet shows it, from 1.
    public let number: Int
    /// Its cells by column, counted from 0, left to right; empty ones are left out.
    public let cells: [(column: Int, content: CellContent)]

    /// A row; texts of spaces alone count as empty.
    public init(number: Int, cells: [(column: Int, content: CellContent)]) {
        self.number = number
        self.cells = cells.filter { cell in
            if case .text(let text) = cell.content { text.contains { !$0.isWhitespace } } else { true }
        }
    }

    /// The content of a column, nil where the cell is empty.
    public subscript(column: Int) -> CellContent? { cells.first { $0.column == column }?.content }

    /// Rows are equal when they hold the same.
    public static func == (left: SheetRow, right: SheetRow) -> Bool {
        left.number == right.number && left.cells.count == right.cells.count
            && zip(left.cells, right.cells).allSatisfy { $0 == $1 }
    }
}

/// Cells that a spreadsheet shows as one.
public struct MergedRange: Sendable, Equatable {
    /// Rows, as shown.
    public let rows: ClosedRange<Int>
    /// Columns, counted from 0.
    public let columns: ClosedRange<Int>

    /// Reads `A3:B7`; nil for any other text.
    init?(_ reference: String) {
        let corners = reference.split(separator: ":").map { CellAddress(String($0)) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }

    /// `A3:B7`.
    var text: String {
        CellAddress(row: rows.lowerBound, column: columns.lowerBound).text + ":"
            + CellAddress(row: rows.upperBound, column: columns.upperBound).text
    }
}

/// One sheet of a workbook, or one CSV file.
public struct Sheet: Sendable, Equatable {
    /// Its name as people see it: of the sheet, or of the file without `.csv`.
    public let name: String
    /// Rows that hold something, top to bottom.
    public let rows: [SheetRow]
    /// Merged cells.
    public let merges: [MergedRange]

    /// A sheet.
    public init(name: String, rows: [SheetRow], merges: [MergedRange] = []) {
        self.name = name
        self.rows = rows.filter { !$0.cells.isEmpty }
        self.merges = merges
    }
}

/// Sheets, and what was wrong with those that could not be read.
public struct Spreadsheet: Sendable, Equatable {
    /// The sheets that could be read.
    public let sheets: [Sheet]
    /// Sheets that could not.
    public let faults: [TableFault]
    /// Whether its dates count from 1904, as those of old Macs do.
    public let countsFrom1904: Bool

    /// Some sheets.
    public init(sheets: [Sheet], faults: [TableFault] = [], countsFrom1904: Bool = false) {
        self.sheets = sheets
        self.faults = faults
        self.countsFrom1904 = countsFrom1904
    }
}
