import CGLPK

extension Problem {
    /// Solves the linear relaxation from the basis the problem has.
    ///
    /// To end early is a status, not an error. A stop (time, cancellation) takes a few milliseconds.
    /// - Throws: ``GLPKError/Code/singular`` or ``GLPKError/Code/numerical`` when no answer could be reached, a fatal code
    ///   when GLPK failed, ``GLPKError/Code/badInput`` for options out of range.
    public func simplex(_ options: SimplexOptions = .init()) throws -> SimplexResult {
        var native = try options.native()
        var result = cglpk_simplex_result()
        let status = cglpk_simplex(environment.engine, handle, &native, &result)
        // A forced stop is an answer too, though it has cost the environment.
        if status != CGLPK_INTERRUPTED { try check(status) }
        return SimplexResult(
            status: try Problem.status(result), objective: result.objective, iterations: Int(result.iterations),
            attempts: Int(result.attempts), seconds: result.seconds)
    }

    private static func status(_ result: cglpk_simplex_result) throws -> SimplexStatus {
        switch result.outcome {
        case CGLPK_LP_OPTIMAL: return .optimal
        case CGLPK_LP_INFEASIBLE: return .infeasible
        case CGLPK_LP_UNBOUNDED, CGLPK_LP_NEITHER: return .unbounded
        case CGLPK_LP_ITERATIONS: return .iterationLimit
        case CGLPK_LP_OBJECTIVE_LIMIT: return .objectiveLimit
        case CGLPK_LP_STOPPED: return result.stop == CGLPK_STOP_CANCELLED ? .cancelled : .timeLimit
        case CGLPK_LP_SINGULAR:
            throw GLPKError(.singular, "the basis is singular, ill-conditioned or of the wrong size")
        default: throw GLPKError(.numerical, "the simplex method found no answer in \(result.attempts) attempts")
        }
    }

    /// Values of the columns in the last basic solution.
    public func primalValues() throws -> [Double] {
        try vector(CGLPK_COLUMN_PRIMAL, count: columnCount)
    }

    /// Values of the rows (their activities) in the last basic solution.
    public func rowActivities() throws -> [Double] {
        try vector(CGLPK_ROW_PRIMAL, count: rowCount)
    }

    /// Dual values of the rows: what the objective would change by for one more unit of the row's bound.
    public func rowDuals() throws -> [Double] {
        try vector(CGLPK_ROW_DUAL, count: rowCount)
    }

    /// Reduced costs of the columns: cost minus the duals of the rows times the column's entries.
    public func reducedCosts() throws -> [Double] {
        try vector(CGLPK_COLUMN_DUAL, count: columnCount)
    }

    /// As ``primalValues()``, into a buffer that is kept when it has the right length.
    public func primalValues(into buffer: inout [Double]) throws {
        try fill(&buffer, CGLPK_COLUMN_PRIMAL, count: columnCount)
    }

    /// As ``rowActivities()``, into a buffer that is kept when it has the right length.
    public func rowActivities(into buffer: inout [Double]) throws {
        try fill(&buffer, CGLPK_ROW_PRIMAL, count: rowCount)
    }

    /// As ``rowDuals()``, into a buffer that is kept when it has the right length.
    public func rowDuals(into buffer: inout [Double]) throws {
        try fill(&buffer, CGLPK_ROW_DUAL, count: rowCount)
    }

    /// As ``reducedCosts()``, into a buffer that is kept when it has the right length.
    public func reducedCosts(into buffer: inout [Double]) throws {
        try fill(&buffer, CGLPK_COLUMN_DUAL, count: columnCount)
    }

    private func vector(_ which: cglpk_vector, count: Int) throws -> [Double] {
        var values: [Double] = []
        try fill(&values, which, count: count)
        return values
    }

    private func fill(_ buffer: inout [Double], _ which: cglpk_vector, count: Int) throws {
        if buffer.count != count { buffer = [Double](repeating: 0, count: count) }
        try check(cglpk_get_vector(environment.engine, handle, which, &buffer, Int32(count)))
    }
}
