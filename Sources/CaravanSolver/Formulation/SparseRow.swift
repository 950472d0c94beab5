/// A row in the making: `Σ values·columns + constant`.
struct SparseRow {
    private(set) var columns: [Int32] = []
    private(set) var values: [Double] = []
    /// What the columns do not carry; moved to the other side when the row is added.
    private(set) var constant = 0.0

    var isEmpty: Bool { columns.isEmpty }

    /// Adds a term; no column may come twice.
    mutating func add(_ value: Double, _ column: Int) {
        if value == 0 { return }
        columns.append(Int32(column))
        values.append(value)
    }

    /// Adds a constant.
    mutating func add(constant value: Double) { constant += value }
}
