import Dispatch

/// Runs blocking work off the cooperative pool, as every caller of `GLPK.run` should.
func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
}
