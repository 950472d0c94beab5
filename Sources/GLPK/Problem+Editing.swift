import CGLPK

extension Problem {
    /// Adds columns and returns their indices. The basis stays valid, the new columns non-basic: solve on with ``SimplexOptions/Method/primal``.
    /// - Throws: ``GLPKError`` naming the first faulty column; nothing is added then.
    @discardableResult
    public func addColumns(_ columns: [Column]) throws -> Range<Int> {
        let first = columnCount
        guard !columns.isEmpty else { return first..<first }
        try Validation.room(for: columns.count, beside: columnCount)
        var columns = columns
        beginMarks(count: rowCount)
        for index in columns.indices {
            try validate(&columns[index], mark: Int32(index), "new column \(index)")
        }
        try addUnchecked(columns)
        data.append(columns)
        return first..<columnCount
    }

    /// Adds rows and returns their indices. Always solve again afterwards, best with the dual simplex.
    /// - Throws: ``GLPKError`` naming the first faulty row; nothing is added then.
    @discardableResult
    public func addRows(_ rows: [Row]) throws -> Range<Int> {
        let first = rowCount
        guard !rows.isEmpty else { return first..<first }
        try Validation.room(for: rows.count, beside: rowCount)
        beginMarks(count: columnCount)
        for (index, row) in rows.enumerated() {
            try Validation.bounds(row.lower, row.upper, "new row \(index)")
            try Validation.vector(
                row.columns[...], row.values[...], below: columnCount, marks: &marks, mark: Int32(index),
                "new row \(index)")
        }
        var packed = PackedVectors()
        for row in rows { packed.append(row.columns, row.values) }
        try packed.checkSize()
        try check(
            cglpk_add_rows(
                environment.engine, handle, Int32(rows.count), rows.map(\.lower), rows.map(\.upper), packed.starts,
                packed.indices, packed.values))
        data.append(rows)
        return first..<rowCount
    }

    private func beginMarks(count: Int) {
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(-1, count: count))
    }

    private func validate(_ column: inout Column, mark: Int32, _ what: String) throws {
        try Validation.number(column.cost, "the cost of \(what)")
        try Validation.bounds(column.lower, column.upper, what)
        if column.isInteger {
            (column.lower, column.upper) = try Validation.integerBounds(column.lower, column.upper, what)
        }
        try Validation.vector(
            column.rows[...], column.values[...], below: rowCount, marks: &marks, mark: mark, what)
    }

    /// Hands columns to GLPK as they are: whatever is wrong with them, GLPK finds out.
    func addUnchecked(_ columns: [Column]) throws {
        var packed = PackedVectors()
        for column in columns { packed.append(column.rows, column.values) }
        try packed.checkSize()
        try check(
            cglpk_add_columns(
                environment.engine, handle, Int32(columns.count), columns.map(\.cost), columns.map(\.lower),
                columns.map(\.upper), columns.map(\.isInteger), packed.starts, packed.indices, packed.values))
    }

    /// Changes the objective coefficient of a column; the basis stays primal feasible.
    public func setCost(_ cost: Double, column: Int) throws {
        try setCosts([cost], columns: [column])
    }

    /// Changes the objective coefficients of several columns in one call.
    public func setCosts(_ costs: [Double], columns: [Int]) throws {
        guard costs.count == columns.count else {
            throw GLPKError(.badInput, "\(costs.count) costs for \(columns.count) columns")
        }
        for (cost, column) in zip(costs, columns) {
            try Validation.index(column, below: columnCount, "column")
            try Validation.number(cost, "the cost of column \(column)")
        }
        try check(
            cglpk_set_costs(environment.engine, handle, Int32(costs.count), columns.map { Int32($0) }, costs))
        for (cost, column) in zip(costs, columns) { data.costs[column] = cost }
    }

    /// Changes the constant term of the objective.
    public func setConstant(_ constant: Double) throws {
        try Validation.number(constant, "the constant")
        try check(cglpk_set_costs(environment.engine, handle, 1, [-1], [constant]))
        data.constant = constant
    }

    /// Changes the bounds of a column (rounded inwards when it is integer); the basis stays dual feasible.
    public func setBounds(column: Int, lower: Double, upper: Double) throws {
        try Validation.index(column, below: columnCount, "column")
        var bounds = (lower: lower, upper: upper)
        try Validation.bounds(lower, upper, "column \(column)")
        if data.integer[column] { bounds = try Validation.integerBounds(lower, upper, "column \(column)") }
        try setBoundsUnchecked(
            column: column, kind: Problem.kind(bounds.lower, bounds.upper), lower: bounds.lower, upper: bounds.upper)
        data.lower[column] = bounds.lower
        data.upper[column] = bounds.upper
    }

    /// Hands bounds to GLPK as they are.
    func setBoundsUnchecked(column: Int, kind: Int32, lower: Double, upper: Double) throws {
        try check(
            cglpk_set_column_bounds(environment.engine, handle, Int32(clamping: column), kind, lower, upper))
    }

    /// Changes the bounds of a row; the basis stays dual feasible.
    public func setBounds(row: Int, lower: Double, upper: Double) throws {
        try Validation.index(row, below: rowCount, "row")
        try Validation.bounds(lower, upper, "row \(row)")
        try check(
            cglpk_set_row_bounds(
                environment.engine, handle, Int32(row), Problem.kind(lower, upper), lower, upper))
        data.rowLower[row] = lower
        data.rowUpper[row] = upper
    }

    /// Makes a column integer or continuous; bounds of a column made integer are rounded inwards.
    public func setInteger(_ isInteger: Bool, column: Int) throws {
        try Validation.index(column, below: columnCount, "column")
        let (lower, upper) = (data.lower[column], data.upper[column])
        let rounded = isInteger ? try Validation.integerBounds(lower, upper, "column \(column)") : (lower, upper)
        try check(cglpk_set_integer(environment.engine, handle, Int32(column), isInteger))
        data.integer[column] = isInteger
        if rounded != (lower, upper) { try setBounds(column: column, lower: rounded.0, upper: rounded.1) }
    }

    /// Deletes rows; those after them move up. The basis survives when every deleted row is basic (see ``basis()``),
    /// otherwise the next solve builds a new one.
    public func deleteRows(_ rows: [Int]) throws {
        guard !rows.isEmpty else { return }
        let doomed = try distinct(rows, below: rowCount, "row")
        try check(cglpk_delete_rows(environment.engine, handle, Int32(doomed.count), doomed))
        data.remove(rows: rows)
    }

    /// Deletes columns; those after them move down. The basis survives when every deleted column is non-basic (see
    /// ``basis()``), otherwise the next solve builds a new one.
    public func deleteColumns(_ columns: [Int]) throws {
        guard !columns.isEmpty else { return }
        let doomed = try distinct(columns, below: columnCount, "column")
        try check(cglpk_delete_columns(environment.engine, handle, Int32(doomed.count), doomed))
        data.remove(columns: columns)
    }

    private func distinct(_ indices: [Int], below count: Int, _ what: String) throws -> [Int32] {
        var seen = Set<Int>(minimumCapacity: indices.count)
        for index in indices {
            try Validation.index(index, below: count, what)
            guard seen.insert(index).inserted else { throw GLPKError(.badIndex, "\(what) \(index) is given twice") }
        }
        return indices.map { Int32($0) }
    }

    static func kind(_ lower: Double, _ upper: Double) -> Int32 {
        let kind =
            switch (lower.isFinite, upper.isFinite) {
            case (false, false): CGLPK_FREE
            case (true, false): CGLPK_LOWER
            case (false, true): CGLPK_UPPER
            // GLPK rejects a double bound whose ends are equal.
            case (true, true): lower == upper ? CGLPK_FIXED : CGLPK_DOUBLE
            }
        return Int32(kind)
    }
}

extension Validation {
    static func room(for more: Int, beside count: Int) throws {
        guard more <= largestCount - count else {
            throw GLPKError(.badInput, "\(more) more would be over \(largestCount)")
        }
    }
}
