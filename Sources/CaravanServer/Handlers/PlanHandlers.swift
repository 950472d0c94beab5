import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Verbs about plan versions, and those that take plans in.
enum PlanHandlers {
    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let plans = try await exchange.services.store.plans(of: exchange.id(.week))
        var fields: ReplyFields = ["week": exchange.id(.week), "plans": String(plans.count)]
        fields.set("published", plans.first { $0.isPublished }?.version)
        let standings = try await exchange.services.standings.standings(of: plans)
        return .ok(fields, records: zip(plans, standings).map { PlanListing($0, $1).json })
    }

    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.plan()
        let summary = stored.summary
        var fields: ReplyFields = [
            "week": summary.week, "version": String(summary.version), "sessions": String(summary.sessions),
        ]
        fields.set(summary)
        fields.set("revision", summary.revision)
        fields.set("published", summary.isPublished ? "yes" : "no")
        fields.set(try await exchange.services.standings.standing(of: summary).standing)
        let document = try await exchange.work(.prompt) { try JSON(parsing: stored.text) }
        try await exchange.send(document: document, bytes: stored.text.utf8.count * 6)
        return .ok(fields)
    }

    @Sendable static func publish(_ exchange: Exchange) async throws -> Reply {
        let (id, services) = (exchange.id(.week), exchange.services)
        return try await services.changes.run(id) {
            var (choice, revision) = (VersionChoice(exchange.invocation.version(.version)), exchange.expected)
            if !exchange.invocation.flag(.anyway) {
                let stored = try await exchange.plan()
                revision = try await self.revision(allowing: stored, exchange)
                choice = .number(stored.summary.version)
            }
            let published = try await services.store.publish(week: id, choice, expecting: revision)
            var fields: ReplyFields = ["week": id, "version": String(published.version)]
            fields.set("previous", published.previous)
            return .ok(fields)
        }
    }

    /// The latest revision, whose rules a plan keeps.
    /// - Throws: `ReplyError` with the violations where it does not; `StoreError` where the week is not as expected.
    private static func revision(allowing stored: StoredPlan, _ exchange: Exchange) async throws -> Int {
        let week = try await exchange.services.weeks.week(exchange.id(.week))
        try week.head.require(exchange.expected)
        let report = try await exchange.work(.prompt) {
            Checker(week: week.week).check(try Plan(document: JSON(parsing: stored.text)))
        }
        let (version, revision, count) = (stored.summary.version, week.head.revision, report.violationCount)
        guard count > 0 else { return revision }
        var fields: ReplyFields = ["revision": String(revision)]
        fields.set(PlanStanding(report))
        let text = RefusedDocument.stale(version, week.week.id, revision, count)
        throw ReplyError(
            .failure(
                ProtocolError(.invalid, text, fields: fields),
                records: report.violations.map { ViolationRecord($0).json }))
    }

    @Sendable static func check(_ exchange: Exchange) async throws -> Reply {
        let examined = try await PlanExamination(exchange)
        var fields: ReplyFields = ["violations": String(examined.violations.count)]
        fields.set("objective", examined.plan.objective)
        fields.set("sessions", examined.plan.sessions.count)
        return .ok(fields, records: examined.violations)
    }

    @Sendable static func adopt(_ exchange: Exchange) async throws -> Reply {
        let examined = try await PlanExamination(exchange)
        guard examined.violations.isEmpty else {
            let count = String(examined.violations.count)
            throw ReplyError(
                .failure(
                    ProtocolError(
                        .invalid, RefusedDocument.violations(count),
                        fields: ["violations": count]), records: examined.violations))
        }
        let store = exchange.services.store
        let head = examined.week.head
        let bound = try await store.provenBound(of: head.week, revision: head.revision)
        let plan = examined.plan.bounded(by: bound)
        let version = try await store.adopt(plan, for: head, expecting: exchange.expected)
        var fields: ReplyFields = ["week": head.week, "version": String(version)]
        fields.set("objective", plan.objective)
        fields.set("bound", plan.bound)
        fields.set("gap", plan.gap)
        fields.set("status", plan.status?.rawValue)
        return .ok(fields)
    }
}

extension PlanListing {
    fileprivate init(_ plan: PlanSummary, _ standing: PlanStanding) {
        self.init()
        (version, revision, baseline, origin) = (plan.version, plan.revision, plan.baseline, plan.source.rawValue)
        (job, created, sessions, unserved) = (plan.job, plan.createdAt, plan.sessions, plan.unserved)
        (objective, bound, gap, status) = (plan.objective, plan.bound, plan.gap, plan.status?.rawValue)
        published = plan.isPublished
        if standing.isStale { (stale, violations) = (standing.fallen.count, standing.violations) }
        if plan.isDamaged { damaged = true }
    }
}

extension VersionChoice {
    /// The store's word for what a command says; the latest where it says nothing.
    init(_ selector: VersionSelector?) {
        switch selector {
        case nil, .latest: self = .latest
        case .published: self = .published
        case .number(let version): self = .number(version)
        }
    }
}

extension Exchange {
    /// The plan version that the command names.
    /// - Throws: `StoreError` with code `notFound`.
    func plan(_ option: ArgumentName = .version) async throws -> StoredPlan {
        try await services.store.plan(of: id(.week), VersionChoice(invocation.version(option)))
    }
}

extension ReplyFields {
    /// Sets what commitments make of a plan, where it was made under any.
    mutating func set(_ commitment: CommitmentFigures?) {
        set("commitment", commitment?.points)
        set("committed", commitment?.objective)
        set("committedBound", commitment?.bound)
        set("committedGap", commitment?.gap)
    }

    /// Sets objective, bound, gap and status of a plan.
    mutating func set(_ plan: PlanSummary) {
        set("objective", plan.objective)
        set("bound", plan.bound)
        set("gap", plan.gap)
        set("status", plan.status?.rawValue)
    }
}
