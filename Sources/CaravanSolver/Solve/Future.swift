import Synchronization

/// Work that is done beside other work, and what it comes to.
final class Future<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let result: Result
    private let worker: WorkerThread?

    private final class Result: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// Begins on a thread of its own.
    /// - Parameter thread: Its name; nil: the work is done at once, on the caller's thread.
    init(thread: String?, _ work: @escaping @Sendable () -> Value) {
        let result = Result()
        let fulfil = { @Sendable in
            let value = work()
            result.value.withLock { $0 = value }
        }
        (self.work, self.result) = (work, result)
        worker = thread.map { WorkerThread(name: $0, fulfil) }
        if worker == nil { fulfil() }
    }

    /// Waits for the end.
    @discardableResult
    func wait() -> Value {
        worker?.join()
        return result.value.withLock { $0 } ?? work()
    }
}
