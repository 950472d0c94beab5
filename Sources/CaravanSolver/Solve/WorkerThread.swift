import Foundation

/// A thread of its own for one worker of a solve, with room for deep recursion; never one of the cooperative pool, which
/// must not be blocked for seconds.
final class WorkerThread: Sendable {
    private let done = DispatchSemaphore(value: 0)

    /// Starts it.
    init(name: String, _ body: @escaping @Sendable () -> Void) {
        let done = done
        let thread = Thread {
            body()
            done.signal()
        }
        thread.name = name
        thread.stackSize = 16 << 20
        thread.start()
    }

    /// Waits for its end.
    func join() { done.wait() }
}
