/// How wide a column must be for what stands in it, in characters of the ordinary font.
struct ColumnWidth {
    private var widest: Int

    init(heading: String, sample: String) { widest = max(Self.width(of: heading) + 2, Self.width(of: sample)) }

    /// Takes a cell into account.
    mutating func see(_ cell: OutputCell) { widest = max(widest, Self.width(of: cell.csv)) }

    /// The width, within what is pleasant to read.
    var value: Double { Double(min(48, max(8, widest + 1))) }

    /// How many lines a cell takes in the column. Letters are a tenth narrower on average than the digits by which widths
    /// are counted.
    func lines(of cell: OutputCell) -> Int {
        guard case .text(let text) = cell else { return 1 }
        let room = value - 1
        return text.split(whereSeparator: \.isNewline).reduce(0) { lines, line in
            lines + max(1, Int((0.9 * Double(Self.width(of: String(line))) / room).rounded(.up)))
        }
    }

    /// Chinese characters are twice as wide as Latin ones.
    private static func width(of text: String) -> Int {
        text.split(whereSeparator: \.isNewline).reduce(0) { widest, line in
            max(widest, line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) })
        }
    }
}
