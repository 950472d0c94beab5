/// Our own copy of a live problem, against which every start and every solution is checked.
///
/// GLPK accepts a start without looking at the rows, and answers for none of its results: this copy shares nothing with it.
/// The matrix is kept as triplets in no particular order, which is also what GLPK's bulk load takes.
struct ProblemData {
    var constant: Double
    var costs: [Double]
    var lower: [Double]
    var upper: [Double]
    var integer: [Bool]
    var rowLower: [Double]
    var rowUpper: [Double]
    var entryRows: [Int32]
    var entryColumns: [Int32]
    var entryValues: [Double]

    init(_ program: LinearProgram) {
        constant = program.constant
        costs = program.costs
        lower = program.lowerBounds
        upper = program.upperBounds
        integer = program.integrality
        rowLower = program.rowLowerBounds
        rowUpper = program.rowUpperBounds
        entryColumns = program.entryColumns
        entryValues = program.entryValues
        entryRows = []
        entryRows.reserveCapacity(entryColumns.count)
        for row in 0..<program.rowCount {
            let length = program.rowStarts[row + 1] - program.rowStarts[row]
            entryRows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: length))
        }
    }

    var columnCount: Int { costs.count }
    var rowCount: Int { rowLower.count }

    /// The worst violation of a point and where it is, in words.
    struct Violation {
        var amount = 0.0
        var place = "nowhere"

        mutating func note(_ excess: Double, bound: Double, _ place: @autoclosure () -> String) {
            let scaled = excess / max(1, abs(bound))
            if scaled > amount {
                amount = scaled
                self.place = place()
            }
        }
    }

    func objective(of x: [Double]) -> Double {
        guard x.count == columnCount else { return .nan }
        var total = constant
        for column in costs.indices { total += costs[column] * x[column] }
        return total
    }

    func violation(of x: [Double]) -> Violation {
        guard x.count == columnCount else {
            return Violation(amount: .infinity, place: "\(x.count) values for \(columnCount) columns")
        }
        var worst = Violation()
        for (column, value) in x.enumerated() {
            guard value.isFinite else { return Violation(amount: .infinity, place: "column \(column) is \(value)") }
            worst.note(lower[column] - value, bound: lower[column], "column \(column) below its lower bound")
            worst.note(value - upper[column], bound: upper[column], "column \(column) above its upper bound")
            if integer[column] { worst.note(abs(value - value.rounded()), bound: 1, "column \(column) is not integer") }
        }
        let activities = activities(of: x)
        for (row, value) in activities.enumerated() {
            guard value.isFinite else { return Violation(amount: .infinity, place: "row \(row) overflows") }
            worst.note(rowLower[row] - value, bound: rowLower[row], "row \(row) below its lower bound")
            worst.note(value - rowUpper[row], bound: rowUpper[row], "row \(row) above its upper bound")
        }
        return worst
    }

    private func activities(of x: [Double]) -> [Double] {
        var activities = [Double](repeating: 0, count: rowCount)
        for entry in entryValues.indices {
            activities[Int(entryRows[entry])] += entryValues[entry] * x[Int(entryColumns[entry])]
        }
        return activities
    }

    // MARK: Following the live problem

    mutating func append(_ columns: [Column]) {
        for column in columns {
            let index = Int32(truncatingIfNeeded: costs.count)
            costs.append(column.cost)
            lower.append(column.lower)
            upper.append(column.upper)
            integer.append(column.isInteger)
            entryRows.append(contentsOf: column.rows)
            entryColumns.append(contentsOf: repeatElement(index, count: column.rows.count))
            entryValues.append(contentsOf: column.values)
        }
    }

    mutating func append(_ rows: [Row]) {
        for row in rows {
            let index = Int32(truncatingIfNeeded: rowLower.count)
            rowLower.append(row.lower)
            rowUpper.append(row.upper)
            entryColumns.append(contentsOf: row.columns)
            entryRows.append(contentsOf: repeatElement(index, count: row.columns.count))
            entryValues.append(contentsOf: row.values)
        }
    }

    mutating func remove(rows doomed: [Int]) {
        let target = ProblemData.targets(count: rowCount, removing: doomed)
        rowLower = ProblemData.kept(rowLower, target)
        rowUpper = ProblemData.kept(rowUpper, target)
        compact { row, column in target[Int(row)] < 0 ? nil : (target[Int(row)], column) }
    }

    mutating func remove(columns doomed: [Int]) {
        let target = ProblemData.targets(count: columnCount, removing: doomed)
        costs = ProblemData.kept(costs, target)
        lower = ProblemData.kept(lower, target)
        upper = ProblemData.kept(upper, target)
        integer = ProblemData.kept(integer, target)
        compact { row, column in target[Int(column)] < 0 ? nil : (row, target[Int(column)]) }
    }

    /// New index of each element, -1 for those removed.
    private static func targets(count: Int, removing doomed: [Int]) -> [Int32] {
        var target = [Int32](repeating: 0, count: count)
        for index in doomed { target[index] = -1 }
        var next: Int32 = 0
        for index in target.indices where target[index] == 0 {
            target[index] = next
            next += 1
        }
        return target
    }

    private static func kept<Element>(_ elements: [Element], _ target: [Int32]) -> [Element] {
        elements.indices.filter { target[$0] >= 0 }.map { elements[$0] }
    }

    private mutating func compact(_ move: (Int32, Int32) -> (Int32, Int32)?) {
        var next = 0
        for entry in entryValues.indices {
            guard let (row, column) = move(entryRows[entry], entryColumns[entry]) else { continue }
            entryRows[next] = row
            entryColumns[next] = column
            entryValues[next] = entryValues[entry]
            next += 1
        }
        let surplus = entryValues.count - next
        entryRows.removeLast(surplus)
        entryColumns.removeLast(surplus)
        entryValues.removeLast(surplus)
    }
}
