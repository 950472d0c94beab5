import Synchronization

/// Lets changes of one week follow each other in the order in which they came, so that none is refused because of another;
/// those of different weeks do not wait for each other.
final class ChangeQueue: Sendable {
    private struct Waiter {
        let number: Int
        let turn: CheckedContinuation<Void, any Error>
    }

    private struct State {
        /// Those who wait, by week; a week without an entry is free.
        var lines: [String: [Waiter]] = [:]
        var nextNumber = 0
    }

    private let state = Mutex(State())

    /// Carries out a change of a week once those before it are done.
    /// - Throws: what `change` throws; `CancellationError` where the task is cancelled while it waits.
    func run<Value>(
        _ week: String, isolation: isolated (any Actor)? = #isolation, _ change: () async throws -> Value
    ) async throws -> Value {
        try await wait(for: week)
        defer { leave(week) }
        return try await change()
    }

    private func wait(for week: String) async throws {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                // Cancelled before this: the handler below found nobody. Cancelled after it: it waits for the lock.
                let isTurn: Bool? = state.withLock { state in
                    if Task.isCancelled { return nil }
                    guard state.lines[week] != nil else {
                        state.lines[week] = []
                        return true
                    }
                    state.lines[week]?.append(Waiter(number: number, turn: turn))
                    return false
                }
                switch isTurn {
                case nil: turn.resume(throwing: CancellationError())
                case true?: turn.resume()
                case false?: break
                }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                let place = state.lines[week]?.firstIndex { $0.number == number }
                return place.flatMap { state.lines[week]?.remove(at: $0) }
            }
            waiter?.turn.resume(throwing: CancellationError())
        }
    }

    private func leave(_ week: String) {
        let next: Waiter? = state.withLock { state in
            if state.lines[week]?.isEmpty == false { return state.lines[week]?.removeFirst() }
            state.lines[week] = nil
            return nil
        }
        next?.turn.resume()
    }
}
