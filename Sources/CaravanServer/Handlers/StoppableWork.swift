import CaravanSolver

extension Workers {
    /// Runs work on a thread of the pool that ends soon after its client is gone.
    /// - Parameter body: Given the switch that is pulled then.
    func runUntilStopped<Value: Sendable>(
        _ body: @escaping @Sendable (SolveControl) throws -> Value
    ) async throws -> Value {
        let control = SolveControl()
        return try await withTaskCancellationHandler {
            try await run { try control.governing { try body(control) } }
        } onCancel: {
            control.stop()
        }
    }
}
