import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func load(
        _ week: Week, replacing: Bool, expecting expected: Int?
    ) async throws(StoreError) -> WeekHead {
        let draft = await RevisionDraft.written(week, cause: "LOAD")
        return try await write { db in
            if expected != nil { _ = try Self.requireRevision(of: draft.week, expecting: expected, in: db) }
            let known = try Self.latestRevision(of: draft.week, in: db)
            if known != nil, !replacing {
                throw StoreError(.exists, RefusedByStore.weekExists(draft.week))
            }
            if known == nil {
                try db.execute(
                    sql: "INSERT INTO week (id, createdAt) VALUES (?, ?)", arguments: [draft.week, secondsNow()])
            }
            return try draft.insert(in: db, after: known ?? 0)
        }
    }

    /// See `WeekStore`.
    public func addRevision(_ week: Week, basedOn basis: WeekHead, cause: String) async throws(StoreError) -> WeekHead {
        let draft = await RevisionDraft.written(week, cause: cause)
        return try await write { db in
            let latest = try Self.requireRevision(of: draft.week, in: db)
            try Self.require(basis, in: db)
            guard latest == basis.revision else {
                throw StoreError.movedOn(draft.week, from: basis.revision, to: latest)
            }
            return try draft.insert(in: db, after: latest)
        }
    }

    /// See `WeekStore`.
    public func weeks() async throws(StoreError) -> [WeekSummary] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT week.id, title, start, days, revision, requests, weekRevision.createdAt AS changedAt,
                        (SELECT count(*) FROM plan WHERE plan.week = week.id) AS plans,
                        (SELECT version FROM publication WHERE publication.week = week.id ORDER BY id DESC LIMIT 1)
                            AS published
                    FROM week JOIN weekRevision ON weekRevision.week = week.id AND revision = lastRevision
                    ORDER BY week.id
                    """
            ).map { try WeekSummary($0, self.damage) }
        }
    }

    /// See `WeekStore`.
    public func week(_ id: String, revision: Int?) async throws(StoreError) -> WeekRevision {
        try await read { db in
            let latest = try Self.requireRevision(of: id, in: db)
            let row = try Row.fetchOne(
                db,
                sql:
                    "SELECT *, \(Sealed.weekRevision.isIntact) AS isIntact FROM weekRevision WHERE week = ? AND revision = ?",
                arguments: [id, revision ?? latest])
            guard let row else { throw Self.noRevision(revision ?? latest, of: id, latest: latest) }
            try Sealed.weekRevision.require(row)
            return try WeekRevision(row)
        }
    }

    /// See `WeekStore`.
    public func head(of id: String, revision: Int?) async throws(StoreError) -> WeekHead {
        try await read { db in
            let latest = try Self.requireRevision(of: id, in: db)
            let wanted = revision ?? latest
            let created = try Double.fetchOne(
                db, sql: "SELECT createdAt FROM weekRevision WHERE week = ? AND revision = ?", arguments: [id, wanted])
            guard let created else { throw Self.noRevision(wanted, of: id, latest: latest) }
            return WeekHead(week: id, revision: wanted, createdAt: Date(timeIntervalSince1970: created))
        }
    }

    private static func noRevision(_ revision: Int, of id: String, latest: Int) -> StoreError {
        StoreError(.notFound, RefusedByStore.noRevision(id, revision, latest))
    }

    /// See `WeekStore`.
    public func drop(_ id: String, expecting expected: Int?) async throws(StoreError) -> Int {
        let plans = try await write(.reserve) { db in
            let known = try Bool.fetchOne(db, sql: "SELECT 1 FROM week WHERE id = ?", arguments: [id])
            guard known != nil else { throw StoreError(.notFound, RefusedByStore.noWeek(id)) }
            // Looked at only where it is asked for: a week with a damaged counter can be dropped too.
            if let expected { _ = try Self.requireRevision(of: id, expecting: expected, in: db) }
            let active = try Int.fetchAll(
                db, sql: "SELECT id FROM job WHERE week = ? AND state IN ('queued', 'running') ORDER BY id",
                arguments: [id])
            guard active.isEmpty else {
                throw StoreError(.busy, RefusedByStore.unfinishedJobs(id, active.listed()))
            }
            try db.execute(sql: "DELETE FROM plan WHERE week = ?", arguments: [id])
            let plans = db.changesCount
            try db.execute(sql: "DELETE FROM week WHERE id = ?", arguments: [id])
            return plans
        }
        damage.forget(of: id)
        return plans
    }

    static func latestRevision(of id: String, in db: Database) throws -> Int? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT lastRevision, (SELECT max(revision) FROM weekRevision WHERE weekRevision.week = week.id) AS highest
                FROM week WHERE id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let (latest, highest): (Int, Int) = (try row.value("lastRevision"), try row.value("highest"))
        guard latest == highest else { throw StoreError(.damaged, StoreTrouble.counterDamaged(id, latest, highest)) }
        return latest
    }

    /// Sees to it that a revision is the one that its reader knows, not one of the same number after `DROP` and `LOAD`.
    static func require(_ head: WeekHead, in db: Database) throws {
        let latest = try requireRevision(of: head.week, in: db)
        let created = try Double.fetchOne(
            db, sql: "SELECT createdAt FROM weekRevision WHERE week = ? AND revision = ?",
            arguments: [head.week, head.revision])
        guard let created else { throw noRevision(head.revision, of: head.week, latest: latest) }
        guard Date(timeIntervalSince1970: created) == head.createdAt else {
            throw StoreError(.conflict, RefusedByStore.loadedMeanwhile(head.week))
        }
    }

    /// The latest revision of a week.
    /// - Parameter expected: the one that whoever changes the week has seen; nil: whichever it is.
    static func requireRevision(of id: String, expecting expected: Int? = nil, in db: Database) throws -> Int {
        guard let latest = try latestRevision(of: id, in: db) else {
            throw StoreError(.notFound, RefusedByStore.noWeek(id))
        }
        if let expected, expected != latest { throw StoreError.movedOn(id, from: expected, to: latest) }
        return latest
    }
}

extension WeekSummary {
    init(_ row: Row, _ damage: DamageRegister) throws {
        try self.init(
            id: row.value("id"), title: row.value("title"), start: row.value("start"), days: row.value("days"),
            revision: row.value("revision"),
            requests: row.value("requests"), plans: row.value("plans"), published: row.optional("published"),
            changedAt: Date(timeIntervalSince1970: row.value("changedAt")),
            isDamaged: damage.holds(.weekRevision, week: row.value("id"), number: row.value("revision")))
    }
}

extension WeekRevision {
    init(_ row: Row) throws {
        try self.init(
            head: WeekHead(
                week: row.value("week"), revision: row.value("revision"),
                createdAt: Date(timeIntervalSince1970: row.value("createdAt"))),
            cause: row.value("cause"), requests: row.value("requests"), text: row.value("document"))
    }
}
