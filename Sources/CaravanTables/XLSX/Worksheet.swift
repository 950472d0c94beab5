import Foundation

/// The rows of one worksheet (ECMA-376 part 1, 18.3).
final class Worksheet: XMLPart {
    private(set) var rows: [SheetRow] = []
    private(set) var merges: [MergedRange] = []
    private(set) var cellCount = 0
    /// Whether it was given up because it holds too many cells.
    private(set) var isDone = false

    private let texts: [String]
    private let styles: NumberStyles
    private let countsFrom1904: Bool
    private let columns: Int
    private let cellLimit: Int

    private var rowNumber = 0
    private var cells: [(column: Int, content: CellContent)] = []
    private var cell = Cell()
    private var collects = false

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

    init(texts: [String], styles: NumberStyles, countsFrom1904: Bool, columns: Int, cells: Int) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.columns = columns
        cellLimit = cells
    }

    func started(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            rowNumber = attributes["r"].flatMap(Int.init) ?? rowNumber + 1
            cells = []
            cell.column = -1
        case "c":
            let column = attributes["r"].flatMap(CellAddress.init)?.column ?? cell.column + 1
            cell = Cell(
                column: column, type: attributes["t"] ?? "n", style: attributes["s"].flatMap(Int.init) ?? 0)
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

    func found(_ text: String) {
        if cell.isFormula { cell.formula? += text } else if collects { cell.value += text }
    }

    func ended(_ element: String) {
        switch element {
        case "v", "t": collects = false
        case "f": cell.isFormula = false
        case "rPh": cell.isHint = false
        case "c":
            guard (0..<columns).contains(cell.column), let content else { return }
            cells.append((cell.column, content))
            cellCount += 1
            if cellCount > cellLimit { isDone = true }
        case "row":
            let row = SheetRow(number: rowNumber, cells: cells)
            if !row.cells.isEmpty { rows.append(row) }
        default: break
        }
    }

    /// The content of the cell that has ended: of a formula its stored result.
    private var content: CellContent? {
        if cell.value.isEmpty { return cell.formula.map { .formula($0) } }
        switch cell.type {
        case "s":
            guard let number = Int(cell.value), texts.indices.contains(number) else { return nil }
            return .text(texts[number])
        case "str", "inlineStr": return .text(EscapedText.decoded(cell.value))
        case "b": return .bool(cell.value == "1" || cell.value == "true")
        case "e": return .error(cell.value)
        case "d": return .text(cell.value)
        default:
            guard let number = Double(cell.value), number.isFinite else { return .text(cell.value) }
            guard styles.showsDate(style: cell.style) else { return .number(number) }
            return .date(countsFrom1904 ? number + SerialDate.days1904 : number)
        }
    }
}
