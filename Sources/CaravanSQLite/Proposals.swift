import CaravanCore
import CaravanLanguage
import CaravanStore
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func accept(
        _ proposal: ProposedPlan, publishing: Bool, expecting expected: Int?
    ) async throws(StoreError) -> AcceptedPlan {
        var drafted: RevisionDraft?
        if let week = proposal.edited { drafted = await .written(week, cause: "ACCEPT") }
        return try await write { [drafted] db in
            let job = try Self.requireJob(proposal.job, in: db)
            _ = try Self.requireRevision(of: job.week, expecting: expected, in: db)
            try Self.requireUnchanged(proposal, job, in: db)
            let head = try drafted?.insert(in: db, after: proposal.basis.revision) ?? proposal.basis
            let origin = PlanOrigin(
                revision: head.revision, source: .replan, job: job.id, parameters: job.parameters)
            let version = try origin.insert(proposal.plan, duals: proposal.duals, in: db)
            try db.execute(sql: "UPDATE job SET version = ? WHERE id = ?", arguments: [version, job.id])
            guard publishing else { return AcceptedPlan(head: head, version: version, previous: nil) }
            let previous = try Self.publishedVersion(of: job.week, in: db)
            try Self.publish(version, of: job.week, in: db)
            return AcceptedPlan(head: head, version: version, previous: previous)
        }
    }

    /// Sees to it that a proposal may still become a plan.
    private static func requireUnchanged(_ proposal: ProposedPlan, _ job: JobRecord, in db: Database) throws {
        if let version = job.version {
            throw StoreError(.conflict, RefusedByStore.accepted(job.id, version))
        }
        try require(proposal.basis, in: db)
        let latest = try requireRevision(of: job.week, in: db)
        guard latest == proposal.basis.revision else {
            throw StoreError(
                .conflict,
                RefusedByStore.plannedRevision(job.week, latest, job.id, proposal.basis.revision), revision: latest)
        }
        let baseline = try Bool.fetchOne(
            db, sql: "SELECT 1 FROM plan WHERE week = ? AND version = ?", arguments: [job.week, proposal.plan.baseline])
        guard baseline != nil else {
            throw StoreError(
                .conflict, RefusedByStore.baselineGone(job.id))
        }
    }
}
