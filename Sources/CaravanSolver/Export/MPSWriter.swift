import GLPK

/// Writes a program in free MPS (IBM's MPSX format without columns of fixed width).
///
/// Sections: ROWS, COLUMNS with integer markers, RHS, RANGES, BOUNDS. Integer columns always get explicit bounds: readers
/// differ on what a marker alone means. A program's own `constant` is not written: readers disagree on its sign.
struct MPSWriter {
    private let program: LinearProgram
    private let legend: ProgramLegend

    init(_ program: LinearProgram, about legend: ProgramLegend = ProgramLegend()) {
        self.program = program
        self.legend = legend
    }

    func text() -> String {
        var out = legend.lines.map { "* \($0)\n" }.joined()
        out += "NAME caravan\nROWS\n N points\n"
        for row in 0..<program.rowCount { if let kind = kind(row) { out += " \(kind) \(name(row: row))\n" } }
        out += "COLUMNS\n"
        writeColumns(to: &out)
        out += "RHS\n"
        for row in 0..<program.rowCount where kind(row) != nil && side(row) != 0 {
            out += " RHS \(name(row: row)) \(modelNumber(side(row)))\n"
        }
        writeRanges(to: &out)
        out += "BOUNDS\n"
        for column in 0..<program.columnCount { writeBounds(column, to: &out) }
        return out + "ENDATA\n"
    }

    // MARK: Rows

    private func name(row: Int) -> String { program.rowNames[row] ?? "r\(row + 1)" }

    private func bounds(_ row: Int) -> (lower: Double, upper: Double) {
        (program.rowLowerBounds[row], program.rowUpperBounds[row])
    }

    /// The letter of a row; nil for one without bounds, which says nothing.
    private func kind(_ row: Int) -> String? {
        let (lower, upper) = bounds(row)
        if lower == upper { return "E" }
        if upper.isFinite { return "L" }
        return lower.isFinite ? "G" : nil
    }

    /// The right-hand side: the upper bound where there is one.
    private func side(_ row: Int) -> Double {
        let (lower, upper) = bounds(row)
        return upper.isFinite ? upper : lower
    }

    private func writeRanges(to out: inout String) {
        let ranged = (0..<program.rowCount).filter { row in
            let (lower, upper) = bounds(row)
            return lower.isFinite && upper.isFinite && lower != upper
        }
        if ranged.isEmpty { return }
        out += "RANGES\n"
        for row in ranged {
            out += " RNG \(name(row: row)) \(modelNumber(bounds(row).upper - bounds(row).lower))\n"
        }
    }

    // MARK: Columns

    private func name(column: Int) -> String { program.columnNames[column] ?? "x\(column + 1)" }

    private func writeColumns(to out: inout String) {
        let entries = entriesByColumn()
        var (inInteger, markers) = (false, 0)
        func mark(_ word: String) {
            markers += 1
            out += " M\(markers) 'MARKER' \(word)\n"
        }
        for column in 0..<program.columnCount {
            if program.integrality[column] != inInteger {
                inInteger.toggle()
                mark(inInteger ? "'INTORG'" : "'INTEND'")
            }
            let name = name(column: column)
            if program.costs[column] != 0 || entries[column].isEmpty {
                out += " \(name) points \(modelNumber(program.costs[column]))\n"
            }
            for (row, value) in entries[column] { out += " \(name) \(self.name(row: row)) \(modelNumber(value))\n" }
        }
        if inInteger { mark("'INTEND'") }
    }

    private func entriesByColumn() -> [[(row: Int, value: Double)]] {
        var entries = [[(row: Int, value: Double)]](repeating: [], count: program.columnCount)
        for row in 0..<program.rowCount where kind(row) != nil {
            let (columns, values) = program.row(row)
            for (column, value) in zip(columns, values) { entries[Int(column)].append((row, value)) }
        }
        return entries
    }

    private func writeBounds(_ column: Int, to out: inout String) {
        let (lower, upper) = (program.lowerBounds[column], program.upperBounds[column])
        func bound(_ kind: String, _ value: Double? = nil) {
            out += " \(kind) BND \(name(column: column))\(value.map { " \(modelNumber($0))" } ?? "")\n"
        }
        if lower == upper { return bound("FX", lower) }
        if program.integrality[column] && lower == 0 && upper == 1 { return bound("BV") }
        if lower == -.infinity && upper == .infinity { return bound("FR") }
        if lower == -.infinity { bound("MI") } else if lower != 0 { bound("LO", lower) }
        if upper.isFinite { bound("UP", upper) } else if program.integrality[column] { bound("PL") }
    }
}
