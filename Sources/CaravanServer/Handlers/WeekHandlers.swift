import CaravanCore
import CaravanProtocol
import CaravanStore
import Foundation

/// Verbs that store, list and delete weeks.
enum WeekHandlers {
    @Sendable static func load(_ exchange: Exchange) async throws -> Reply {
        let document = try await exchange.json()
        let week = try await exchange.services.workers.run { try Week(document: document) }
        let head = try await exchange.services.store.load(week, replacing: exchange.invocation.flag("replace"))
        exchange.services.weeks.keep(StoredWeek(head: head, week: week))
        return .ok([
            "week": week.id, "requests": String(week.requests.count), "revision": String(head.revision),
        ])
    }

    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let weeks = try await exchange.services.store.weeks()
        return .ok(["weeks": String(weeks.count)], records: weeks.map(record))
    }

    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.services.weeks.week(exchange.id("id"))
        return .ok(
            [
                "week": stored.week.id, "revision": String(stored.head.revision),
                "requests": String(stored.week.requests.count),
            ], records: [stored.week.document])
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
        return .object(fields)
    }
}

extension JSON {
    /// A time as ISO 8601 in UTC.
    static func time(_ date: Date) -> JSON { .string(date.ISO8601Format()) }
}
