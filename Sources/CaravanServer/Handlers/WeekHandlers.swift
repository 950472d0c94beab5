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
        let isWorkbook = exchange.id(.as) == "xlsx"
        let name = exchange.id(.name)
        let lease = try await exchange.services.memory.lease(SentWeek.memory(toRead: body.count, isWorkbook))
        let sent = try await exchange.work(isWorkbook ? .long : Workers.Lane(reading: body.count)) {
            isWorkbook ? try SentWeek(workbook: body, name: name, lease) : try SentWeek(document: body, lease)
        }
        return try await exchange.services.changes.run(sent.week.id) { try await store(sent, lease, exchange) }
    }

    private static func store(_ sent: SentWeek, _ lease: MemoryLease, _ exchange: Exchange) async throws -> Reply {
        let services = exchange.services
        let replacement = try await WeekReplacement(of: sent, exchange)
        let head = try await services.store.load(
            replacement.week, replacing: exchange.invocation.flag(.replace), expecting: replacement.revision)
        lease.resize(to: replacement.footprint)
        services.weeks.keep(StoredWeek(head: head, week: replacement.week, lease))
        var fields: ReplyFields = [
            "week": head.week, "requests": String(replacement.week.requests.count), "revision": String(head.revision),
        ]
        if let ignored = sent.ignored { fields["ignored"] = String(ignored.count) }
        if replacement.losses.count > 0 { fields.set(replacement.fate.rawValue, replacement.losses.count) }
        let records = replacement.losses.records(replacement.fate.rawValue)
        return .ok(fields, records: (sent.ignored ?? []) + records)
    }

    @Sendable static func list(_ exchange: Exchange) async throws -> Reply {
        let weeks = try await exchange.services.store.weeks()
        return .ok(["weeks": String(weeks.count)], records: weeks.map { WeekListing($0).json })
    }

    @Sendable static func show(_ exchange: Exchange) async throws -> Reply {
        let stored = try await exchange.services.weeks.revision(
            of: exchange.id(.id), exchange.invocation.integer(.revision))
        var fields: ReplyFields = [
            "week": stored.head.week, "revision": String(stored.head.revision),
            "requests": String(stored.document["requests"]?.array?.count ?? 0),
        ]
        guard exchange.id(.as) == "xlsx" else {
            try await exchange.send(document: stored.document, bytes: stored.bytes)
            return .ok(fields)
        }
        let language = Language(rawValue: exchange.id(.lang)) ?? .chinese
        fields["as"] = "xlsx"
        let payload = try await exchange.workLong(over: stored.bytes) {
            try WorkbookExport.bytes(
                of: WeekSheets(
                    stored.document, language: language, origin: WeekOrigin(stored.head.week, stored.head.revision)
                ).sheets)
        }
        return .ok(fields, payload: payload)
    }

    @Sendable static func drop(_ exchange: Exchange) async throws -> Reply {
        let id = exchange.id(.id)
        let plans = try await exchange.services.changes.run(id) {
            try await exchange.services.store.drop(id, expecting: exchange.expected)
        }
        return .ok(["week": id, "plans": String(plans)])
    }
}

extension WeekListing {
    fileprivate init(_ stored: WeekSummary) {
        self.init()
        (week, title, start, days) = (stored.id, stored.title, stored.start, stored.days)
        (revision, requests, plans) = (stored.revision, stored.requests, stored.plans)
        (published, updated) = (stored.published, stored.changedAt)
        if stored.isDamaged { damaged = true }
    }
}
