import CaravanCore
import CaravanLanguage
import Foundation
import GRDB

extension Store {
    /// Stores a job as queued.
    /// - Parameters:
    ///   - head: the week and the revision that it solves.
    ///   - kind: `solve`, `replan` or the name of a study.
    ///   - parameters: its parameters as one line of JSON.
    /// - Throws: `StoreError`: `notFound`; `conflict` where the week was dropped and loaded again since.
    public func createJob(
        _ head: WeekHead, kind: String, parameters: String
    ) async throws(StoreError) -> JobRecord {
        try await write { db in
            try Self.require(head, in: db)
            try db.execute(
                sql: """
                    INSERT INTO job (week, revision, kind, parameters, state, submittedAt)
                    VALUES (?, ?, ?, ?, 'queued', ?)
                    """,
                arguments: [head.week, head.revision, kind, parameters, secondsNow()])
            return try Self.requireJob(Int(db.lastInsertedRowID), in: db)
        }
    }

    /// Marks a queued job as running.
    /// - Throws: `StoreError`: `notFound`; `conflict` where it is not queued.
    public func startJob(_ id: Int) async throws(StoreError) -> JobRecord {
        try await write { db in
            guard try Self.requireJob(id, in: db).state == .queued else {
                throw StoreError(.conflict, RefusedByStore.notQueued(id))
            }
            try db.execute(
                sql: "UPDATE job SET state = 'running', startedAt = ? WHERE id = ?", arguments: [secondsNow(), id])
            return try Self.requireJob(id, in: db)
        }
    }

    /// Keeps the best plan so far of a running job, so that it outlives the process; a job that is not running keeps
    /// what it has. The caller sees to it that this happens at most once a second a job.
    public func saveIncumbent(_ plan: Plan, of id: Int) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE job SET incumbent = ?1, incumbentChecksum = checksum(?1), objective = ?2, bound = ?3
                    WHERE id = ?4 AND state = 'running'
                    """,
                arguments: [plan.document.text, plan.objective, plan.bound, id])
        }
    }

    /// Ends a job. A plan becomes the next version of its week in the same transaction. A job that is interrupted
    /// keeps its last incumbent as a version, one that is cancelled or failed keeps nothing.
    /// - Parameter isLast: whether the daemon ends, so that room kept in reserve is there for it.
    /// - Throws: `StoreError`: `notFound`; `conflict` where the job has ended already.
    public func finishJob(
        _ id: Int, _ outcome: JobOutcome, isLast: Bool = false
    ) async throws(StoreError) -> JobRecord {
        try await write(isLast || !outcome.hasPlan ? .reserve : .disk) { db in
            let job = try Self.requireJob(id, in: db)
            guard job.state.isActive else { throw StoreError(.conflict, RefusedByStore.ended(id)) }
            switch outcome {
            case .done(let plan, let termination, let duals):
                try job.end(with: plan, termination: termination, duals: duals, in: db)
            case .studied(let termination, let objective, let bound):
                try job.end(termination: termination, objective: objective, bound: bound, in: db)
            case .failed(let code, let text): try job.end(code: code, text: text, in: db)
            case .cancelled: try job.end(in: .cancelled, db)
            case .interrupted: try Recovery.interrupt(job, in: db)
            }
            return try Self.requireJob(id, in: db)
        }
    }

    /// A job by its number.
    /// - Throws: `StoreError`: `notFound`.
    public func job(_ id: Int) async throws(StoreError) -> JobRecord {
        try await read { try Self.requireJob(id, in: $0) }
    }

    /// The jobs of a week, or all of them, newest first.
    /// - Throws: `StoreError`: `notFound` for a week that is not there.
    public func jobs(of week: String? = nil) async throws(StoreError) -> [JobRecord] {
        try await read { db in
            guard let week else {
                return try Row.fetchAll(db, sql: Self.jobQuery + " ORDER BY job.id DESC").map(JobRecord.init)
            }
            _ = try Self.requireRevision(of: week, in: db)
            return try Row.fetchAll(
                db, sql: Self.jobQuery + " WHERE job.week = ? ORDER BY job.id DESC", arguments: [week]
            )
            .map(JobRecord.init)
        }
    }

    /// Jobs, each with the status of its plan; a condition or an order may follow.
    static let jobQuery = """
        SELECT job.*, plan.status FROM job LEFT JOIN plan ON plan.week = job.week AND plan.version = job.version
        """

    static func requireJob(_ id: Int, in db: Database) throws -> JobRecord {
        guard let row = try Row.fetchOne(db, sql: jobQuery + " WHERE job.id = ?", arguments: [id]) else {
            throw StoreError(.notFound, RefusedByStore.noJob(id))
        }
        return try JobRecord(row)
    }
}

extension JobRecord {
    init(_ row: Row) throws {
        let status: String? = try row.optional("status")
        try self.init(
            id: row.value("id"), week: row.value("week"), revision: row.value("revision"), kind: row.value("kind"),
            parameters: row.value("parameters"), state: JobState(rawValue: row.value("state")) ?? .failed,
            submittedAt: Date(timeIntervalSince1970: row.value("submittedAt")),
            startedAt: Self.date(row.optional("startedAt")),
            endedAt: Self.date(row.optional("endedAt")), version: row.optional("version"),
            termination: row.optional("termination"),
            errorCode: row.optional("errorCode"),
            errorText: Self.text(row.optional("errorMessage"), row.optional("errorMessageZh")),
            objective: row.optional("objective"),
            bound: row.optional("bound"),
            status: status.flatMap(PlanStatus.init))
    }

    /// Errors of jobs that ended before the store kept both languages are in English alone.
    private static func text(_ english: String?, _ chinese: String?) -> Bilingual? {
        english.map { Bilingual($0, chinese ?? $0) }
    }

    private static func date(_ seconds: Double?) -> Date? { seconds.map(Date.init(timeIntervalSince1970:)) }

    fileprivate func end(with plan: Plan, termination: String, duals: [UInt8]?, in db: Database) throws {
        let version = try PlanOrigin(self).insert(plan, duals: duals, in: db)
        try db.execute(
            sql: """
                UPDATE job SET state = 'done', endedAt = ?, version = ?, termination = ?, objective = ?, bound = ?,
                    incumbent = NULL
                WHERE id = ?
                """,
            arguments: [secondsNow(), version, termination, plan.objective, plan.bound, id])
    }

    fileprivate func end(termination: String, objective: Double?, bound: Double?, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE job SET state = 'done', endedAt = ?, termination = ?, objective = ?, bound = ?, incumbent = NULL
                WHERE id = ?
                """,
            arguments: [secondsNow(), termination, objective, bound, id])
    }

    fileprivate func end(code: String, text: Bilingual, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE job SET state = 'failed', endedAt = ?, errorCode = ?, errorMessage = ?, errorMessageZh = ?,
                    incumbent = NULL
                WHERE id = ?
                """,
            arguments: [secondsNow(), code, text.english, text.chinese, id])
    }

    fileprivate func end(in state: JobState, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE job SET state = ?, endedAt = ?, objective = NULL, bound = NULL, incumbent = NULL WHERE id = ?",
            arguments: [state.rawValue, secondsNow(), id])
    }
}
