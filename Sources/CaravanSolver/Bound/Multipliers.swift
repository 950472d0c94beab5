/// Lagrange multipliers of all rows, points per unit, by row.
struct Multipliers: Sendable {
    /// At least 0.
    var value: [Double]

    /// All rows at price 0, cover cuts aside.
    init(_ rows: RowTable) { value = Array(repeating: 0, count: rows.plainCount) }

    /// Makes room for further rows, at price 0.
    mutating func extend(to count: Int) {
        value.append(contentsOf: repeatElement(0, count: count - value.count))
    }
}
