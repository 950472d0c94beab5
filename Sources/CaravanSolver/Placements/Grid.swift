/// Where the cells of a table with two coordinates stand in a flat array, line by line.
struct Grid: Sendable, Equatable {
    /// Position of the first cell.
    let first: Int
    let lines: Int
    /// Cells of a line.
    let width: Int

    init(_ lines: Int, by width: Int, from first: Int = 0) {
        (self.first, self.lines, self.width) = (first, lines, width)
    }

    /// Position of a cell.
    subscript(line: Int, cell: Int) -> Int { first + line * width + cell }

    /// Positions of a line.
    subscript(line: Int) -> Range<Int> { first + line * width..<first + (line + 1) * width }

    /// Positions of some cells of a line that follow each other.
    subscript(line: Int, cells: Range<Int>) -> Range<Int> {
        first + line * width + cells.lowerBound..<first + line * width + cells.upperBound
    }

    var count: Int { lines * width }

    /// Positions of all cells.
    var all: Range<Int> { first..<first + lines * width }

    /// Line and cell of a position.
    func coordinates(of position: Int) -> (line: Int, cell: Int) {
        let (line, cell) = (position - first).quotientAndRemainder(dividingBy: width)
        return (line, cell)
    }

    /// The same table, beginning somewhere else.
    func moved(to first: Int) -> Grid { Grid(lines, by: width, from: first) }
}
