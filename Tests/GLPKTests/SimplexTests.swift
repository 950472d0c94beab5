import Testing

@testable import GLPK

@Suite struct SimplexTests {
    @Test("a textbook problem has its known optimum, duals and reduced costs")
    func textbook() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            let result = try problem.simplex()
            #expect(result.status == .optimal)
            #expect(abs(result.objective + 36) < 1e-9)
            try #expect(problem.primalValues() == [2, 6])
            let duals = try problem.rowDuals()
            #expect(zip(duals, [0, -1.5, -1]).allSatisfy { abs($0 - $1) < 1e-9 })
            try #expect(problem.reducedCosts().allSatisfy { abs($0) < 1e-9 })
            try #expect(problem.rowActivities() == [2, 12, 18])
        }
    }

    @Test("the constant is part of every objective")
    func constant() throws {
        var program = Samples.wyndor()
        program.constant = 100
        program.addColumn(cost: 0, upper: 1, isInteger: true)
        try GLPK.run { [program] environment in
            let problem = try environment.problem(program)
            try #expect(abs(problem.simplex().objective - 64) < 1e-9)
            try #expect(abs(#require(problem.integer().objective) - 64) < 1e-9)
            try #expect(abs(problem.integer(.init(presolve: false)).bound - 64) < 1e-6)
            try problem.setConstant(-1)
            try #expect(abs(problem.simplex().objective + 37) < 1e-9)
        }
    }

    @Test("infeasible and unbounded problems are told apart", arguments: [false, true])
    func hopeless(presolve: Bool) throws {
        try GLPK.run { environment in
            var options = SimplexOptions()
            options.presolve = presolve
            var infeasible = Samples.wyndor()
            infeasible.addRow(lower: 100, columns: [0, 1], values: [1, 1])
            try #expect(environment.problem(infeasible).simplex(options).status == .infeasible)
            var unbounded = LinearProgram()
            unbounded.addColumn(cost: -1)
            unbounded.addColumn(cost: 0)
            unbounded.addRow(upper: 1, columns: [0, 1], values: [1, -1])
            try #expect(environment.problem(unbounded).simplex(options).status == .unbounded)
        }
    }

    @Test("problems without rows, without columns and without either are solved")
    func empty() throws {
        try GLPK.run { environment in
            var program = LinearProgram()
            program.constant = 5
            try #expect(environment.problem(program).simplex().objective == 5)
            try #expect(environment.problem(program).integer().objective == 5)
            program.addRow(lower: -1, upper: 1, columns: [], values: [])
            try #expect(environment.problem(program).simplex().objective == 5)
            program = LinearProgram()
            program.addColumn(cost: -2, upper: 3.5, isInteger: true)
            try #expect(environment.problem(program).simplex().objective == -6)
            try #expect(environment.problem(program).integer().objective == -6)
            try #expect(environment.problem(program).integer(.init(presolve: false)).objective == -6)
            try #expect(environment.problem(program).integer(.init(cutoff: -6)).status == .noneBelowCutoff)
        }
    }

    @Test("columns added to a live problem are priced in by a warm primal solve")
    func columns() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            _ = try problem.simplex()
            let added = try problem.addColumns([
                Column(cost: -4, rows: [2], values: [1]), Column(cost: 7, rows: [0, 1], values: [1, 1]),
            ])
            #expect(added == 2..<4)
            let result = try problem.simplex(.init(method: .primal))
            #expect(result.status == .optimal)
            // The third row is better filled by the new column than by x.
            #expect(abs(result.objective + 54) < 1e-9 || result.objective < -36)
            #expect(abs(problem.objective(of: try problem.primalValues()) - result.objective) < 1e-9)
            #expect(problem.violation(of: try problem.primalValues()) < 1e-7)
        }
    }

    @Test("rows added, bounds and costs changed and rows deleted are solved on from the basis")
    func edits() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            _ = try problem.simplex()
            try #expect(problem.addRows([Row(upper: 7, columns: [0, 1], values: [1, 1])]) == 3..<4)
            try #expect(abs(problem.simplex().objective + 33) < 1e-9)
            try problem.setBounds(row: 3, lower: -.infinity, upper: .infinity)
            try #expect(abs(problem.simplex().objective + 36) < 1e-9)
            try problem.deleteRows([3])
            try problem.setBounds(column: 1, lower: 0, upper: 5)
            try #expect(abs(problem.simplex().objective + 33) < 1e-9)
            try problem.setCost(-10, column: 0)
            try #expect(abs(problem.simplex(.init(method: .primal)).objective + 55) < 1e-9)
            try problem.deleteRows([0, 2])
            try problem.setBounds(column: 0, lower: 1, upper: 1)
            try #expect(abs(problem.simplex().objective + 35) < 1e-9)
            try problem.deleteColumns([1])
            try #expect(abs(problem.simplex().objective + 10) < 1e-9)
            #expect(problem.rowCount == 1 && problem.columnCount == 1 && problem.entryCount == 0)
        }
    }

    @Test("random edits give the optimum of the problem built afresh")
    func randomEdits() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("random edits: seed \(seed)")
        try GLPK.run { environment in
            var random = Seeded(seed)
            for _ in 0..<60 {
                let program = Samples.random(columns: 8, rows: 5, continuous: 8, using: &random)
                let problem = try environment.problem(program)
                for _ in 0..<6 {
                    let warm = try problem.simplex(
                        .init(method: [.primal, .dual, .dualThenPrimal].randomElement(using: &random) ?? .primal))
                    let cold = try environment.problem(try problem.program()).simplex()
                    #expect(warm.status == cold.status)
                    if warm.status == .optimal { #expect(abs(warm.objective - cold.objective) < 1e-6) }
                    try randomEdit(problem, using: &random)
                }
            }
        }
    }

    private func randomEdit(_ problem: Problem, using random: inout Seeded) throws {
        let column = Int.random(in: 0..<problem.columnCount, using: &random)
        let row = Int.random(in: 0..<problem.rowCount, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try problem.setCost(Double(Int.random(in: -9...9, using: &random)), column: column)
        case 1:
            let lower = Double(Int.random(in: -1...1, using: &random))
            try problem.setBounds(column: column, lower: lower, upper: lower + 1)
        case 2:
            try problem.addRows([Row(upper: 4, columns: [Int32(column)], values: [2])])
        case 3:
            try problem.addColumns([Column(cost: -2, upper: 2, rows: [Int32(row)], values: [1])])
        case 4 where problem.rowCount > 1: try problem.deleteRows([row])
        case 5 where problem.columnCount > 1: try problem.deleteColumns([column])
        default: try problem.setBounds(row: row, lower: -4, upper: 4)
        }
    }

    @Test("strong duality holds on random problems")
    func duality() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("duality: seed \(seed)")
        try GLPK.run { environment in
            var random = Seeded(seed)
            for _ in 0..<200 {
                let program = Samples.random(columns: 7, rows: 5, continuous: 7, using: &random)
                let problem = try environment.problem(program)
                let result = try problem.simplex()
                guard result.status == .optimal else { continue }
                let (duals, reduced) = (try problem.rowDuals(), try problem.reducedCosts())
                var dualObjective = program.constant
                for (row, dual) in duals.enumerated() where abs(dual) > 1e-9 {
                    dualObjective += dual * (dual > 0 ? program.rowLowerBounds[row] : program.rowUpperBounds[row])
                }
                for (column, cost) in reduced.enumerated() where abs(cost) > 1e-9 {
                    dualObjective += cost * (cost > 0 ? program.lowerBounds[column] : program.upperBounds[column])
                }
                #expect(abs(dualObjective - result.objective) < 1e-6)
            }
        }
    }

    @Test("a basis taken from one problem starts another at its optimum")
    func basisTransfer() throws {
        let program = Samples.covering(sets: 200, rows: 100, cover: 8, seed: 3)
        try GLPK.run { environment in
            let first = try environment.problem(program)
            let cold = try first.simplex()
            #expect(cold.iterations > 10)
            let second = try environment.problem(program)
            try second.setBasis(try first.basis())
            let warm = try second.simplex()
            #expect(warm.status == .optimal && warm.iterations <= 1)
            #expect(abs(warm.objective - cold.objective) < 1e-6)
            let basis = try second.basis()
            #expect((basis.columns + basis.rows).count { $0 == .basic } == 100)
        }
    }

    @Test("vectors fill a buffer of the right length in place")
    func buffers() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            _ = try problem.simplex()
            var values = [9.0, 9.0]
            let before = values.withUnsafeBufferPointer { $0.baseAddress }
            try problem.primalValues(into: &values)
            #expect(values == [2, 6])
            #expect(values.withUnsafeBufferPointer { $0.baseAddress } == before)
            try problem.rowDuals(into: &values)
            #expect(values.count == 3)
        }
    }

    @Test("an iteration limit and an objective limit end a solve as a status")
    func limits() throws {
        let program = Samples.covering(sets: 300, rows: 200, cover: 8, seed: 4)
        try GLPK.run { environment in
            let problem = try environment.problem(program)
            let cut = try problem.simplex(.init(iterationLimit: 3))
            #expect(cut.status == .iterationLimit && cut.iterations <= 4)
            let whole = try problem.simplex()
            #expect(whole.status == .optimal)
            var options = SimplexOptions(method: .dual)
            options.objectiveLimit = whole.objective / 2
            options.advancedBasis = .never
            try #expect(environment.problem(program).simplex(options).status == .objectiveLimit)
        }
    }

    @Test("options out of range are refused")
    func badOptions() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            var options = SimplexOptions(timeLimit: .nan)
            #expect(throws: GLPKError(.badInput, "")) { try problem.simplex(options) }
            options = SimplexOptions()
            options.pivotTolerance = 0
            #expect(throws: GLPKError(.badInput, "")) { try problem.simplex(options) }
            #expect(throws: GLPKError(.badInput, "")) { try problem.integer(.init(relativeGap: -1)) }
            #expect(throws: GLPKError(.badInput, "")) { try problem.integer(.init(cutoff: .nan)) }
            try #expect(problem.simplex().status == .optimal)
        }
    }
}

extension Problem {
    /// The live problem as a value, from this module's own copy.
    func program() throws -> LinearProgram {
        var program = LinearProgram()
        program.constant = data.constant
        for column in data.costs.indices {
            program.addColumn(
                cost: data.costs[column], lower: data.lower[column], upper: data.upper[column],
                isInteger: data.integer[column])
        }
        for row in 0..<rowCount {
            let entries = data.entryRows.indices.filter { data.entryRows[$0] == Int32(row) }
            program.addRow(
                lower: data.rowLower[row], upper: data.rowUpper[row], columns: entries.map { data.entryColumns[$0] },
                values: entries.map { data.entryValues[$0] })
        }
        return program
    }
}
