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
                    problem: Wording("no row of headings found", "没有找到标题行"),
                    remedy: Wording(
                        "the first row holds the headings: \(columns.map(\.heading.english).joined(separator: ", "))",
                        "第一行应为标题：\(columns.map(\.heading.chinese).joined(separator: "、"))")))
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
        guard let word = ["population", "人口"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
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
                    place, found: text, problem: Wording("unknown column, not read", "未知的列，不读取"),
                    remedy: near.map { Wording("did you mean \($0)?", "是否指“\($0)”？") }
                        ?? Wording("delete it or leave it", "可删除，也可保留")))
            return
        }
        if known.kind == .population, let audience = Self.audience(in: text) {
            populations.append((column, audience))
        } else if byKey[known.key] == nil {
            byKey[known.key] = column
        } else {
            faults.append(
                TableFault(
                    place, found: text, problem: Wording("this column is there twice", "该列出现了两次"),
                    remedy: Wording("delete one of them", "请删去其中一列")))
        }
    }

    private mutating func report(missing column: Column) {
        faults.append(
            TableFault(
                CellPlace(sheet: sheet.name, row: headingRow),
                problem: Wording("the column \(column.heading.english) is missing", "缺少“\(column.heading.chinese)”列"),
                remedy: Wording("add it: \(column.note.english)", "请添加：\(column.note.chinese)")))
    }

    /// Faults of merged cells, titles above the headings apart.
    var mergeFaults: [TableFault] {
        guard headingRow > 0 else { return [] }
        return sheet.merges.filter { $0.rows.upperBound >= headingRow }.map { range in
            TableFault(
                CellPlace(sheet: sheet.name, row: range.rows.lowerBound, column: range.columns.lowerBound),
                heading: headings[range.columns.lowerBound], found: range.text,
                problem: Wording("merged cells", "合并单元格"),
                remedy: Wording("unmerge them and fill in every cell", "请取消合并，并把每个单元格都填上"))
        }
    }
}
