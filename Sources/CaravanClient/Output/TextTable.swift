/// A table for the terminal: columns aligned by display width, cut to the room there is.
public struct TextTable: Sendable {
    /// What becomes of a column where the terminal is narrow.
    public enum Fit: Sendable {
        /// It stays as it is.
        case fixed
        /// Its cells are cut.
        case cut
        /// Its cells are sentences that nobody wants cut: the line runs on, and the terminal wraps it. For last columns.
        case whole
    }

    /// One column.
    public struct Column: Sendable {
        let title: String
        let alignment: Alignment
        let fit: Fit

        /// A column; unless told otherwise texts are cut where the terminal is narrow, and numbers are not.
        public init(_ title: String, _ alignment: Alignment = .leading, fit: Fit? = nil) {
            self.title = title
            self.alignment = alignment
            self.fit = fit ?? (alignment == .leading ? .cut : .fixed)
        }
    }

    private static let gutter = "  "
    private static let narrowest = 6
    /// Room on the first line that a column of sentences gets before it runs on.
    private static let sentence = 30

    let columns: [Column]
    let rows: [[String]]

    /// A table; every row has a cell for each column.
    public init(_ columns: [Column], _ rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { row in row.map { $0.onOneLine.replacing("\t", with: " ").printable } }
    }

    /// The table, with a line end after each line.
    public func text(_ style: Style, indent: Int = 0) -> String { lines(style, indent: indent).joined() }

    /// The lines of the table, each with its line end: the titles, then a line a row.
    public func lines(_ style: Style, indent: Int = 0) -> [String] {
        let widths = fitted(to: style.width.map { $0 - indent })
        let margin = String(repeating: " ", count: indent)
        let titles = style.bold(line(columns.map(\.title), widths))
        return ([titles] + rows.map { line($0, widths) }).map { "\(margin)\($0)\n" }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let parts = zip(zip(cells, columns), widths).map { cell, width in
            cell.0.truncated(to: width).padded(to: width, cell.1.alignment)
        }
        let text = parts.joined(separator: Self.gutter)
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The widths that the contents ask for, the widest flexible columns cut first where there is less room.
    private func fitted(to room: Int?) -> [Int] {
        var widths = columns.indices.map { at in
            rows.reduce(displayWidth(columns[at].title)) { max($0, displayWidth($1[at])) }
        }
        guard let room else { return widths }
        let gutters = Self.gutter.count * max(0, columns.count - 1)
        let claims = zip(widths, columns).map { $1.fit == .whole ? min($0, Self.sentence) : $0 }
        var excess = claims.reduce(gutters, +) - room
        while excess > 0 {
            let flexible = columns.indices.filter { columns[$0].fit == .cut && widths[$0] > Self.narrowest }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
