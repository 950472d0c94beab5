import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Changes a stored week: edits the latest revision, validates the result and stores it as the next one. The revision that is
/// edited need not be sound, so that one which an earlier program took in can be mended.
struct WeekChange: Sendable {
    /// What made it, for the revision's record.
    let cause: String
    /// Makes the new document out of the old one.
    let edit: @Sendable (JSON) throws -> JSON
    /// Looks at the changed week before it is stored; what it throws keeps everything as it was.
    var accept: @Sendable (Week) throws -> Void = { _ in }

    /// A change.
    init(cause: String, edit: @escaping @Sendable (JSON) throws -> JSON) {
        self.cause = cause
        self.edit = edit
    }

    /// How often a change is repeated on top of others that came first.
    private static let attempts = 20

    /// Applies the change; concurrent ones follow each other, none is lost.
    /// - Throws: what `edit` and `accept` throw, `WeekFaults`, `StoreError`.
    func apply(to id: String, in services: Services) async throws -> StoredWeek {
        for _ in 1..<Self.attempts {
            if let stored = try await attempt(on: id, services) { return stored }
        }
        throw StoreError(.conflict, RefusedByStore.changedAlways(id))
    }

    /// Applies the change to a copy of the latest revision.
    /// - Returns: the changed week under the head of the revision that it was made from.
    /// - Throws: what `edit` and `accept` throw, `WeekFaults`, `StoreError`.
    func preview(of id: String, in services: Services) async throws -> StoredWeek {
        let current = try await services.weeks.revision(of: id)
        let edit = edit
        // The edited document stands beside the one that it is made from.
        let lease = try await services.memory.lease(current.bytes)
        let edited = try await services.workers.run(.prompt) {
            let week = try Week(document: edit(current.document))
            lease.resize(to: week.footprint)
            return week
        }
        guard edited.id == id else {
            throw ProtocolError(.invalid, RefusedDocument.weekID)
        }
        try accept(edited)
        return StoredWeek(head: current.head, week: edited, lease)
    }

    /// Applies the change to the latest revision; nil where another change came in between.
    private func attempt(on id: String, _ services: Services) async throws -> StoredWeek? {
        let preview = try await preview(of: id, in: services)
        guard let head = try await store(preview.week, after: preview.head, services.store) else { return nil }
        let stored = preview.stored(as: head)
        services.weeks.keep(stored)
        return stored
    }

    private func store(_ week: Week, after head: WeekHead, _ store: Store) async throws(StoreError) -> WeekHead? {
        do {
            return try await store.addRevision(week, basedOn: head, cause: cause)
        } catch {
            if error.code == .conflict { return nil }
            throw error
        }
    }
}
