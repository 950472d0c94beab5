import CaravanLanguage

/// The rows of one worksheet (ECMA-376 part 1, 18.3).
final class Worksheet: XMLPart {
    /// What the sheets of a workbook together may still hold.
    final class Tally {
        fileprivate let limits: SpreadsheetLimits
        fileprivate var cells = 0
        fileprivate var rows = 0

        init(_ limits: SpreadsheetLimits) { self.limits = limits }
    }

    private(set) var rows: [SheetRow] = []
    private(set) var merges: [MergedRange] = []
    private(set) var failure: WorkbookFailure?

    private let texts: [String]
    private let styles: NumberStyles
    private let countsFrom1904: Bool
    private let tally: Tally
    private let budget: XMLBudget

    private var rowNumber = 0
    private var cells: [(column: Int, content: CellContent)] = []
    private var cell = Cell()
    private var collects = false

    /// No number is written with more characters.
    private static let longestNumber = 64

    /// What is known of the cell being read.
    private struct Cell {
        var column = -1
        var type = "n"
        var style = 0
        var value = ""
        var formula: String?
        var isFormula = false
        var isHint = false
    }

    init(texts: [String], styles: NumberStyles, countsFrom1904: Bool, tally: Tally, budget: XMLBudget) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.tally = tally
        self.budget = budget
    }

    func started(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "row": start(row: attributes["r"])
        case "c": start(cell: attributes)
        case "v": collects = true
        case "t": collects = !cell.isHint
        case "rPh": cell.isHint = true
        case "f":
            cell.formula = ""
            cell.isFormula = true
        case "mergeCell":
            if let range = attributes["ref"].flatMap(MergedRange.init) { merges.append(range) }
        default: break
        }
    }

    private func start(row text: String?) {
        let number = text.map { Int($0) ?? 0 } ?? rowNumber + 1
        guard (1...CellAddress.mostRows).contains(number) else { return fail(.damaged(FileFault.rowOutside.bilingual)) }
        rowNumber = number
        cells = []
        cell.column = -1
    }

    private func start(cell attributes: XMLAttributes) {
        var column = cell.column + 1
        if let reference = attributes["r"] {
            guard let address = CellAddress(reference) else {
                return fail(.damaged(FileFault.columnOutside.bilingual))
            }
            column = address.column
        }
        cell = Cell(column: column, type: attributes["t"] ?? "n", style: attributes["s"].flatMap(Int.init) ?? 0)
    }

    private func fail(_ reason: WorkbookFailure?) { failure = failure ?? reason }

    func found(_ text: String) {
        if cell.isFormula { cell.formula? += text } else if collects { cell.value += text }
    }

    func ended(_ element: String) {
        switch element {
        case "v", "t": collects = false
        case "f": cell.isFormula = false
        case "rPh": cell.isHint = false
        case "c":
            guard (0..<tally.limits.columns).contains(cell.column), let content else { return }
            cells.append((cell.column, content))
            tally.cells += 1
            if tally.cells > tally.limits.cells { fail(.tooManyCells) }
        case "row":
            let row = SheetRow(number: rowNumber, cells: cells)
            guard !row.cells.isEmpty else { return }
            rows.append(row)
            tally.rows += 1
            if tally.rows > tally.limits.rows { fail(.tooMuch(FileFault.tooManyRows(tally.limits.rows))) }
        default: break
        }
    }

    /// The content of the cell that has ended: of a formula its stored result.
    private var content: CellContent? {
        if cell.value.isEmpty { return cell.formula.map { .formula($0) } }
        switch cell.type {
        case "s": return shared
        case "str", "inlineStr": return .text(EscapedText.decoded(cell.value))
        case "b": return .bool(cell.value == "1" || cell.value == "true")
        case "e": return .error(cell.value)
        case "d": return .text(cell.value)
        default: return number
        }
    }

    private var shared: CellContent? {
        guard let position = Int(cell.value), texts.indices.contains(position) else {
            fail(.damaged(FileFault.textMissing.bilingual))
            return nil
        }
        fail(budget.take(text: texts[position].utf8.count))
        return .text(texts[position])
    }

    /// A number; a time of day, which is less than a day, has no date that could count from 1904.
    private var number: CellContent {
        guard cell.value.utf8.count <= Self.longestNumber, let number = Double(cell.value), number.isFinite else {
            return .text(cell.value)
        }
        guard styles.showsDate(style: cell.style) else { return .number(number) }
        return .date(countsFrom1904 && !(0...1).contains(number) ? number + SerialDate.days1904 : number)
    }
}
