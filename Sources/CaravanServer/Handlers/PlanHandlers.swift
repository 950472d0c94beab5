import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore

/// Verbs about plan versions, and those that take plans in.
enum PlanHandlers {
    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let plans = try await exchange.services.store.plans(of: exchange.id("week"))
        var fields: ReplyFields = ["week": exchange.id("week"), "plans": String(plans.count)]
        fields.set("published", plans.first { $0.isPublished }?.version)
        return .ok(fields, records: plans.map(record))
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
        let document = try await exchange.work(.prompt) { try JSON(parsing: stored.text) }
        try await exchange.send(document: document, bytes: stored.text.utf8.count * 6)
        return .ok(fields)
    }

    @Sendable static func publish(_ exchange: Exchange) async throws -> Reply {
        let week = exchange.id("week")
        let choice = VersionChoice(exchange.invocation.version("version"))
        let published = try await exchange.services.store.publish(week: week, choice)
        var fields: ReplyFields = ["week": week, "version": String(published.version)]
        fields.set("previous", published.previous)
        return .ok(fields)
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
        let version = try await store.adopt(plan, for: head)
        var fields: ReplyFields = ["week": head.week, "version": String(version)]
        fields.set("objective", plan.objective)
        fields.set("bound", plan.bound)
        fields.set("gap", plan.gap)
        fields.set("status", plan.status?.rawValue)
        return .ok(fields)
    }

    private static func record(_ plan: PlanSummary) -> JSON {
        var fields = JSONObject([("version", .int(plan.version)), ("revision", .int(plan.revision))])
        fields["baseline"] = plan.baseline.map(JSON.int)
        fields["origin"] = .string(plan.source.rawValue)
        fields["job"] = plan.job.map(JSON.int)
        fields["created"] = .time(plan.createdAt)
        fields["sessions"] = .int(plan.sessions)
        fields["unserved"] = .int(plan.unserved)
        fields["objective"] = plan.objective.map { .figure($0) }
        fields["bound"] = plan.bound.map { .figure($0) }
        fields["gap"] = plan.gap.map { .figure($0) }
        fields["status"] = plan.status.map { .string($0.rawValue) }
        fields["published"] = .bool(plan.isPublished)
        if plan.isDamaged { fields["damaged"] = true }
        return .object(fields)
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
    func plan(_ option: String = "version") async throws -> StoredPlan {
        try await services.store.plan(of: id("week"), VersionChoice(invocation.version(option)))
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
