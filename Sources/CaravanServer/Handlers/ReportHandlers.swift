import CaravanCore
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// Verbs that tell about plans: what each group gets, what differs, why something is not held.
enum ReportHandlers {
    @Sendable static func coverage(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(exchange)
        let grouping = exchange.invocation.text("by").flatMap(CoverageGrouping.init) ?? .township
        let records = try await exchange.services.workers.run {
            CoverageRecords(context.plan, in: context.week, by: grouping).records
        }
        var fields = context.fields
        fields.set("groups", records.count)
        fields.set("sessions", context.plan.sessions.count)
        let attendance = context.plan.sessions.compactMap { context.week.request($0.request) }
            .reduce(0) { $0 + context.week.requests[$1].attendance }
        fields.set("attendance", attendance)
        return .ok(fields, records: records)
    }

    @Sendable static func diff(_ exchange: Exchange) async throws -> Reply {
        let earlier = try await PlanInContext(exchange, option: "from")
        let later = try await PlanInContext(exchange, option: "to")
        let answer = try DifferenceAnswer(from: earlier, to: later.plan, in: later.week, exchange.invocation)
        let disruption = Checker(week: later.week).check(later.plan, baseline: earlier.plan).terms.disruption
        var fields: ReplyFields = [
            "week": later.week.id, "from": String(earlier.summary.version), "to": String(later.summary.version),
        ]
        fields.set("added", answer.counted.count(.added))
        fields.set("dropped", answer.counted.count(.dropped))
        fields.set("changed", answer.counted.count(.changed))
        fields.set("disruption", disruption)
        if let members = answer.members { fields.set("members", members) }
        return .ok(fields, records: answer.records)
    }

    @Sendable static func explain(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(exchange)
        let wanted = exchange.invocation.text("request")
        if let wanted, context.week.request(wanted) == nil {
            throw ProtocolError(.notFound, "week \(context.week.id) has no request \(wanted)")
        }
        let engine = exchange.services.engine
        let records = try await exchange.services.workers.run {
            Explanations(context.plan, in: context.week, by: engine).records(of: wanted)
        }
        var fields = context.fields
        fields.set("requests", records.count)
        return .ok(fields, records: records)
    }
}

extension PlanInContext {
    /// `week=ID version=V`.
    var fields: ReplyFields { ["week": summary.week, "version": String(summary.version)] }
}
