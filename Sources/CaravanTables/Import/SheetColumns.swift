import CaravanLanguage

/// Which column of a sheet is which column of its table.
struct SheetColumns {
    /// Row of the headings; 0 where the sheet has none.
    private(set) var headingRow = 0
    /// Columns by field.
    private(set) var byKey: [String: Int] = [:]
    /// Columns of people, with what their headings say behind `population`.
    private(set) var populations: [(column: Int, audience: String)] = []
    /// Headings as they stand there.
    private(set) var headings: [Int: String] = [:]
    /// What is wrong with the headings.
    private(set) var faults: [TableFault] = []
    /// What is not read.
    private(set) var warnings: [TableFault] = []

    private let sheet: Sheet
    private let table: Table

    /// Headings stand in the first of the first rows in which two of them, or all of a smaller table, are known; titles
    /// may stand above.
    init(_ sheet: Sheet, _ table: Table) {
        self.sheet = sheet
        self.table = table
        let columns = table.columns
        let least = min(2, columns.count)
        let candidates = sheet.rows.prefix(10)
        let row = candidates.first { row in
            row.cells.count { Self.column(named: $0.content, columns) != nil } >= least
        }
        guard let row else {
            faults.append(
                TableFault(
                    CellPlace(sheet: sheet.name, row: sheet.rows.first?.number),
                    problem: SheetFault.noHeadings,
                    remedy: SheetRemedy.headings(columns.map(\.heading).listed())))
            return
        }
        headingRow = row.number
        for cell in row.cells { take(cell.column, cell.content, columns) }
        for column in columns where column.isRequired && byKey[column.key] == nil { report(missing: column) }
    }

    /// The column that a heading names.
    private static func column(named content: CellContent, _ columns: [Column]) -> Column? {
        guard case .text(let text) = content else { return nil }
        let key = PlainText.key(text)
        if let known = columns.first(where: { $0.kind != .population && $0.matches(key) }) { return known }
        return audience(in: text) == nil ? nil : columns.first { $0.kind == .population }
    }

    /// What a heading such as `population (youth)` or `人口：youth` says behind its first word.
    static func audience(in heading: String) -> String? {
        let text = PlainText.narrowed(heading)
        guard let word = Word.population.bilingual.both.first(where: { text.lowercased().hasPrefix($0) }) else {
            return nil
        }
        let rest = text.dropFirst(word.count).drop { " :-_(".contains($0) }
        return PlainText.trimmed(rest.hasSuffix(")") ? String(rest.dropLast()) : String(rest))
    }

    private mutating func take(_ column: Int, _ content: CellContent, _ columns: [Column]) {
        let text = PlainText.trimmed(content.shown)
        headings[column] = text
        let place = CellPlace(sheet: sheet.name, row: headingRow, column: column)
        guard let known = Self.column(named: content, columns) else {
            let near = NearMatch.best(for: text, among: columns.flatMap(\.heading.both))
            warnings.append(
                TableFault(
                    place, found: text, problem: SheetFault.unknownColumn,
                    remedy: near.map { CellRemedy.didYouMean($0) }
                        ?? SheetRemedy.deleteOrLeave.bilingual))
            return
        }
        if known.kind == .population, let audience = Self.audience(in: text) {
            populations.append((column, audience))
        } else if byKey[known.key] == nil {
            byKey[known.key] = column
        } else {
            faults.append(
                TableFault(
                    place, found: text, problem: SheetFault.columnTwice,
                    remedy: SheetRemedy.deleteColumn))
        }
    }

    private mutating func report(missing column: Column) {
        faults.append(
            TableFault(
                CellPlace(sheet: sheet.name, row: headingRow),
                problem: SheetFault.columnMissing(column.heading),
                remedy: SheetRemedy.addColumn(column.note)))
    }

    /// Faults of merged cells, titles above the headings apart.
    var mergeFaults: [TableFault] {
        guard headingRow > 0 else { return [] }
        return sheet.merges.filter { $0.rows.upperBound >= headingRow }.map { range in
            TableFault(
                CellPlace(sheet: sheet.name, row: range.rows.lowerBound, column: range.columns.lowerBound),
                heading: headings[range.columns.lowerBound], found: range.text,
                problem: SheetFault.merged,
                remedy: SheetRemedy.unmerge)
        }
    }
}
