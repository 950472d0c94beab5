import CaravanCore
import CaravanStore
import Synchronization

/// The weeks as values: the store holds their texts, and reading one takes far longer than looking here. The store is
/// asked which revision is the latest every time, so what comes from here is never out of date.
final class WeekCatalog: Sendable {
    private struct Entry {
        let stored: StoredRevision
        var lastUse: Int
    }

    private struct State {
        var entries: [WeekHead: Entry] = [:]
        var bytes = 0
        var clock = 0
    }

    /// Bytes that are kept at most: more than three revisions of a province's week.
    private static let mostBytes = 128 << 20
    private let store: any WeekStore
    private let workers: Workers
    private let memory: MemoryBudget
    private let state = Mutex(State())

    init(store: any WeekStore, workers: Workers, memory: MemoryBudget) {
        self.store = store
        self.workers = workers
        self.memory = memory
        memory.onShortage { [weak self] in self?.forget($0) }
    }

    /// The latest revision of a week.
    /// - Throws: `StoreError` with code `notFound`, `UnsoundRevision`; `ProtocolError` where there is no memory for it.
    func week(_ id: String) async throws -> StoredWeek { try await revision(of: id).sound() }

    /// A revision of a week, the latest unless one is named.
    /// - Throws: `StoreError` with code `notFound`; `ProtocolError` where there is no memory for it.
    func revision(of id: String, _ number: Int? = nil) async throws -> StoredRevision {
        let head = try await store.head(of: id, revision: number)
        if let known = lookUp(head) { return known }
        let text = try await store.week(id, revision: head.revision)
        let lease = try await memory.lease(JSON.memory(toRead: text.text.utf8.count))
        let stored = try await workers.run(.prompt) { try StoredRevision(text, lease) }
        keep(stored)
        return stored
    }

    /// Keeps a revision that has just been stored.
    func keep(_ stored: StoredWeek) { keep(StoredRevision(stored)) }

    /// Keeps a revision, as long as there is room for it.
    private func keep(_ stored: StoredRevision) {
        let excess = state.withLock { state in
            state.clock += 1
            let previous = state.entries.updateValue(Entry(stored: stored, lastUse: state.clock), forKey: stored.head)
            state.bytes += stored.bytes - (previous?.stored.bytes ?? 0)
            return state.bytes - min(memory.limit / 2, Self.mostBytes)
        }
        let isShort = memory.waiting > 0 || memory.used > memory.limit
        forget(max(excess, isShort ? memory.used + stored.bytes - memory.limit : 0))
    }

    /// Forgets revisions until so many bytes are free, those that nobody has used for longest first.
    private func forget(_ bytes: Int) {
        var forgotten: [StoredRevision] = []
        var left = bytes
        state.withLock { state in
            while left > 0, let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
                state.entries[oldest.key] = nil
                state.bytes -= oldest.value.stored.bytes
                left -= oldest.value.stored.bytes
                forgotten.append(oldest.value.stored)
            }
        }
        // Here they are let go, outside the lock.
        forgotten = []
    }

    private func lookUp(_ head: WeekHead) -> StoredRevision? {
        state.withLock { state in
            state.clock += 1
            state.entries[head]?.lastUse = state.clock
            return state.entries[head]?.stored
        }
    }
}
