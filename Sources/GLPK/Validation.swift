/// Checks made before anything reaches GLPK, which takes NaN for a number and aborts on a wrong index.
enum Validation {
    /// GLPK's own limit on rows and on columns.
    static let largestCount = 100_000_000
    /// GLPK's own limit on the bytes of a name.
    static let longestName = 255

    static func number(_ value: Double, _ what: @autoclosure () -> String) throws {
        guard value.isFinite else { throw GLPKError(.badInput, "\(what()) is \(value)") }
    }

    static func bounds(_ lower: Double, _ upper: Double, _ what: @autoclosure () -> String) throws {
        guard lower < .infinity, upper > -.infinity, lower <= upper else {
            throw GLPKError(.badInput, "\(what()) has bounds \(lower) ... \(upper)")
        }
    }

    static func index(_ index: Int, below count: Int, _ what: @autoclosure () -> String) throws {
        guard index >= 0, index < count else {
            throw GLPKError(.badIndex, "\(what()) \(index) is not among the \(count) that exist")
        }
    }

    /// Bounds of an integer column rounded inwards, as GLPK wants them.
    static func integerBounds(_ lower: Double, _ upper: Double, _ what: @autoclosure () -> String) throws
        -> (lower: Double, upper: Double)
    {
        try bounds(lower, upper, what())
        let rounded = (lower: (lower - 1e-9).rounded(.up), upper: (upper + 1e-9).rounded(.down))
        guard rounded.lower <= rounded.upper else {
            throw GLPKError(.badInput, "\(what()) has no integer between \(lower) and \(upper)")
        }
        return rounded
    }

    /// The entries of one column or row: equal lengths, finite values, indices in range and none twice.
    ///
    /// `marks` remembers for each index the last vector it occurred in, so that a whole matrix is checked in one pass.
    static func vector(
        _ indices: ArraySlice<Int32>, _ values: ArraySlice<Double>, below count: Int, marks: inout [Int32], mark: Int32,
        _ what: @autoclosure () -> String
    ) throws {
        guard indices.count == values.count else {
            throw GLPKError(.badInput, "\(what()) has \(indices.count) indices and \(values.count) values")
        }
        for (index, value) in zip(indices, values) {
            guard index >= 0, index < count else {
                throw GLPKError(.badIndex, "\(what()) has an entry at \(index), outside 0 ..< \(count)")
            }
            guard marks[Int(index)] != mark else {
                throw GLPKError(.badIndex, "\(what()) has two entries at \(index)")
            }
            guard value.isFinite else { throw GLPKError(.badInput, "\(what()) has the value \(value) at \(index)") }
            marks[Int(index)] = mark
        }
    }

    static func name(_ name: String, _ what: @autoclosure () -> String) throws {
        let bytes = name.utf8
        guard bytes.count <= longestName, !bytes.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw GLPKError(.badInput, "\(what()) has a name over \(longestName) bytes or with control characters")
        }
    }

    static func program(_ program: LinearProgram) throws {
        guard program.columnCount <= largestCount, program.rowCount <= largestCount else {
            throw GLPKError(.badInput, "more than \(largestCount) rows or columns")
        }
        if let row = program.unevenRow {
            throw GLPKError(.badInput, "row \(row) was given unequal numbers of columns and values")
        }
        try number(program.constant, "the constant")
        for column in program.costs.indices {
            try number(program.costs[column], "the cost of column \(column)")
            try bounds(program.lowerBounds[column], program.upperBounds[column], "column \(column)")
        }
        var marks = [Int32](repeating: -1, count: program.columnCount)
        for row in 0..<program.rowCount {
            try bounds(program.rowLowerBounds[row], program.rowUpperBounds[row], "row \(row)")
            let entries = program.row(row)
            try vector(
                entries.columns, entries.values, below: program.columnCount, marks: &marks, mark: Int32(row),
                "row \(row)")
        }
        for (column, text) in program.columnNames { try name(text, "column \(column)") }
        for (row, text) in program.rowNames { try name(text, "row \(row)") }
    }
}
