import CaravanCore
import CaravanLanguage

/// Which column of a sheet is which column of its table.
struct SheetColumns {
    /// Row of the headings; 0 where the sheet has none.
    private(set) var headingRow = 0
    /// Columns by field.
    private(set) var byKey: [String: Int] = [:]
    /// Columns of people, with what their headings say behind `population`.
    private(set) var populations: [(column: Int, audience: String)] = []
    /// What bare numbers of a column count, where its heading names another unit than the table's own.
    private(set) var units: [Int: UnitRatio] = [:]
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

    /// A heading such as `population youth (千人)` without its unit. In `population (youth)` no unit stands in brackets.
    private static func unitBehind(_ heading: String) -> (name: String, unit: UnitRatio?) {
        let text = PlainText.narrowed(heading)
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
            let unit = HeadingUnit.brackets(in: String(text[open...])).first.flatMap(Dimension.people.ratio),
            let before = audience(in: String(text[..<open])), !before.isEmpty
        else { return (text, .one) }
        return (PlainText.trimmed(String(text[..<open])), unit)
    }

    private mutating func take(_ column: Int, _ content: CellContent, _ columns: [Column]) {
        let text = PlainText.trimmed(content.shown)
        headings[column] = text
        let place = CellPlace(sheet: sheet.name, row: headingRow, column: column)
        guard let known = Self.column(named: content, columns) else {
            let near = NearMatch.best(for: PlainText.narrowed(text), among: columns.flatMap(\.heading.both))
            warnings.append(
                TableFault(
                    place, found: text, problem: SheetFault.unknownColumn,
                    remedy: near.map { CellRemedy.didYouMean($0) }
                        ?? SheetRemedy.deleteOrLeave.bilingual))
            return
        }
        let (name, unit) =
            known.kind == .population ? Self.unitBehind(text) : (text, HeadingUnit.ratio(in: text, of: known))
        if let unit {
            units[column] = unit
        } else {
            faults.append(
                TableFault(
                    place, found: text, problem: SheetFault.unknownUnit,
                    remedy: SheetRemedy.headingUnit(known.heading)))
        }
        if known.kind == .population, let audience = Self.audience(in: name) {
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

    /// Whether headings stand there, and none is missing or unknown.
    var isWhole: Bool { headingRow > 0 && faults.isEmpty && warnings.isEmpty }

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
