/// A column to be added to a live problem.
public struct Column: Sendable, Equatable {
    /// Objective coefficient.
    public var cost: Double
    /// Lower bound, `-.infinity` for none.
    public var lower: Double
    /// Upper bound, `.infinity` for none.
    public var upper: Double
    /// Rows the column has entries in, none twice.
    public var rows: [Int32]
    /// The entries, as many as rows.
    public var values: [Double]
    /// Whether the column must be integer in ``Problem/integer(_:start:onIncumbent:)``.
    public var isInteger: Bool

    /// A column with its entries.
    public init(
        cost: Double, lower: Double = 0, upper: Double = .infinity, rows: [Int32], values: [Double],
        isInteger: Bool = false
    ) {
        self.cost = cost
        self.lower = lower
        self.upper = upper
        self.rows = rows
        self.values = values
        self.isInteger = isInteger
    }
}

/// A row to be added to a live problem.
public struct Row: Sendable, Equatable {
    /// Lower bound, `-.infinity` for none.
    public var lower: Double
    /// Upper bound, `.infinity` for none.
    public var upper: Double
    /// Columns the row has entries in, none twice.
    public var columns: [Int32]
    /// The entries, as many as columns.
    public var values: [Double]

    /// A row with its entries.
    public init(lower: Double = -.infinity, upper: Double = .infinity, columns: [Int32], values: [Double]) {
        self.lower = lower
        self.upper = upper
        self.columns = columns
        self.values = values
    }
}

/// Several sparse vectors in one compressed block, as the C calls take them.
struct PackedVectors {
    var starts: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Double] = []

    mutating func append(_ indices: [Int32], _ values: [Double]) {
        self.indices.append(contentsOf: indices)
        self.values.append(contentsOf: values)
        starts.append(Int32(truncatingIfNeeded: self.indices.count))
    }

    /// GLPK counts entries in 32 bits.
    func checkSize() throws {
        guard indices.count <= 500_000_000 else { throw GLPKError(.badInput, "over 500 million entries at once") }
    }
}
