/// A table of the week with the sheet that it was found in.
struct LoadedTable {
    let table: Table
    let sheet: Sheet
    let columns: SheetColumns
    /// Rows below the headings that hold something in a known column.
    let rows: [SheetRow]

    init(_ table: Table, _ sheet: Sheet) {
        self.table = table
        self.sheet = sheet
        let columns = SheetColumns(sheet, table)
        self.columns = columns
        let known = Set(columns.byKey.values).union(columns.populations.map(\.column))
        rows =
            columns.headingRow == 0
            ? []
            : sheet.rows.filter { row in
                row.number > columns.headingRow && row.cells.contains { known.contains($0.column) }
            }
    }

    /// The content of a field in a row, nil where the cell is empty or the column missing.
    func content(_ key: String, in row: SheetRow) -> CellContent? { columns.byKey[key].flatMap { row[$0] } }

    /// What bare numbers of a field count.
    func unit(_ key: String) -> UnitRatio { columns.byKey[key].flatMap { columns.units[$0] } ?? .one }

    /// The text of a field in a row as it stands there; empty where the cell is.
    func text(_ key: String, in row: SheetRow) -> String {
        content(key, in: row).map { PlainText.trimmed($0.shown) } ?? ""
    }

    /// The place of a field in a row; of the row where its column is missing.
    func place(_ key: String?, in row: Int) -> CellPlace {
        CellPlace(sheet: sheet.name, row: row, column: key.flatMap { columns.byKey[$0] })
    }

    /// What stands at a place of the sheet.
    func found(at place: CellPlace) -> String? {
        guard let number = place.row, let column = place.column else { return nil }
        var (low, high) = (0, sheet.rows.count)
        while low < high {
            let middle = (low + high) / 2
            if sheet.rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        guard low < sheet.rows.count, sheet.rows[low].number == number else { return nil }
        return sheet.rows[low][column]?.shown
    }

    /// A fault at a place of the sheet, with its heading and what was found there.
    func fault(at place: CellPlace, _ problem: CellProblem) -> TableFault {
        TableFault(
            place, heading: heading(at: place), found: found(at: place), problem: problem.problem,
            remedy: problem.remedy)
    }

    /// The heading of a place's column; of the week's own fields the name of the field.
    private func heading(at place: CellPlace) -> String? {
        if table == .week, let row = place.row, let field = columns.byKey["field"],
            let name = found(at: CellPlace(sheet: sheet.name, row: row, column: field))
        {
            return name
        }
        return place.column.flatMap { columns.headings[$0] }
    }
}
