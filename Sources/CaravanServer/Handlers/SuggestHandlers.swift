import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// The verb that looks for the best sessions of one request.
enum SuggestHandlers {
    @Sendable static func suggest(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(exchange)
        let id = exchange.id(.request)
        let week = try await week(with: id, context, exchange)
        let baseline = try await context.baseline(exchange)
        let (top, engine, plan) = (exchange.invocation.integer(.top) ?? 5, exchange.services.engine, context.plan)
        let moving = exchange.invocation.integer(.moves) == 1
        let (records, objective) = try await exchange.work(.prompt) {
            let found = try engine.suggest(top, for: id, in: plan, of: week, against: baseline, moving: moving)
            return (
                found.map { PlacementRecord($0).json }, Checker(week: week).check(plan, baseline: baseline).terms.total
            )
        }
        var fields = context.fields
        fields.set("request", id)
        fields.set("held", plan.sessions.contains { $0.request == id } ? "yes" : "no")
        fields.set("objective", objective)
        fields.set("placements", records.count)
        return .ok(fields, records: records)
    }

    /// The revision of the plan with the request: one that it has, or else the one in the body or in the latest revision.
    /// - Throws: `ProtocolError`, `JSONError`, `EditError` with the faults of a request that does not fit the week.
    private static func week(with id: String, _ context: PlanInContext, _ exchange: Exchange) async throws -> Week {
        let week = context.week
        let isKnown = week.request(id) != nil
        if exchange.invocation.body == nil {
            if isKnown { return week }
            let latest = try await exchange.services.weeks.week(week.id).week
            let stored = try await exchange.work(.prompt) {
                latest.document["requests"]?.array?.first { $0["id"]?.string == id }
            }
            guard let stored else { throw ProtocolError(.notFound, RefusedCommand.requestMissing(week.id, id)) }
            return try await add(stored, to: week, exchange)
        }
        let request = try await body(exchange, id)
        if isKnown {
            throw ProtocolError(.exists, RefusedCommand.requestStored(id))
        }
        return try await add(request, to: week, exchange)
    }

    /// The request in the body; one without `id` gets that of the line.
    private static func body(_ exchange: Exchange, _ id: String) async throws -> JSON {
        guard var request = try await exchange.json().object else {
            throw EditError(.notObject)
        }
        let stated = request["id"] ?? .string(id)
        guard stated == .string(id) else {
            throw EditError(.otherID(String(stated.text.prefix(70)), wanted: id))
        }
        request["id"] = stated
        return .object(request)
    }

    private static func add(_ request: JSON, to week: Week, _ exchange: Exchange) async throws -> Week {
        try await exchange.work(.prompt) {
            try Week(document: WeekEdits.submit(request, to: week.document))
        }
    }
}

extension PlanInContext {
    /// The plan against which changes of this one cost points, if it was made or checked against one.
    /// - Throws: `StoreError` with code `notFound`.
    func baseline(_ exchange: Exchange) async throws -> Plan? {
        guard let version = plan.baseline else { return nil }
        let stored = try await exchange.services.store.plan(of: summary.week, .number(version))
        return try await exchange.services.plan(stored)
    }
}
