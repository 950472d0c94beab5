import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func adopt(
        _ plan: Plan, for head: WeekHead, expecting expected: Int?
    ) async throws(StoreError) -> Int {
        try await write { db in
            _ = try Self.requireRevision(of: head.week, expecting: expected, in: db)
            try Self.require(head, in: db)
            let origin = PlanOrigin(revision: head.revision, source: .adopt, job: nil, parameters: "{}")
            return try origin.insert(plan, in: db)
        }
    }

    /// See `WeekStore`.
    public func plans(of week: String) async throws(StoreError) -> [PlanSummary] {
        try await read { db in
            _ = try Self.requireRevision(of: week, in: db)
            let published = try Self.publishedVersion(of: week, in: db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT plan.week, version, plan.revision, plan.createdAt, source, job, parameters, baseline, sessions,
                        objective, bound, gap, status, requests
                    FROM plan JOIN weekRevision USING (week, revision)
                    WHERE plan.week = ? ORDER BY version DESC
                    """, arguments: [week]
            ).map { try PlanSummary($0, published: published, self.damage) }
        }
    }

    /// See `WeekStore`.
    public func plan(of week: String, _ choice: VersionChoice) async throws(StoreError) -> StoredPlan {
        try await read { db in
            _ = try Self.requireRevision(of: week, in: db)
            // A version that is named can be read whatever has become of the record of publications.
            let published =
                if case .number = choice {
                    try? Self.publishedVersion(of: week, in: db)
                } else {
                    try Self.publishedVersion(of: week, in: db)
                }
            let wanted = try Self.number(of: choice, week: week, published: published, in: db)
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT plan.*, requests, \(Sealed.plan.isIntact) AS isIntact FROM plan JOIN weekRevision USING (week, revision)
                        WHERE plan.week = ? AND version = ?
                        """, arguments: [week, wanted])
            else { throw Self.noVersion(wanted, of: week) }
            try Sealed.plan.require(row)
            return try StoredPlan(
                summary: PlanSummary(row, published: published, self.damage), text: row.value("document"))
        }
    }

    /// See `WeekStore`.
    public func duals(of week: String, version: Int) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT duals FROM planDuals WHERE week = ? AND version = ? AND \(Sealed.planDuals.isIntact)",
                arguments: [week, version]
            ).map { Array($0) }
        }
    }

    /// See `WeekStore`.
    public func publishedVersion(of week: String) async throws(StoreError) -> Int? {
        try await read { db in
            _ = try Self.requireRevision(of: week, in: db)
            return try Self.publishedVersion(of: week, in: db)
        }
    }

    /// See `WeekStore`.
    public func publish(
        week: String, _ choice: VersionChoice, expecting expected: Int?
    ) async throws(StoreError) -> (version: Int, previous: Int?) {
        let published = try await write { db in
            _ = try Self.requireRevision(of: week, expecting: expected, in: db)
            // To publish is what mends a damaged record of it, and what that said was held is not known.
            let previous =
                try Self.dropDamagedPublications(of: week, in: db) ? nil : Self.publishedVersion(of: week, in: db)
            let version = try Self.number(of: choice, week: week, published: previous, in: db)
            let known = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM plan WHERE week = ? AND version = ?", arguments: [week, version])
            guard known != nil else { throw Self.noVersion(version, of: week) }
            try Self.publish(version, of: week, in: db)
            return (version: version, previous: previous)
        }
        damage.forget(.publication, of: week)
        return published
    }

    /// See `WeekStore`.
    public func provenBound(of week: String, revision: Int) async throws(StoreError) -> Double? {
        try await read { db in
            try Double.fetchOne(
                db,
                sql: """
                    SELECT max(bound) FROM plan WHERE week = ? AND revision = ? AND source = 'solve'
                        AND \(Sealed.plan.isIntact)
                    """,
                arguments: [week, revision])
        }
    }

    private static func number(
        of choice: VersionChoice, week: String, published: Int?, in db: Database
    ) throws -> Int {
        switch choice {
        case .number(let version): return version
        case .published:
            guard let published else {
                throw StoreError(.notFound, RefusedByStore.nonePublished(week))
            }
            return published
        case .latest:
            guard let latest = try latestVersion(of: week, in: db) else {
                throw StoreError(.notFound, RefusedByStore.noPlan(week))
            }
            return latest
        }
    }

    private static func noVersion(_ version: Int, of week: String) -> StoreError {
        StoreError(.notFound, RefusedByStore.noVersion(week, version))
    }

    static func publish(_ version: Int, of week: String, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO publication (week, version, publishedAt) VALUES (?, ?, ?)",
            arguments: [week, version, secondsNow()])
        try Sealed.publication.seal(where: "id = ?", [db.lastInsertedRowID], in: db)
    }

    /// - Returns: Whether there were any.
    private static func dropDamagedPublications(of week: String, in db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM publication WHERE week = ? AND \(Sealed.publication.isIntact) IS NOT TRUE",
            arguments: [week])
        return db.changesCount > 0
    }

    static func publishedVersion(of week: String, in db: Database) throws -> Int? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT *, \(Sealed.publication.isIntact) AS isIntact FROM publication WHERE week = ?
                ORDER BY id DESC LIMIT 1
                """, arguments: [week])
        guard let row else { return nil }
        try Sealed.publication.require(row)
        return try row.value("version")
    }

    private static func latestVersion(of week: String, in db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT max(version) FROM plan WHERE week = ?", arguments: [week])
    }
}

/// Where a plan that is being stored came from.
struct PlanOrigin: Sendable {
    let revision: Int
    let source: PlanSource
    let job: Int?
    let parameters: String

    /// Gives the plan its week's next version and stores it, with what its bound rested on.
    func insert(_ plan: Plan, duals: [UInt8]? = nil, in db: Database) throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT lastVersion FROM week WHERE id = ?", arguments: [plan.week])
        guard let last else { throw StoreError(.notFound, RefusedByStore.noWeek(plan.week)) }
        var plan = plan
        plan.version = last + 1
        try db.execute(
            sql: """
                INSERT INTO plan (week, version, revision, createdAt, source, job, parameters, baseline, sessions,
                    objective, bound, gap, status, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                plan.week, plan.version, revision, secondsNow(), source.rawValue, job, parameters, plan.baseline,
                plan.sessions.count, plan.objective, plan.bound, plan.gap, plan.status?.rawValue, plan.document.text,
            ])
        try Sealed.plan.seal(where: "week = ? AND version = ?", [plan.week, plan.version], in: db)
        try db.execute(
            sql: "UPDATE week SET lastVersion = ? WHERE id = ?", arguments: [plan.version, plan.week])
        if let duals {
            try db.execute(
                sql: "INSERT INTO planDuals (week, version, duals) VALUES (?, ?, ?)",
                arguments: [plan.week, plan.version, Data(duals)])
            try Sealed.planDuals.seal(where: "week = ? AND version = ?", [plan.week, plan.version], in: db)
        }
        return last + 1
    }
}

extension PlanOrigin {
    /// A job's plan.
    /// - Parameter revision: the one that the plan is for; nil: the one that the job was given.
    init(_ job: JobRecord, revision: Int? = nil) {
        self.init(
            revision: revision ?? job.revision, source: PlanSource(rawValue: job.kind) ?? .solve, job: job.id,
            parameters: job.parameters)
    }
}

extension PlanSummary {
    init(_ row: Row, published: Int?, _ damage: DamageRegister) throws {
        let version: Int = try row.value("version")
        let (requests, sessions): (Int, Int) = try (row.value("requests"), row.value("sessions"))
        let (week, status): (String, String?) = try (row.value("week"), row.optional("status"))
        try self.init(
            week: week, version: version, revision: row.value("revision"),
            source: PlanSource(rawValue: row.value("source")) ?? .solve, job: row.optional("job"),
            parameters: row.value("parameters"),
            baseline: row.optional("baseline"), sessions: sessions, unserved: max(0, requests - sessions),
            objective: row.optional("objective"), bound: row.optional("bound"),
            gap: row.optional("gap"), status: status.flatMap(PlanStatus.init),
            isPublished: version == published, createdAt: Date(timeIntervalSince1970: row.value("createdAt")),
            isDamaged: damage.holds(.plan, week: week, number: version))
    }
}
