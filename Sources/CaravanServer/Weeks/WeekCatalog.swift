import CaravanCore
import CaravanStore
import NIOPosix
import Synchronization

/// A sound revision of a week in the form that everything works on.
struct StoredWeek: Sendable {
    let head: WeekHead
    let week: Week
}

/// A revision of a week as it was stored, be it sound by the rules of today or not.
struct StoredRevision: Sendable {
    let head: WeekHead
    let document: JSON
    /// nil where it cannot be read at all.
    let week: Week?
    /// What is wrong with it by the rules of today.
    let faults: [Fault]

    /// A revision that is sound.
    init(_ sound: StoredWeek) {
        (head, week, faults) = (sound.head, sound.week, [])
        document = sound.week.document
    }

    /// Reads what was stored.
    /// - Throws: `JSONError`.
    init(_ stored: WeekRevision) throws {
        head = stored.head
        document = try JSON(parsing: stored.text)
        do throws(WeekFaults) {
            week = try Week(document: document)
            faults = []
        } catch {
            week = try? Week(stored: document)
            faults = error.faults
        }
    }

    /// The week, to be planned and changed.
    /// - Throws: `UnsoundRevision`.
    func sound() throws(UnsoundRevision) -> Week {
        guard let week, faults.isEmpty else { throw UnsoundRevision(head: head, faults: faults) }
        return week
    }

    /// The week, to tell of plans that were made for it.
    /// - Throws: `UnsoundRevision`.
    func readable() throws(UnsoundRevision) -> Week {
        guard let week else { throw UnsoundRevision(head: head, faults: faults) }
        return week
    }
}

/// A revision was stored by a program whose rules allowed what those of today do not.
struct UnsoundRevision: Error {
    let head: WeekHead
    let faults: [Fault]
}

/// The weeks as values: the store holds their texts, and reading one takes far longer than looking here. The store is
/// asked which revision is the latest every time, so what comes from here is never out of date.
final class WeekCatalog: Sendable {
    private struct Entry {
        let stored: StoredRevision
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

    /// The latest revision of a week.
    /// - Throws: `StoreError` with code `notFound`, `UnsoundRevision`.
    func week(_ id: String) async throws -> StoredWeek {
        let stored = try await revision(of: id)
        return StoredWeek(head: stored.head, week: try stored.sound())
    }

    /// A revision of a week, the latest unless one is named.
    /// - Throws: `StoreError` with code `notFound`.
    func revision(of id: String, _ number: Int? = nil) async throws -> StoredRevision {
        let head = try await store.head(of: id, revision: number)
        if let known = lookUp(head) { return known }
        let text = try await store.week(id, revision: head.revision)
        let stored = try await workers.run { try StoredRevision(text) }
        keep(stored)
        return stored
    }

    /// Keeps a revision that has just been stored.
    func keep(_ stored: StoredWeek) { keep(StoredRevision(stored)) }

    private func keep(_ stored: StoredRevision) {
        state.withLock { state in
            state.clock += 1
            state.entries[stored.head] = Entry(stored: stored, lastUse: state.clock)
            guard state.entries.count > Self.capacity else { return }
            let oldest = state.entries.min { $0.value.lastUse < $1.value.lastUse }
            if let oldest { state.entries[oldest.key] = nil }
        }
    }

    private func lookUp(_ head: WeekHead) -> StoredRevision? {
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
