import CaravanCore
import CaravanProtocol
import CaravanSolver
import CaravanStore

/// `EXPORT`: plans and models as files.
enum ExportHandlers {
    @Sendable static func export(_ exchange: Exchange) async throws -> Reply {
        let form = exchange.id("as")
        try checkOptions(form, exchange.invocation)
        switch form {
        case "ics": return try await CalendarExport.reply(exchange)
        case "html": return try await ReportExport.reply(exchange)
        default: break
        }
        if let model = ModelFormat(rawValue: form) { return try await export(model, exchange) }
        let context = try await PlanInContext(exchange)
        var plan = context.plan
        if let id = exchange.invocation.text("for") {
            plan.sessions = try Self.sessions(of: plan, for: id, in: context.week)
        }
        let selected = plan
        let text = try await exchange.services.workers.run {
            form == "csv" ? PlanTable(week: context.week).csv(selected.sessions) : selected.document.prettyText
        }
        let fields: ReplyFields = [
            "week": context.summary.week, "as": form, "version": String(context.summary.version),
        ]
        return .ok(fields, payload: Array(text.utf8))
    }

    /// Refuses options that the form has no use for.
    private static func checkOptions(_ form: String, _ invocation: Invocation) throws(ProtocolError) {
        if form == "html", invocation.text("for") != nil {
            throw ProtocolError(.usage, "EXPORT as=html tells of the whole week; for= goes with json, csv and ics")
        }
        if form != "ics", invocation.flag("cancelled") {
            throw ProtocolError(.usage, "cancelled=yes goes with as=ics only")
        }
    }

    private static func export(_ format: ModelFormat, _ exchange: Exchange) async throws -> Reply {
        let week = try await exchange.services.weeks.week(exchange.id("week"))
        let engine = exchange.services.engine
        let text = try await exchange.services.workers.run { try engine.model(week.week, format) }
        return .ok(["week": week.week.id, "as": format.rawValue], payload: Array(text.utf8))
    }

    /// The sessions of one member, venue or township.
    private static func sessions(of plan: Plan, for id: String, in week: Week) throws(ProtocolError) -> [Session] {
        if week.member(id) == nil, week.venue(id) == nil, week.township(id) == nil {
            throw ProtocolError(.notFound, "week \(week.id) has no member, venue or township \(id)")
        }
        return plan.sessions.filter { $0.crew.contains(id) || $0.venue == id || $0.township == id }
    }
}
