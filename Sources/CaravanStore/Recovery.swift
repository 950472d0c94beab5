import CaravanCore
import GRDB

/// Settles jobs whose process is gone. A job value (week revision, parameters) would allow to run it again, but nobody
/// may be waiting any more: it becomes `interrupted`, and its last incumbent a plan version, so that nothing found is
/// lost and nothing runs unasked.
enum Recovery {
    /// Marks every queued or running job `interrupted`; called while no other process can hold the store.
    static func settleUnfinishedJobs(in db: Database) throws -> [JobRecord] {
        let unfinished = try Row.fetchAll(
            db, sql: Store.jobQuery + " WHERE state IN ('queued', 'running') ORDER BY job.id"
        ).map(JobRecord.init)
        return try unfinished.map { job in
            try interrupt(job, in: db)
            return try Store.requireJob(job.id, in: db)
        }
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
