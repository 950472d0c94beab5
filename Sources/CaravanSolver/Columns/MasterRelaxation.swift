import GLPK

/// The linear relaxation of a session master, solved by GLPK's simplex from the basis of the one before.
struct MasterRelaxation: Sendable {
    /// Where columns and rows stood, by what they stand for: most of the next master's are the same.
    struct Statuses: Sendable {
        var columns: [SessionMaster.Column: BasisStatus] = [:]
        var rows: [SessionMaster.Row: BasisStatus] = [:]

        /// A basis of a master as far as known; nil where nothing is. What is new stays out: columns at 0, rows slack. Where rows
        /// have gone whose columns are in the basis, new rows are tight instead of slack; GLPK mends what is singular.
        func basis(of master: SessionMaster) -> Basis? {
            if columns.isEmpty { return nil }
            var basis = Basis(
                columns: master.columns.map { columns[$0] ?? .atLower }, rows: master.rows.map { rows[$0] ?? .basic })
            var excess = (basis.columns + basis.rows).count { $0 == .basic } - basis.rows.count
            for at in basis.rows.indices where excess > 0 && rows[master.rows[at]] == nil {
                basis.rows[at] = .atUpper
                excess -= 1
            }
            for at in basis.rows.indices where excess < 0 && basis.rows[at] != .basic {
                basis.rows[at] = .basic
                excess += 1
            }
            return excess == 0 ? basis : nil
        }
    }

    /// What came out.
    struct Solution: Sendable {
        let isOptimal: Bool
        /// Points.
        let objective: Double
        /// By row: what one more unit of its limit changes, points.
        let duals: [Double]
        /// By column, points.
        let reducedCosts: [Double]
        let statuses: Statuses
        let iterations: Int
    }

    /// Solves within limits; what GLPK had by then is the start of the next time.
    /// - Throws: `GLPKError` where GLPK fails.
    static func solve(
        _ master: SessionMaster, from statuses: Statuses, _ limits: SimplexOptions, _ cancellation: Cancellation
    ) throws -> Solution {
        let basis = statuses.basis(of: master)
        return try GLPK.run(memoryLimitMB: IntegerProgram.memoryLimitMB, cancellation: cancellation) { environment in
            let problem = try environment.problem(master.program)
            var options = limits
            if let basis {
                try problem.setBasis(basis)
                options.method = .primal
                options.advancedBasis = .never
            }
            let result = try problem.simplex(options)
            let end = try problem.basis()
            var statuses = Statuses()
            for (column, status) in zip(master.columns, end.columns) where status != .atLower {
                statuses.columns[column] = status
            }
            for (row, status) in zip(master.rows, end.rows) { statuses.rows[row] = status }
            return Solution(
                isOptimal: result.status == .optimal, objective: result.objective, duals: try problem.rowDuals(),
                reducedCosts: try problem.reducedCosts(), statuses: statuses, iterations: result.iterations)
        }
    }
}
