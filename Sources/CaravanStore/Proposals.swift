import CaravanCore
import CaravanLanguage
import GRDB

/// The plan of a job that only showed what it found, with all that it takes to store it.
public struct ProposedPlan: Sendable {
    /// The job that found it.
    public let job: Int
    /// The revision of the week that it was made from.
    public let basis: WeekHead
    /// That revision with the edits under which the plan was made; nil where there were none.
    public let edited: Week?
    /// The plan; it has passed the checker. Its baseline is a stored version.
    public let plan: Plan
    /// What its bound rested on.
    public let duals: [UInt8]?

    /// A proposed plan.
    public init(job: Int, basis: WeekHead, edited: Week?, plan: Plan, duals: [UInt8]?) {
        self.job = job
        self.basis = basis
        self.edited = edited
        self.plan = plan
        self.duals = duals
    }
}

/// What a proposed plan has become.
public struct AcceptedPlan: Sendable {
    /// The revision that it is a plan for.
    public let head: WeekHead
    /// Its version.
    public let version: Int
    /// The version that was published before, where this one was published instead of another.
    public let previous: Int?
}

extension Store {
    /// Stores a proposed plan as if its job had done so: the edited week as the next revision, the plan as the next
    /// version, and publishes it where asked to; all or nothing.
    /// - Parameter expected: the revision that the week has to be at; nil: the one that the plan was made from.
    /// - Throws: `StoreError`: `notFound`; `conflict` where the week was changed since, the baseline is gone, or the plan
    ///   was accepted already.
    public func accept(
        _ proposal: ProposedPlan, publishing: Bool, expecting expected: Int? = nil
    ) async throws(StoreError) -> AcceptedPlan {
        let draft = proposal.edited.map { RevisionDraft($0, cause: "ACCEPT") }
        return try await write { db in
            let job = try Self.requireJob(proposal.job, in: db)
            _ = try Self.requireRevision(of: job.week, expecting: expected, in: db)
            try Self.requireUnchanged(proposal, job, in: db)
            let head = try draft?.insert(in: db, after: proposal.basis.revision) ?? proposal.basis
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
