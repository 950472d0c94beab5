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
    /// The revision that the week has to be at; nil: whichever it is.
    let expected: Int?
    /// Looks at the changed week before it is stored; what it throws keeps everything as it was.
    var accept: @Sendable (Week) throws -> Void = { _ in }

    /// A change.
    init(cause: String, expecting expected: Int?, edit: @escaping @Sendable (JSON) throws -> JSON) {
        self.cause = cause
        self.expected = expected
        self.edit = edit
    }

    /// Applies the change; concurrent ones follow each other, none is lost.
    /// - Throws: what `edit` and `accept` throw, `WeekFaults`, `StoreError`.
    func apply(to id: String, in services: Services) async throws -> StoredWeek {
        try await services.changes.run(id) {
            let preview = try await preview(of: id, in: services)
            let head = try await services.store.addRevision(preview.week, basedOn: preview.head, cause: cause)
            let stored = preview.stored(as: head)
            services.weeks.keep(stored)
            return stored
        }
    }

    /// Applies the change to a copy of the latest revision.
    /// - Returns: the changed week under the head of the revision that it was made from.
    /// - Throws: what `edit` and `accept` throw, `WeekFaults`, `StoreError`.
    func preview(of id: String, in services: Services) async throws -> StoredWeek {
        let current = try await services.weeks.revision(of: id)
        try current.head.require(expected)
        // The edited document stands beside the one that it is made from.
        let lease = try await services.memory.lease(current.bytes)
        let edited = try await edited(current, services.workers)
        let footprint = try await services.workers.run(.prompt) { [accept] in
            try accept(edited)
            return edited.footprint
        }
        lease.resize(to: footprint)
        return StoredWeek(head: current.head, week: edited, lease)
    }

    /// A copy of a revision with the change.
    /// - Throws: what `edit` throws, `WeekFaults`, `ProtocolError`.
    func edited(_ current: StoredRevision, _ workers: Workers) async throws -> Week {
        let edited = try await workers.run(.prompt) { [edit] in try Week(document: edit(current.document)) }
        guard edited.id == current.head.week else {
            throw ProtocolError(.invalid, RefusedDocument.weekID)
        }
        return edited
    }
}

extension WeekHead {
    /// Sees to it that this is the revision that whoever changes the week has seen; nil: he has seen none.
    /// - Throws: `StoreError` with code `conflict`.
    func require(_ expected: Int?) throws(StoreError) {
        if let expected, expected != revision { throw StoreError.movedOn(week, from: expected, to: revision) }
    }
}
