/// A table that reads well as it is and as Markdown: cells padded to the width of their column.
struct MarkdownTable: Sendable, Equatable {
    private var rows: [[String]]

    /// A table without rows.
    init(_ heads: [String]) { rows = [heads] }

    /// Whether it has no rows besides its heads.
    var isEmpty: Bool { rows.count == 1 }

    /// Adds a row; missing cells are empty.
    mutating func append(_ cells: [String]) {
        rows.append((0..<rows[0].count).map { $0 < cells.count ? cells[$0] : "" })
    }

    /// The text, with a line feed at its end. The first column is ranged left, the others right.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
        let body = rows.map { row in
            line(
                row.indices.map { column in
                    let space = String(repeating: " ", count: widths[column] - row[column].count)
                    return column == 0 ? row[column] + space : space + row[column]
                })
        }
        let rule = widths.enumerated().map { column, width in
            column == 0 ? String(repeating: "-", count: width) : String(repeating: "-", count: max(1, width - 1)) + ":"
        }
        return body[0] + line(rule) + body.dropFirst().joined()
    }
}
