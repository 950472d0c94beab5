import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver
import CaravanStore
import CaravanTables

/// `EXPORT`: plans and models as files.
enum ExportHandlers {
    @Sendable static func export(_ exchange: Exchange) async throws -> Reply {
        let form = exchange.id(.as)
        try checkOptions(form, exchange.invocation)
        switch form {
        case "ics": return try await CalendarExport.reply(exchange)
        case "html": return try await ReportExport.reply(exchange)
        default: break
        }
        if let model = ModelFormat(rawValue: form) { return try await export(model, exchange) }
        let context = try await PlanInContext(heldBy: exchange)
        let subject = try exchange.party(in: context.week)
        let standing = try await exchange.services.standings.standing(of: context.summary).standing
        let language =
            exchange.invocation.text(.lang).flatMap(Language.init(rawValue:)) ?? (form == "csv" ? .english : .chinese)
        let table = exchange.invocation.text(.table).flatMap(PlanTable.init) ?? .sessions
        let payload = try await exchange.workLong(over: context.revision.bytes) {
            let sheets = PlanSheets(
                week: context.week, plan: context.plan, language: language, subject: subject, standing: standing)
            return switch form {
            case "csv": try csv(table, of: sheets)
            case "xlsx": try WorkbookExport.bytes(of: sheets.sheets)
            default: Array(sheets.plan.document.prettyText.utf8)
            }
        }
        return .ok(context.fields(of: form, standing), payload: payload)
    }

    /// Refuses options that the form has no use for.
    private static func checkOptions(_ form: String, _ invocation: Invocation) throws(ProtocolError) {
        if form == "html", invocation.text(.for) != nil {
            throw ProtocolError(.usage, RefusedCommand.wholeWeekOnly)
        }
        if form != "ics", invocation.flag(.cancelled) {
            throw ProtocolError(.usage, RefusedCommand.cancelledAlone)
        }
    }

    private static func export(_ format: ModelFormat, _ exchange: Exchange) async throws -> Reply {
        let week = try await exchange.services.weeks.week(exchange.id(.week))
        let engine = exchange.services.engine
        let text = try await exchange.workLong(over: week.bytes * 4) { try engine.model(of: week.week, as: format) }
        return .ok(["week": week.week.id, "as": format.rawValue], payload: Array(text.utf8))
    }

    @Sendable private static func csv(_ table: PlanTable, of sheets: PlanSheets) throws(ProtocolError) -> [UInt8] {
        guard sheets.tables.contains(table) else {
            let possible = sheets.tables.map(\.rawValue).listed(.or)
            throw ProtocolError(.usage, RefusedCommand.tableOfParty(possible, table.rawValue))
        }
        return Array(sheets.sheet(table).csv.utf8)
    }
}

extension Exchange {
    /// Whom `for` means; nil: everybody.
    /// - Throws: `PartyError`.
    func party(in week: Week) throws(PartyError) -> Party? {
        guard let text = invocation.text(.for) else { return nil }
        return try Party(text, in: week)
    }
}

extension PlanInContext {
    /// The closing fields of an export.
    func fields(of form: String, _ standing: PlanStanding) -> ReplyFields {
        var fields: ReplyFields = ["week": summary.week, "as": form, "version": String(summary.version)]
        fields.set(standing)
        return fields
    }
}
