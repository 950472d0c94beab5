/// A minimisation problem as a value: costs, bounds and rows, to be handed to ``Environment/problem(_:)``.
///
/// Minimise `constant + Σ cost·x` with `rowLower ≤ A·x ≤ rowUpper` and `lower ≤ x ≤ upper`, some columns integer. Columns
/// and rows are numbered from 0 in the order they are added. The matrix is kept by rows (compressed sparse rows): the
/// entries of row `i` are `rowStarts[i] ..< rowStarts[i + 1]` of `entryColumns` and `entryValues`. Nothing is checked
/// while adding; ``Environment/problem(_:)`` checks it all and names the first fault.
public struct LinearProgram: Sendable, Equatable {
    /// Added to every objective value.
    public var constant = 0.0
    /// Objective coefficient of each column.
    public internal(set) var costs: [Double] = []
    /// Lower bound of each column, `-.infinity` for none.
    public internal(set) var lowerBounds: [Double] = []
    /// Upper bound of each column, `.infinity` for none.
    public internal(set) var upperBounds: [Double] = []
    /// Whether each column must be integer.
    public internal(set) var integrality: [Bool] = []
    /// Lower bound of each row, `-.infinity` for none.
    public internal(set) var rowLowerBounds: [Double] = []
    /// Upper bound of each row, `.infinity` for none.
    public internal(set) var rowUpperBounds: [Double] = []
    /// Where each row's entries begin; one longer than there are rows.
    public internal(set) var rowStarts: [Int] = [0]
    /// Column of each entry.
    public internal(set) var entryColumns: [Int32] = []
    /// Coefficient of each entry.
    public internal(set) var entryValues: [Double] = []
    /// Names by column, only those that were given.
    public internal(set) var columnNames: [Int: String] = [:]
    /// Names by row, only those that were given.
    public internal(set) var rowNames: [Int: String] = [:]

    /// The first row given with unequal numbers of columns and values, for the check to reject.
    var unevenRow: Int?

    /// A problem without columns and rows.
    public init() {}

    /// Number of columns.
    public var columnCount: Int { costs.count }
    /// Number of rows.
    public var rowCount: Int { rowLowerBounds.count }
    /// Number of matrix entries.
    public var entryCount: Int { entryValues.count }

    /// Makes room, for problems whose size is known beforehand.
    public mutating func reserve(columns: Int, rows: Int, entries: Int) {
        costs.reserveCapacity(columns)
        lowerBounds.reserveCapacity(columns)
        upperBounds.reserveCapacity(columns)
        integrality.reserveCapacity(columns)
        rowLowerBounds.reserveCapacity(rows)
        rowUpperBounds.reserveCapacity(rows)
        rowStarts.reserveCapacity(rows + 1)
        entryColumns.reserveCapacity(entries)
        entryValues.reserveCapacity(entries)
    }

    /// Adds a column and returns its index.
    ///
    /// Bounds of an integer column are rounded inwards when the problem is handed to GLPK. A name is used in written files
    /// and messages only (at most 255 bytes).
    @discardableResult
    public mutating func addColumn(
        cost: Double, lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false, name: String? = nil
    ) -> Int {
        costs.append(cost)
        lowerBounds.append(lower)
        upperBounds.append(upper)
        integrality.append(isInteger)
        if let name { columnNames[costs.count - 1] = name }
        return costs.count - 1
    }

    /// Adds the row `lower ≤ Σ values[k]·x[columns[k]] ≤ upper` and returns its index.
    ///
    /// `columns` and `values` have the same length and no column twice.
    @discardableResult
    public mutating func addRow(
        lower: Double = -.infinity, upper: Double = .infinity, columns: [Int32], values: [Double], name: String? = nil
    ) -> Int {
        rowLowerBounds.append(lower)
        rowUpperBounds.append(upper)
        // Lengths that do not fit must not shift the rows after this one.
        if columns.count != values.count, unevenRow == nil { unevenRow = rowLowerBounds.count - 1 }
        entryColumns.append(contentsOf: columns.prefix(values.count))
        entryValues.append(contentsOf: values.prefix(columns.count))
        rowStarts.append(entryColumns.count)
        if let name { rowNames[rowLowerBounds.count - 1] = name }
        return rowLowerBounds.count - 1
    }

    /// Entries of a row; empty for an index outside.
    public func row(_ index: Int) -> (columns: ArraySlice<Int32>, values: ArraySlice<Double>) {
        guard rowLowerBounds.indices.contains(index) else { return ([], []) }
        let range = rowStarts[index]..<rowStarts[index + 1]
        return (entryColumns[range], entryValues[range])
    }

    /// Changes the objective coefficient of a column that exists.
    public mutating func setCost(_ cost: Double, column: Int) {
        guard costs.indices.contains(column) else { return }
        costs[column] = cost
    }

    /// Changes the bounds of a column that exists.
    public mutating func setBounds(column: Int, lower: Double, upper: Double) {
        guard costs.indices.contains(column) else { return }
        lowerBounds[column] = lower
        upperBounds[column] = upper
    }

    /// Changes the bounds of a row that exists.
    public mutating func setBounds(row: Int, lower: Double, upper: Double) {
        guard rowLowerBounds.indices.contains(row) else { return }
        rowLowerBounds[row] = lower
        rowUpperBounds[row] = upper
    }

    /// Objective value of a point, the constant included; NaN when its length is not the number of columns.
    public func objective(of x: [Double]) -> Double {
        ProblemData(self).objective(of: x)
    }

    /// Largest violation of a bound, a row or an integrality, relative to the size of the bound it breaks.
    ///
    /// Columns and rows count `excess / max(1, |bound|)`, integer columns their distance to the nearest integer. 0 is
    /// feasible to the last bit, up to about 1e-6 is what a solver calls feasible; `.infinity` for a point of wrong length
    /// or with NaN in it.
    public func violation(of x: [Double]) -> Double {
        ProblemData(self).violation(of: x).amount
    }
}
