import CGLPK

/// A live problem inside an ``Environment``: solved, changed, solved again from the basis it has.
///
/// Good only on its run's thread and until its environment is lost to a fatal failure; every method throws
/// ``GLPKError/Code/deadProblem`` or ``GLPKError/Code/wrongThread`` after that. Columns and rows are numbered from 0.
public final class Problem {
    let environment: Environment
    let handle: OpaquePointer
    var data: ProblemData
    var marks: [Int32] = []

    init(_ program: LinearProgram, in environment: Environment) throws {
        try Validation.program(program)
        var data = ProblemData(program)
        for column in data.costs.indices where data.integer[column] {
            (data.lower[column], data.upper[column]) = try Validation.integerBounds(
                data.lower[column], data.upper[column], "integer column \(column)")
        }
        self.environment = environment
        self.data = data
        handle = try Problem.create(data, in: environment)
        try setNames(of: program)
    }

    deinit {
        cglpk_problem_destroy(environment.engine, handle)
    }

    private static func create(_ data: ProblemData, in environment: Environment) throws -> OpaquePointer {
        var handle: OpaquePointer?
        var model = cglpk_model()
        model.columns = Int32(data.columnCount)
        model.rows = Int32(data.rowCount)
        model.entries = data.entryValues.count
        model.constant = data.constant
        // The C call reads the arrays while their owners are borrowed by these closures, and keeps no pointer.
        let status = data.costs.withUnsafeBufferPointer { costs in
            model.cost = costs.baseAddress
            return data.withBounds { lower, upper, rowLower, rowUpper in
                model.column_lower = lower
                model.column_upper = upper
                model.row_lower = rowLower
                model.row_upper = rowUpper
                return data.withEntries { integer, rows, columns, values in
                    model.is_integer = integer
                    model.entry_row = rows
                    model.entry_column = columns
                    model.entry_value = values
                    return cglpk_problem_create(environment.engine, &model, &handle)
                }
            }
        }
        try environment.check(status)
        guard let handle else { throw GLPKError(.internal, "GLPK made no problem") }
        return handle
    }

    private func setNames(of program: LinearProgram) throws {
        for (column, name) in program.columnNames { try setName(name, isRow: false, index: column) }
        for (row, name) in program.rowNames { try setName(name, isRow: true, index: row) }
    }

    /// Sets a name without looking at its length or at the index: for callers that have.
    func setName(_ name: String, isRow: Bool, index: Int) throws {
        try check(cglpk_set_name(environment.engine, handle, isRow, Int32(clamping: index), name))
    }

    func check(_ status: cglpk_status) throws {
        try environment.check(status)
    }

    /// Number of columns.
    public var columnCount: Int { data.columnCount }
    /// Number of rows.
    public var rowCount: Int { data.rowCount }
    /// Number of matrix entries.
    public var entryCount: Int { data.entryValues.count }

    /// Whether the problem can still be used on this thread.
    public var isAlive: Bool {
        cglpk_engine_is_current(environment.engine) && cglpk_problem_is_alive(environment.engine, handle)
    }

    /// Terminal output of the last solve in this problem's environment.
    public var log: String { environment.log }

    /// Objective value of a point, the constant included; NaN when its length is wrong.
    public func objective(of x: [Double]) -> Double {
        data.objective(of: x)
    }

    /// Largest violation of a point, measured as in ``LinearProgram/violation(of:)``, against this module's own copy.
    public func violation(of x: [Double]) -> Double {
        data.violation(of: x).amount
    }
}

extension ProblemData {
    func withBounds<R>(
        _ body: (UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?) -> R
    ) -> R {
        lower.withUnsafeBufferPointer { lower in
            upper.withUnsafeBufferPointer { upper in
                rowLower.withUnsafeBufferPointer { rowLower in
                    rowUpper.withUnsafeBufferPointer { rowUpper in
                        body(lower.baseAddress, upper.baseAddress, rowLower.baseAddress, rowUpper.baseAddress)
                    }
                }
            }
        }
    }

    func withEntries<R>(
        _ body: (UnsafePointer<Bool>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, UnsafePointer<Double>?) -> R
    ) -> R {
        integer.withUnsafeBufferPointer { integer in
            entryRows.withUnsafeBufferPointer { rows in
                entryColumns.withUnsafeBufferPointer { columns in
                    entryValues.withUnsafeBufferPointer { values in
                        body(integer.baseAddress, rows.baseAddress, columns.baseAddress, values.baseAddress)
                    }
                }
            }
        }
    }
}
