import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation

/// A store that lives as long as the process, for tests that need one and not its file. It keeps the whole contract of
/// `WeekStore` but that nothing of it lasts; what the contract is, is tested on it and on SQLite alike.
public actor MemoryStore: WeekStore {
    struct Entry {
        struct Revision {
            let head: WeekHead
            let cause: String
            let week: Week
        }

        struct Version {
            var summary: PlanSummary
            let text: String
            let duals: [UInt8]?
        }

        var revisions: [Revision] = []
        /// By version; none is ever deleted by itself.
        var plans: [Version] = []
        var publications: [Publication] = []
        var marks: [String: CommitmentMark] = [:]

        var latest: WeekHead { revisions[revisions.count - 1].head }
        var published: Int? { publications.last?.version }
    }

    struct Job {
        var record: JobRecord
        let owner: JobOwner
        var leasedUntil: Date
        var incumbent: Plan?
    }

    var entries: [String: Entry] = [:]
    var jobs: [Int: Job] = [:]
    private var lastJob = 0
    private var lastTime = Date.distantPast

    /// It is never anything else.
    public nonisolated let condition = StoreCondition.sound

    /// An empty store.
    public init() {}

    /// The present, later than every time that was told before, so that revisions can be told apart by it.
    func now() -> Date {
        lastTime = max(Date(), lastTime.addingTimeInterval(1e-6))
        return lastTime
    }

    func nextJob() -> Int {
        lastJob += 1
        return lastJob
    }
}

// Looking things up, and what is refused.
extension MemoryStore {
    func entry(_ id: String, expecting expected: Int? = nil) throws(StoreError) -> Entry {
        guard let entry = entries[id] else { throw StoreError(.notFound, RefusedByStore.noWeek(id)) }
        if let expected, expected != entry.latest.revision {
            throw .movedOn(id, from: expected, to: entry.latest.revision)
        }
        return entry
    }

    func revision(_ number: Int?, of id: String) throws(StoreError) -> Entry.Revision {
        let entry = try entry(id)
        let wanted = number ?? entry.latest.revision
        guard entry.revisions.indices.contains(wanted - 1) else {
            throw StoreError(.notFound, RefusedByStore.noRevision(id, wanted, entry.latest.revision))
        }
        return entry.revisions[wanted - 1]
    }

    func require(_ head: WeekHead) throws(StoreError) {
        guard try revision(head.revision, of: head.week).head == head else {
            throw StoreError(.conflict, RefusedByStore.loadedMeanwhile(head.week))
        }
    }

    func version(_ choice: VersionChoice, of week: String) throws(StoreError) -> Entry.Version {
        let entry = try entry(week)
        let number: Int
        switch choice {
        case .number(let version): number = version
        case .published:
            guard let published = entry.published else {
                throw StoreError(.notFound, RefusedByStore.nonePublished(week))
            }
            number = published
        case .latest:
            if entry.plans.isEmpty { throw StoreError(.notFound, RefusedByStore.noPlan(week)) }
            number = entry.plans.count
        }
        guard entry.plans.indices.contains(number - 1) else {
            throw StoreError(.notFound, RefusedByStore.noVersion(week, number))
        }
        var version = entry.plans[number - 1]
        version.summary.isPublished = number == entry.published
        return version
    }

    func requireJob(_ id: Int) throws(StoreError) -> Job {
        guard let job = jobs[id] else { throw StoreError(.notFound, RefusedByStore.noJob(id)) }
        return job
    }
}

// Writing.
extension MemoryStore {
    /// - Parameter isLatest: whether it is to be the week as it is; else another one follows at once.
    func append(_ week: Week, cause: String, isLatest: Bool = true) -> WeekHead {
        var entry = entries[week.id] ?? Entry()
        let head = WeekHead(week: week.id, revision: entry.revisions.count + 1, createdAt: now())
        entry.revisions.append(Entry.Revision(head: head, cause: cause, week: week))
        if isLatest { entry.marks = entry.marks.filter { week.request($0.key) != nil } }
        entries[week.id] = entry
        return head
    }

    func insert(
        _ plan: Plan, _ source: PlanSource, revision: Int, job: JobRecord? = nil, duals: [UInt8]? = nil
    ) throws(StoreError) -> Int {
        let (entry, requests) = (try entry(plan.week), try self.revision(revision, of: plan.week).week.requests.count)
        var plan = plan
        let version = entry.plans.count + 1
        plan.version = version
        let summary = PlanSummary(
            week: plan.week, version: version, revision: revision, source: source, job: job?.id,
            parameters: job?.parameters ?? "{}", baseline: plan.baseline, sessions: plan.sessions.count,
            unserved: max(0, requests - plan.sessions.count), objective: plan.objective, bound: plan.bound,
            gap: plan.gap, status: plan.status, isPublished: false, createdAt: now(), isDamaged: false)
        entries[plan.week]?.plans.append(
            Entry.Version(summary: summary, text: plan.document.text, duals: duals))
        return version
    }

    func publish(_ version: Int, of week: String) {
        entries[week]?.publications.append(Publication(version: version, publishedAt: now()))
    }
}
