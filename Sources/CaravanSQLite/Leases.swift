import CaravanCore
import CaravanStore
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func renewLeases(of owner: JobOwner) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE job SET leasedUntil = ? WHERE owner = ? AND state IN ('queued', 'running')",
                arguments: [owner.leaseEnd, owner.id])
        }
    }

    /// See `WeekStore`.
    public func settleLapsedJobs(by owner: JobOwner) async throws(StoreError) -> [JobRecord] {
        // Nearly always there are none, which takes no change to find out.
        guard try await !read({ db in try Lapse.jobs(besides: owner, in: db) }).isEmpty else { return [] }
        return try await write(.reserve) { db in
            try Lapse.jobs(besides: owner, in: db).map { job in
                try Lapse.interrupt(job, in: db)
                return try Self.requireJob(job.id, in: db)
            }
        }
    }
}

extension JobOwner {
    /// When a lease that is given now ends, in seconds since 1970.
    var leaseEnd: Double { secondsNow() + lease / .seconds(1) }
}

extension Schema {
    /// Who runs a job, and until when nobody else may settle it. Jobs of before have neither, and have lapsed.
    static func leases(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE job ADD COLUMN owner TEXT;
                ALTER TABLE job ADD COLUMN leasedUntil REAL;
                """)
    }
}

/// Jobs whose daemon is gone, and how they end.
enum Lapse {
    /// Ends all leases. Only one process can hold a store of this kind, and whoever opens it has just got its lock: the
    /// daemon that gave the leases is known to be gone, whatever they say, so that nobody has to wait for them after a kill.
    static func endAllLeases(in db: Database) throws {
        try db.execute(sql: "UPDATE job SET leasedUntil = NULL WHERE state IN ('queued', 'running')")
    }

    /// The queued and running jobs of other owners whose lease has run out, by number.
    static func jobs(besides owner: JobOwner, in db: Database) throws -> [JobRecord] {
        try Row.fetchAll(
            db,
            sql: SQLiteStore.jobQuery + """
                 WHERE state IN ('queued', 'running') AND (leasedUntil IS NULL OR leasedUntil <= ?) AND owner IS NOT ?
                ORDER BY job.id
                """, arguments: [secondsNow(), owner.id]
        ).map(JobRecord.init)
    }

    /// Marks one job `interrupted` and keeps its incumbent, if it has one, as a version.
    static func interrupt(_ job: JobRecord, in db: Database) throws {
        let version = try incumbent(of: job, in: db).map { try PlanOrigin(job).insert($0, in: db) }
        try db.execute(
            sql: "UPDATE job SET state = 'interrupted', endedAt = ?, version = ?, incumbent = NULL WHERE id = ?",
            arguments: [secondsNow(), version, job.id])
    }

    /// The saved plan of a job; nil where it has none, or one that is damaged.
    private static func incumbent(of job: JobRecord, in db: Database) throws -> Plan? {
        let text = try String.fetchOne(
            db, sql: "SELECT incumbent FROM job WHERE id = ? AND incumbentChecksum = checksum(incumbent)",
            arguments: [job.id])
        guard let text, let document = try? JSON(parsing: text) else { return nil }
        return try? Plan(document: document)
    }
}
