import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanStore
import CaravanTables
import Foundation

/// Verbs that store, list and delete weeks.
enum WeekHandlers {
    @Sendable static func load(_ exchange: Exchange) async throws -> Reply {
        let body = exchange.invocation.body ?? []
        let isWorkbook = exchange.id("as") == "xlsx"
        let name = exchange.id("name")
        let lease = try await exchange.services.memory.lease(SentWeek.memory(toRead: body.count, isWorkbook))
        let sent = try await exchange.work(isWorkbook ? .long : Workers.Lane(reading: body.count)) {
            isWorkbook ? try SentWeek(workbook: body, name: name, lease) : try SentWeek(document: body, lease)
        }
        let week = sent.week
        let head = try await exchange.services.store.load(week, replacing: exchange.invocation.flag("replace"))
        exchange.services.weeks.keep(StoredWeek(head: head, week: week, lease))
        var fields: ReplyFields = [
            "week": week.id, "requests": String(week.requests.count), "revision": String(head.revision),
        ]
        if let ignored = sent.ignored { fields["ignored"] = String(ignored.count) }
        return .ok(fields, records: sent.ignored ?? [])
    }

    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let weeks = try await exchange.services.store.weeks()
        return .ok(["weeks": String(weeks.count)], records: weeks.map(record))
    }

    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.services.weeks.revision(of: exchange.id("id"))
        var fields: ReplyFields = [
            "week": stored.head.week, "revision": String(stored.head.revision),
            "requests": String(stored.document["requests"]?.array?.count ?? 0),
        ]
        guard exchange.id("as") == "xlsx" else {
            try await exchange.send(document: stored.document, bytes: stored.bytes)
            return .ok(fields)
        }
        let language = Language(rawValue: exchange.id("lang")) ?? .chinese
        fields["as"] = "xlsx"
        let payload = try await exchange.workLong(over: stored.bytes) {
            try WorkbookExport.bytes(of: WeekSheets(stored.document, language: language).sheets)
        }
        return .ok(fields, payload: payload)
    }

    @Sendable static func drop(_ exchange: Exchange) async throws -> Reply {
        let id = exchange.id("id")
        let plans = try await exchange.services.store.drop(id)
        return .ok(["week": id, "plans": String(plans)])
    }

    private static func record(_ week: WeekSummary) -> JSON {
        var fields = JSONObject([
            ("week", .string(week.id)), ("title", .string(week.title)), ("start", .string(week.start)),
            ("days", .int(week.days)), ("revision", .int(week.revision)), ("requests", .int(week.requests)),
            ("plans", .int(week.plans)),
        ])
        fields["published"] = week.published.map(JSON.int)
        fields["updated"] = .time(week.changedAt)
        if week.isDamaged { fields["damaged"] = true }
        return .object(fields)
    }
}

extension JSON {
    /// A time as ISO 8601 in UTC.
    static func time(_ date: Date) -> JSON { .string(date.ISO8601Format()) }
}
