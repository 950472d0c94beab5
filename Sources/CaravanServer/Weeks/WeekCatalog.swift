import CaravanCore
import CaravanStore
import NIOPosix
import Synchronization

/// A revision of a week in the form that everything works on.
struct StoredWeek: Sendable {
    let head: WeekHead
    let week: Week
}

/// The weeks as values: the store holds their texts, and reading one takes far longer than looking here. The store is
/// asked which revision is the latest every time, so what comes from here is never out of date.
final class WeekCatalog: Sendable {
    private struct Entry {
        let stored: StoredWeek
        var lastUse: Int
    }

    private struct State {
        var entries: [WeekHead: Entry] = [:]
        var clock = 0
    }

    /// Revisions kept.
    private static let capacity = 16
    private let store: Store
    private let workers: Workers
    private let state = Mutex(State())

    init(store: Store, workers: Workers) {
        self.store = store
        self.workers = workers
    }

    /// A revision of a week, the latest unless one is named.
    /// - Throws: `StoreError` with code `notFound`.
    func week(_ id: String, revision: Int? = nil) async throws -> StoredWeek {
        let head = try await store.head(of: id, revision: revision)
        if let known = lookUp(head) { return known }
        let text = try await store.week(id, revision: head.revision)
        let stored = try await workers.run {
            StoredWeek(head: text.head, week: try Week(document: JSON(parsing: text.text)))
        }
        keep(stored)
        return stored
    }

    /// Keeps a revision that has just been stored.
    func keep(_ stored: StoredWeek) {
        state.withLock { state in
            state.clock += 1
            state.entries[stored.head] = Entry(stored: stored, lastUse: state.clock)
            guard state.entries.count > Self.capacity else { return }
            let oldest = state.entries.min { $0.value.lastUse < $1.value.lastUse }
            if let oldest { state.entries[oldest.key] = nil }
        }
    }

    private func lookUp(_ head: WeekHead) -> StoredWeek? {
        state.withLock { state in
            state.clock += 1
            state.entries[head]?.lastUse = state.clock
            return state.entries[head]?.stored
        }
    }
}

/// Threads for work that takes long without waiting (reading documents, checking plans, writing models), so that
/// neither connections nor the jobs' switches wait for it.
final class Workers: Sendable {
    private let pool: NIOThreadPool

    init(threads: Int) {
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
    }

    /// Runs `body` on one of the threads.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await pool.runIfActive(body)
    }

    func shutdown() { pool.shutdownGracefully { _ in } }
}
