import CaravanSolver
import NIOPosix
import Synchronization

/// Threads for work that takes long without waiting (reading documents, checking plans, writing models), so that
/// neither connections nor the jobs' switches wait for it.
///
/// A client has one piece of work at a time, so the order of arrival within a lane goes round the clients.
final class Workers: Sendable {
    /// Work is kept apart by how long it may take: what takes long never waits before what somebody waits for.
    enum Lane: Sendable {
        /// A change, a check, one explanation: up to a second.
        case prompt
        /// Exports, models, comparisons of whole plans, large documents.
        case long

        /// For reading a document of so many bytes.
        init(reading bytes: Int) { self = bytes > 1 << 20 ? .long : .prompt }
    }

    private let prompt: NIOThreadPool
    private let long: NIOThreadPool

    /// Threads in each lane.
    init(threads: Int) {
        prompt = NIOThreadPool(numberOfThreads: threads)
        long = NIOThreadPool(numberOfThreads: threads)
        prompt.start()
        long.start()
    }

    /// Runs `body` on a thread of a lane. Where the task is cancelled this returns at once; the work is told to end
    /// (`SolveControl.governing`) and its result is thrown away.
    /// - Throws: what `body` throws; `CancellationError`.
    func run<Value: Sendable>(
        _ lane: Lane, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await runStoppably(lane) { _ in try body() }
    }

    /// The same for work that hands on the switch by which it is told.
    /// - Throws: what `body` throws; `CancellationError`.
    func runStoppably<Value: Sendable>(
        _ lane: Lane, _ body: @escaping @Sendable (SolveControl) throws -> Value
    ) async throws -> Value {
        let control = SolveControl()
        let result = Delivery<Value>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                result.wait(continuation)
                (lane == .prompt ? prompt : long).submit { state in
                    guard state == .active, !control.isStopped else { return result.cancel() }
                    result.deliver(Result { try control.governing { try body(control) } })
                }
            }
        } onCancel: {
            control.stop()
            result.cancel()
        }
    }

    func shutdown() {
        prompt.shutdownGracefully { _ in }
        long.shutdownGracefully { _ in }
    }
}

/// Brings a result to who waits for it, or tells that nobody will, whichever comes first.
private final class Delivery<Value: Sendable>: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<Value, any Error>)
        case over
    }

    private let state = Mutex(State.idle)

    func wait(_ continuation: CheckedContinuation<Value, any Error>) {
        let isOver = state.withLock { state in
            if case .over = state { return true }
            state = .waiting(continuation)
            return false
        }
        if isOver { continuation.resume(throwing: CancellationError()) }
    }

    func deliver(_ result: Result<Value, any Error>) { end()?.resume(with: result) }

    func cancel() { end()?.resume(throwing: CancellationError()) }

    private func end() -> CheckedContinuation<Value, any Error>? {
        state.withLock { state in
            defer { state = .over }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
    }
}
