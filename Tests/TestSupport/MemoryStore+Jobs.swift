import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation

extension MemoryStore {
    /// See `WeekStore`.
    public func createJob(
        _ head: WeekHead, kind: String, parameters: String, for owner: JobOwner, expecting expected: Int?
    ) throws(StoreError) -> JobRecord {
        _ = try entry(head.week, expecting: expected)
        try require(head)
        let record = JobRecord(
            id: nextJob(), week: head.week, revision: head.revision, kind: kind, parameters: parameters,
            submittedAt: now())
        jobs[record.id] = Job(record: record, owner: owner, leasedUntil: Self.leaseEnd(owner))
        return record
    }

    /// See `WeekStore`.
    public func startJob(_ id: Int) throws(StoreError) -> JobRecord {
        var job = try requireJob(id)
        guard job.record.state == .queued else { throw StoreError(.conflict, RefusedByStore.notQueued(id)) }
        (job.record.state, job.record.startedAt) = (.running, now())
        jobs[id] = job
        return job.record
    }

    /// See `WeekStore`.
    public func saveIncumbent(_ plan: Plan, of id: Int) {
        guard var job = jobs[id], job.record.state == .running else { return }
        (job.incumbent, job.record.objective, job.record.bound) = (plan, plan.objective, plan.bound)
        jobs[id] = job
    }

    /// See `WeekStore`.
    public func finishJob(_ id: Int, _ outcome: JobOutcome, isLast: Bool) throws(StoreError) -> JobRecord {
        let job = try requireJob(id)
        var record = job.record
        guard record.state.isActive else { throw StoreError(.conflict, RefusedByStore.ended(id)) }
        switch outcome {
        case .done(let plan, let termination, let duals, let edits):
            if let edits { record.revision = try insert(edits) }
            let source = PlanSource(rawValue: record.kind) ?? .solve
            record.version = try insert(plan, source, revision: record.revision, job: record, duals: duals)
            (record.state, record.termination, record.status) = (.done, termination, plan.status)
            (record.objective, record.bound) = (plan.objective, plan.bound)
        case .studied(let termination, let objective, let bound):
            (record.state, record.termination) = (.done, termination)
            (record.objective, record.bound) = (objective, bound)
        case .failed(let code, let text):
            (record.state, record.errorCode, record.errorText) = (.failed, code, text)
        case .cancelled: (record.state, record.objective, record.bound) = (.cancelled, nil, nil)
        case .interrupted: return try interrupt(job)
        }
        return end(record)
    }

    /// See `WeekStore`.
    public func job(_ id: Int) throws(StoreError) -> JobRecord { try requireJob(id).record }

    /// See `WeekStore`.
    public func jobs(of week: String?) throws(StoreError) -> [JobRecord] {
        if let week { _ = try entry(week) }
        return jobs.values.map(\.record).filter { week == nil || $0.week == week }.sorted { $0.id > $1.id }
    }

    /// See `WeekStore`.
    public func renewLeases(of owner: JobOwner) {
        for (id, job) in jobs where job.owner.id == owner.id { jobs[id]?.leasedUntil = Self.leaseEnd(owner) }
    }

    /// See `WeekStore`.
    public func settleLapsedJobs(by owner: JobOwner) throws(StoreError) -> [JobRecord] {
        let time = Date()
        var settled: [JobRecord] = []
        for id in jobs.keys.sorted() {
            guard let job = jobs[id], job.record.state.isActive, job.owner.id != owner.id, job.leasedUntil <= time
            else { continue }
            settled.append(try interrupt(job))
        }
        return settled
    }

    /// See `WeekStore`.
    public func accept(
        _ proposal: ProposedPlan, publishing: Bool, expecting expected: Int?
    ) throws(StoreError) -> AcceptedPlan {
        let job = try requireJob(proposal.job).record
        let entry = try entry(job.week, expecting: expected)
        try requireUnchanged(proposal, job, entry)
        let head = proposal.edited.map { append($0, cause: "ACCEPT") } ?? proposal.basis
        let version = try insert(
            proposal.plan, .replan, revision: head.revision, job: job, duals: proposal.duals)
        jobs[job.id]?.record.version = version
        jobs[job.id]?.record.status = proposal.plan.status
        if publishing { publish(version, of: job.week) }
        return AcceptedPlan(head: head, version: version, previous: publishing ? entry.published : nil)
    }

    private func requireUnchanged(_ proposal: ProposedPlan, _ job: JobRecord, _ entry: Entry) throws(StoreError) {
        if let version = job.version { throw StoreError(.conflict, RefusedByStore.accepted(job.id, version)) }
        try require(proposal.basis)
        let latest = entry.latest.revision
        guard latest == proposal.basis.revision else {
            throw StoreError(
                .conflict, RefusedByStore.plannedRevision(job.week, latest, job.id, proposal.basis.revision),
                revision: latest)
        }
        guard let baseline = proposal.plan.baseline, entry.plans.indices.contains(baseline - 1) else {
            throw StoreError(.conflict, RefusedByStore.baselineGone(job.id))
        }
    }

    private func insert(_ edits: PlannedEdits) throws(StoreError) -> Int {
        try require(edits.latest)
        _ = try entry(edits.latest.week, expecting: edits.latest.revision)
        let revision = append(edits.planned, cause: "REPLAN", isLatest: edits.merged == nil).revision
        if let merged = edits.merged { _ = append(merged, cause: "REPLAN") }
        return revision
    }

    private func interrupt(_ job: Job) throws(StoreError) -> JobRecord {
        var record = job.record
        if let plan = job.incumbent {
            let source = PlanSource(rawValue: record.kind) ?? .solve
            record.version = try insert(plan, source, revision: record.revision, job: record)
            record.status = plan.status
        }
        record.state = .interrupted
        return end(record)
    }

    private func end(_ record: JobRecord) -> JobRecord {
        jobs[record.id]?.record = record
        jobs[record.id]?.record.endedAt = now()
        jobs[record.id]?.incumbent = nil
        return jobs[record.id]?.record ?? record
    }

    private static func leaseEnd(_ owner: JobOwner) -> Date {
        Date().addingTimeInterval(owner.lease / .seconds(1))
    }
}
