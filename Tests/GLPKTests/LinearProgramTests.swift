import Testing

@testable import GLPK

@Suite struct LinearProgramTests {
    @Test("columns and rows are numbered in order and kept by rows")
    func shape() {
        var program = LinearProgram()
        #expect(program.addColumn(cost: 1) == 0)
        #expect(program.addColumn(cost: 2, lower: -1, upper: 4, isInteger: true, name: "y") == 1)
        #expect(program.addRow(upper: 3, columns: [0, 1], values: [1, 2], name: "r") == 0)
        #expect(program.addRow(lower: 1, upper: 1, columns: [1], values: [5]) == 1)
        #expect(program.columnCount == 2 && program.rowCount == 2 && program.entryCount == 3)
        #expect(program.rowStarts == [0, 2, 3] && program.entryColumns == [0, 1, 1])
        #expect(Array(program.row(1).values) == [5] && program.row(2).values.isEmpty)
        #expect(program.columnNames == [1: "y"] && program.rowNames == [0: "r"])
        program.setCost(7, column: 0)
        program.setBounds(column: 1, lower: 0, upper: 2)
        program.setBounds(row: 1, lower: 0, upper: 10)
        #expect(program.costs == [7, 2] && program.upperBounds[1] == 2 && program.rowUpperBounds == [3, 10])
    }

    @Test("objective and violation are those of the definition")
    func evaluation() {
        var program = Samples.wyndor()
        program.constant = 1
        #expect(program.objective(of: [2, 6]) == -35)
        #expect(program.violation(of: [2, 6]) == 0)
        #expect(program.violation(of: [4, 6]) == 6.0 / 18)
        #expect(program.violation(of: [-0.5, 0]) == 0.5)
        #expect(program.violation(of: [1]) == .infinity)
        #expect(program.violation(of: [.nan, 0]) == .infinity)
        program.addColumn(cost: 0, isInteger: true)
        #expect(program.violation(of: [0, 0, 2.25]) == 0.25)
        #expect(program.objective(of: [1]).isNaN)
    }
}
