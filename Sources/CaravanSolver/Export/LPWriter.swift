import GLPK

/// Writes a program in the LP format of CPLEX.
///
/// A row bounded on both sides becomes two: not every reader takes it as one. Lines stay below 255 characters as long as
/// names do. A program's own `constant` is not written: the format has no place for it that all readers share.
struct LPWriter {
    private let program: LinearProgram
    private let legend: ProgramLegend

    init(_ program: LinearProgram, about legend: ProgramLegend = ProgramLegend()) {
        self.program = program
        self.legend = legend
    }

    func text() -> String {
        var out = legend.lines.map { "\\ \($0)\n" }.joined()
        out += "Minimize\n points:"
        let priced = (0..<program.columnCount).filter { program.costs[$0] != 0 }
        write(priced.map { (Int32($0), program.costs[$0]) }, to: &out)
        out += "\nSubject To\n"
        for row in 0..<program.rowCount { writeRow(row, to: &out) }
        out += "Bounds\n"
        for column in 0..<program.columnCount { writeBounds(column, to: &out) }
        writeIntegers(to: &out)
        return out + "End\n"
    }

    private func name(row: Int) -> String { program.rowNames[row] ?? "r\(row + 1)" }
    private func name(column: Int) -> String { program.columnNames[column] ?? "x\(column + 1)" }

    /// Terms with their signs, a few a line; `0 x` where there are none, since a formula must not be empty.
    private func write(_ terms: [(column: Int32, value: Double)], to out: inout String) {
        if terms.isEmpty { out += program.columnCount > 0 ? " 0 \(name(column: 0))" : " 0" }
        var width = 0
        for (column, value) in terms {
            let number = value.magnitude == 1 ? "" : modelNumber(value.magnitude) + " "
            let term = " \(value < 0 ? "-" : "+") \(number)\(name(column: Int(column)))"
            width += term.utf8.count
            if width > 100 {
                out += "\n  "
                width = term.utf8.count
            }
            out += term
        }
    }

    private func writeRow(_ row: Int, to out: inout String) {
        let (lower, upper) = (program.rowLowerBounds[row], program.rowUpperBounds[row])
        if lower == upper { return write(row, name(row: row), "=", upper, to: &out) }
        if upper.isFinite { write(row, name(row: row), "<=", upper, to: &out) }
        if lower.isFinite {
            write(row, upper.isFinite ? name(row: row) + "'" : name(row: row), ">=", lower, to: &out)
        }
    }

    private func write(_ row: Int, _ name: String, _ sign: String, _ side: Double, to out: inout String) {
        out += " \(name):"
        let (columns, values) = program.row(row)
        write(zip(columns, values).map { ($0, $1) }, to: &out)
        out += " \(sign) \(modelNumber(side))\n"
    }

    private func writeBounds(_ column: Int, to out: inout String) {
        let (lower, upper) = (program.lowerBounds[column], program.upperBounds[column])
        let name = name(column: column)
        if lower == upper {
            out += " \(name) = \(modelNumber(lower))\n"
        } else if lower == -.infinity && upper == .infinity {
            out += " \(name) free\n"
        } else if upper == .infinity {
            if lower != 0 { out += " \(name) >= \(modelNumber(lower))\n" }
        } else {
            let below = lower == -.infinity ? "-inf" : modelNumber(lower)
            out += " \(below) <= \(name) <= \(modelNumber(upper))\n"
        }
    }

    /// All integer columns as general ones: the section for binary ones would overwrite bounds given before.
    private func writeIntegers(to out: inout String) {
        let integers = (0..<program.columnCount).filter { program.integrality[$0] }
        if integers.isEmpty { return }
        out += "Generals\n"
        for column in integers { out += " \(name(column: column))\n" }
    }
}
