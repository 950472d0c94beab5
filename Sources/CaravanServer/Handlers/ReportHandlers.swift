import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// Verbs that tell about plans: what each group gets, what differs, why something is not held.
enum ReportHandlers {
    @Sendable static func coverage(_ exchange: Exchange) async throws -> Reply {
        let context = try await PlanInContext(exchange)
        let grouping = exchange.invocation.text(.by).flatMap(CoverageGrouping.init) ?? .township
        let records = try await exchange.work(.long) {
            CoverageRecords(context.plan, in: context.week, by: grouping).records.map(\.json)
        }
        var fields = context.fields
        fields.set("groups", records.count)
        fields.set("sessions", context.plan.sessions.count)
        let attendance = context.plan.sessions.compactMap { context.week.request($0.request) }
            .reduce(0) { $0 + context.week.requests[$1].attendance }
        fields.set("attendance", attendance)
        fields.set(try await exchange.services.standings.standing(of: context.summary).standing)
        return .ok(fields, records: records)
    }

    @Sendable static func diff(_ exchange: Exchange) async throws -> Reply {
        let earlier = try await PlanInContext(exchange, option: .from)
        let later = try await PlanInContext(exchange, option: .to)
        let (answer, disruption) = try await exchange.work(.long) { [options = ToldOptions(exchange.invocation)] in
            (
                try DifferenceAnswer(from: earlier, to: later.plan, in: later.week, options),
                Checker(week: later.week).check(later.plan, baseline: earlier.plan).terms.disruption
            )
        }
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
        let wanted = exchange.invocation.text(.request)
        if wanted == nil, let reply = try await contradictions(exchange) { return reply }
        let context = try await PlanInContext(exchange)
        if let wanted, context.week.request(wanted) == nil {
            let latest = try await exchange.services.weeks.week(context.week.id).week
            let isNewer = latest.request(wanted) != nil
            throw ProtocolError(
                .notFound,
                isNewer
                    ? RefusedCommand.requestNewer(wanted, context.summary.version)
                    : RefusedCommand.requestUnknown(context.week.id, wanted))
        }
        let engine = exchange.services.engine
        let baseline = try await context.baseline(exchange)
        let records = try await exchange.work(wanted == nil ? .long : .prompt) {
            try Explanations(context.plan, in: context.week, against: baseline, of: wanted, by: engine).records.map(
                \.json)
        }
        var fields = context.fields
        fields.set("requests", records.count)
        fields.set(try await exchange.services.standings.standing(of: context.summary).standing)
        return .ok(fields, records: records)
    }
}

extension ReportHandlers {
    /// Seconds to look for contradictions where there is no plan, and where one was made before the week was changed.
    private static let (unplanned, outdated) = (20.0, 2.0)

    /// Where the week as it is now has no plan because its pins and hard limits contradict each other: these; nil where
    /// nothing says so.
    private static func contradictions(_ exchange: Exchange) async throws -> Reply? {
        guard exchange.invocation.version(.version) == .latest else { return nil }
        let week = try await exchange.services.weeks.week(exchange.id(.week))
        let plan = try await exchange.services.store.plans(of: week.week.id).first
        if week.week.pins.isEmpty || plan?.revision == week.head.revision { return nil }
        let (engine, seconds) = (exchange.services.engine, plan == nil ? unplanned : outdated)
        let found = try await exchange.services.workers.runStoppably(.long) {
            try engine.contradictions(in: week.week, seconds: seconds, $0)
        }
        if found.isEmpty { return nil }
        let fields: ReplyFields = [
            "week": week.week.id, "revision": String(week.head.revision), "contradictions": String(found.count),
        ]
        return .ok(fields, records: found.map(\.record))
    }
}

extension PlanInContext {
    /// `week=ID version=V`.
    var fields: ReplyFields { ["week": summary.week, "version": String(summary.version)] }
}
