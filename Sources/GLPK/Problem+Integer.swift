import CGLPK

extension Problem {
    /// Solves the integer program by branch and cut.
    ///
    /// The search runs on a copy: bounds, basis and LP solution of this problem stay as they are. With
    /// ``IntegerOptions/presolve`` off it starts from this problem's basis.
    ///
    /// - Parameters:
    ///   - options: limits and settings.
    ///   - start: a known solution. It is checked, its objective becomes the cutoff, and it is the result when nothing
    ///     better is found.
    ///   - onIncumbent: called on this thread for each better solution. It cannot throw and must not call into GLPK: every
    ///     call on an environment or problem answers ``GLPKError/Code/busy`` there. Raising a ``Cancellation`` is allowed.
    /// - Throws: ``GLPKError/Code/infeasibleStart``, ``GLPKError/Code/badInput``, ``GLPKError/Code/numerical`` when a
    ///   relaxation could not be solved or a solution does not stand up to the check, or a fatal code when GLPK failed.
    public func integer(
        _ options: IntegerOptions = .init(), start: [Double]? = nil, onIncumbent: ((Incumbent) -> Void)? = nil
    ) throws -> IntegerResult {
        let startObjective = try start.map { try check(start: $0, tolerance: options.tolerance) }
        var native = try options.native(columns: columnCount, start: startObjective)
        var raw = cglpk_integer_result()
        var values = [Double](repeating: 0, count: columnCount)
        let status = withIncumbentContext(onIncumbent) { function, context in
            cglpk_integer(environment.engine, handle, &native, function, context, &values, &raw)
        }
        // A forced stop is an answer too, though it has cost the environment.
        if status != CGLPK_INTERRUPTED { try check(status) }
        let search = try SearchOutcome(raw, values: values, data: data, options: options)
        return search.result(start: start, startObjective: startObjective, cutoff: options.cutoff, log: log)
    }

    private func check(start: [Double], tolerance: Double) throws -> Double {
        let violation = data.violation(of: start)
        guard violation.amount <= tolerance else {
            throw GLPKError(.infeasibleStart, "the start breaks the problem by \(violation.amount): \(violation.place)")
        }
        return data.objective(of: start)
    }

    /// Gives C a function and a context that hand incumbents on to a closure.
    ///
    /// The function is a Swift frame above GLPK's, but it has returned before GLPK can fail again, so no jump crosses it.
    private func withIncumbentContext<R>(
        _ report: ((Incumbent) -> Void)?, _ body: (cglpk_incumbent?, UnsafeMutableRawPointer?) -> R
    ) -> R {
        guard let report else { return body(nil, nil) }
        let receiver = IncumbentReceiver(report)
        return withExtendedLifetime(receiver) {
            body(
                { context, objective, values, count, bound, nodes, seconds in
                    guard let context, let values else { return }
                    let receiver = Unmanaged<IncumbentReceiver>.fromOpaque(context).takeUnretainedValue()
                    let copy = [Double](UnsafeBufferPointer(start: values, count: Int(count)))
                    receiver.report(
                        Incumbent(
                            objective: objective, values: copy, bound: bound, nodes: Int(nodes), seconds: seconds))
                }, Unmanaged.passUnretained(receiver).toOpaque())
        }
    }
}

private final class IncumbentReceiver {
    let report: (Incumbent) -> Void

    init(_ report: @escaping (Incumbent) -> Void) {
        self.report = report
    }
}

/// What the search itself came to, its solution checked, before it is weighed against the start.
private struct SearchOutcome {
    let raw: cglpk_integer_result
    var solution: (values: [Double], objective: Double)?

    init(_ raw: cglpk_integer_result, values: [Double], data: ProblemData, options: IntegerOptions) throws {
        self.raw = raw
        if raw.has_solution { solution = try SearchOutcome.verified(values, data, options.tolerance) }
        if raw.outcome == CGLPK_IP_NUMERICAL, solution == nil {
            throw GLPKError(.numerical, "a relaxation could not be solved")
        }
        if raw.outcome == CGLPK_IP_BAD_BOUNDS { throw GLPKError(.internal, "GLPK rejects the bounds") }
    }

    private static func verified(_ values: [Double], _ data: ProblemData, _ tolerance: Double) throws
        -> ([Double], Double)
    {
        var values = values
        for column in values.indices where data.integer[column] { values[column].round() }
        let violation = data.violation(of: values)
        guard violation.amount <= tolerance else {
            throw GLPKError(
                .numerical, "GLPK's solution breaks the problem by \(violation.amount): \(violation.place)")
        }
        return (values, data.objective(of: values))
    }

    func result(start: [Double]?, startObjective: Double?, cutoff: Double, log: String) -> IntegerResult {
        var best = solution
        if let found = best, found.objective >= cutoff { best = nil }
        var isStart = false
        if let start, let startObjective, startObjective <= best?.objective ?? .infinity,
            best != nil || startObjective < cutoff
        {
            best = (start, startObjective)
            isStart = true
        }
        let ceiling = min(cutoff, startObjective ?? .infinity)
        let status = status(hasSolution: best != nil, ceiling: ceiling)
        return IntegerResult(
            status: status, objective: best?.objective, values: best?.values,
            bound: bound(status, best?.objective, ceiling), rootRelaxation: raw.root, nodes: Int(raw.nodes),
            iterations: Int(raw.iterations), seconds: raw.seconds, isStart: isStart, log: log)
    }

    private func status(hasSolution: Bool, ceiling: Double) -> IntegerStatus {
        switch raw.outcome {
        case CGLPK_IP_EXHAUSTED:
            hasSolution ? .optimal : ceiling < .infinity ? .noneBelowCutoff : .infeasible
        case CGLPK_IP_GAP: hasSolution ? .optimal : .noSolution
        case CGLPK_IP_INFEASIBLE: hasSolution ? .optimal : .infeasible
        case CGLPK_IP_UNBOUNDED: .unbounded
        case CGLPK_IP_STOPPED where raw.stop == CGLPK_STOP_CANCELLED: .cancelled
        default: hasSolution ? .feasible : .noSolution
        }
    }

    private func bound(_ status: IntegerStatus, _ objective: Double?, _ ceiling: Double) -> Double {
        switch status {
        case .infeasible: .infinity
        case .unbounded: -.infinity
        case .noneBelowCutoff: ceiling
        case .optimal where raw.outcome != CGLPK_IP_GAP: objective ?? raw.bound
        default: min(raw.bound, objective ?? .infinity, ceiling)
        }
    }
}
