import CaravanCore
import CaravanLanguage
import CaravanStore

extension MemoryStore {
    /// See `WeekStore`.
    public func load(_ week: Week, replacing: Bool, expecting expected: Int?) throws(StoreError) -> WeekHead {
        if expected != nil { _ = try entry(week.id, expecting: expected) }
        if entries[week.id] != nil, !replacing { throw StoreError(.exists, RefusedByStore.weekExists(week.id)) }
        return append(week, cause: "LOAD")
    }

    /// See `WeekStore`.
    public func addRevision(_ week: Week, basedOn basis: WeekHead, cause: String) throws(StoreError) -> WeekHead {
        try require(basis)
        _ = try entry(week.id, expecting: basis.revision)
        return append(week, cause: cause)
    }

    /// See `WeekStore`.
    public func weeks() -> [WeekSummary] {
        entries.values.sorted { $0.latest.week < $1.latest.week }.compactMap { entry in
            guard let revision = entry.revisions.last else { return nil }
            let (head, week) = (revision.head, revision.week)
            return WeekSummary(
                id: head.week, title: week.title, start: week.calendar.dates.first ?? "",
                days: week.calendar.dates.count, revision: head.revision, requests: week.requests.count,
                plans: entry.plans.count, published: entry.published, changedAt: head.createdAt, isDamaged: false)
        }
    }

    /// See `WeekStore`.
    public func week(_ id: String, revision: Int?) throws(StoreError) -> WeekRevision {
        let found = try self.revision(revision, of: id)
        return WeekRevision(
            head: found.head, cause: found.cause, requests: found.week.requests.count, text: found.week.document.text)
    }

    /// See `WeekStore`.
    public func head(of id: String, revision: Int?) throws(StoreError) -> WeekHead {
        try self.revision(revision, of: id).head
    }

    /// See `WeekStore`.
    public func drop(_ id: String, expecting expected: Int?) throws(StoreError) -> Int {
        let plans = try entry(id, expecting: expected).plans.count
        let active = jobs.values.map(\.record).filter { $0.week == id && $0.state.isActive }.map(\.id).sorted()
        guard active.isEmpty else { throw StoreError(.busy, RefusedByStore.unfinishedJobs(id, active.listed())) }
        entries[id] = nil
        jobs = jobs.filter { $0.value.record.week != id }
        return plans
    }

    /// See `WeekStore`.
    public func commit(
        _ requests: [String], as state: CommitmentState?, version: Int, for head: WeekHead
    ) throws(StoreError) {
        try require(head)
        guard try entry(head.week).latest == head else {
            throw StoreError(
                .conflict, RefusedByStore.changedMeanwhile(head.week), revision: try entry(head.week).latest.revision)
        }
        for request in requests {
            let mark = state.map { CommitmentMark(request: request, state: $0, version: version, markedAt: now()) }
            entries[head.week]?.marks[request] = mark
        }
    }

    /// See `WeekStore`.
    public func commitments(of week: String) throws(StoreError) -> [CommitmentMark] {
        try entry(week).marks.values.sorted { $0.request < $1.request }
    }
}

extension MemoryStore {
    /// See `WeekStore`.
    public func adopt(_ plan: Plan, for head: WeekHead, expecting expected: Int?) throws(StoreError) -> Int {
        _ = try entry(head.week, expecting: expected)
        try require(head)
        return try insert(plan, .adopt, revision: head.revision)
    }

    /// See `WeekStore`.
    public func plans(of week: String) throws(StoreError) -> [PlanSummary] {
        var found: [PlanSummary] = []
        for plan in try entry(week).plans.reversed() {
            found.append(try version(.number(plan.summary.version), of: week).summary)
        }
        return found
    }

    /// See `WeekStore`.
    public func plan(of week: String, _ choice: VersionChoice) throws(StoreError) -> StoredPlan {
        let found = try version(choice, of: week)
        return StoredPlan(summary: found.summary, text: found.text)
    }

    /// See `WeekStore`.
    public func duals(of week: String, version number: Int) -> [UInt8]? {
        try? version(.number(number), of: week).duals
    }

    /// See `WeekStore`.
    public func provenBound(of week: String, revision: Int) -> Double? {
        entries[week]?.plans.map(\.summary).filter { $0.revision == revision && $0.source == .solve }
            .compactMap(\.bound).max()
    }

    /// See `WeekStore`.
    public func publishedVersion(of week: String) throws(StoreError) -> Int? { try entry(week).published }

    /// See `WeekStore`.
    public func publications(of week: String) throws(StoreError) -> [Publication] { try entry(week).publications }

    /// See `WeekStore`.
    public func publish(
        week: String, _ choice: VersionChoice, expecting expected: Int?
    ) throws(StoreError) -> (version: Int, previous: Int?) {
        let previous = try entry(week, expecting: expected).published
        let version = try version(choice, of: week).summary.version
        publish(version, of: week)
        return (version, previous)
    }
}
