import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func createJob(
        _ head: WeekHead, kind: String, parameters: String, for owner: JobOwner, expecting expected: Int?
    ) async throws(StoreError) -> JobRecord {
        try await write { db in
            _ = try Self.requireRevision(of: head.week, expecting: expected, in: db)
            try Self.require(head, in: db)
            try db.execute(
                sql: """
                    INSERT INTO job (week, revision, kind, parameters, state, submittedAt, owner, leasedUntil)
                    VALUES (?, ?, ?, ?, 'queued', ?, ?, ?)
                    """,
                arguments: [
                    head.week, head.revision, kind, parameters, secondsNow(), owner.id, owner.leaseEnd,
                ])
            return try Self.requireJob(Int(db.lastInsertedRowID), in: db)
        }
    }

    /// See `WeekStore`.
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

    /// See `WeekStore`.
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

    /// See `WeekStore`.
    public func finishJob(
        _ id: Int, _ outcome: JobOutcome, isLast: Bool
    ) async throws(StoreError) -> JobRecord {
        // Written out before the transaction begins.
        var drafts: DraftedEdits?
        if case .done(_, _, _, let edits?) = outcome { drafts = await DraftedEdits(edits) }
        return try await write(isLast || !outcome.hasPlan ? .reserve : .disk) { [drafts] db in
            let job = try Self.requireJob(id, in: db)
            guard job.state.isActive else { throw StoreError(.conflict, RefusedByStore.ended(id)) }
            switch outcome {
            case .done(let plan, let termination, let duals, _):
                let revision = try drafts?.insert(in: db)
                try job.end(with: plan, for: revision, termination: termination, duals: duals, in: db)
            case .studied(let termination, let objective, let bound):
                try job.end(termination: termination, objective: objective, bound: bound, in: db)
            case .failed(let code, let text): try job.end(code: code, text: text, in: db)
            case .cancelled: try job.end(in: .cancelled, db)
            case .interrupted: try Lapse.interrupt(job, in: db)
            }
            return try Self.requireJob(id, in: db)
        }
    }

    /// See `WeekStore`.
    public func job(_ id: Int) async throws(StoreError) -> JobRecord {
        try await read { try Self.requireJob(id, in: $0) }
    }

    /// See `WeekStore`.
    public func jobs(of week: String?) async throws(StoreError) -> [JobRecord] {
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
            parameters: row.value("parameters"), submittedAt: Date(timeIntervalSince1970: row.value("submittedAt")))
        state = JobState(rawValue: try row.value("state")) ?? .failed
        startedAt = Self.date(try row.optional("startedAt"))
        endedAt = Self.date(try row.optional("endedAt"))
        version = try row.optional("version")
        termination = try row.optional("termination")
        errorCode = try row.optional("errorCode")
        errorText = Self.text(try row.optional("errorMessage"), try row.optional("errorMessageZh"))
        objective = try row.optional("objective")
        bound = try row.optional("bound")
        self.status = status.flatMap(PlanStatus.init)
    }

    /// Errors of jobs that ended before the store kept both languages are in English alone.
    private static func text(_ english: String?, _ chinese: String?) -> Bilingual? {
        english.map { Bilingual($0, chinese ?? $0) }
    }

    private static func date(_ seconds: Double?) -> Date? { seconds.map(Date.init(timeIntervalSince1970:)) }

    /// - Parameter edited: the revision that was stored with the plan; nil: the plan is for the one that the job was given.
    fileprivate func end(
        with plan: Plan, for edited: Int?, termination: String, duals: [UInt8]?, in db: Database
    ) throws {
        let revision = edited ?? revision
        let version = try PlanOrigin(self, revision: revision).insert(plan, duals: duals, in: db)
        try db.execute(
            sql: """
                UPDATE job SET state = 'done', endedAt = ?, revision = ?, version = ?, termination = ?, objective = ?,
                    bound = ?, incumbent = NULL
                WHERE id = ?
                """,
            arguments: [secondsNow(), revision, version, termination, plan.objective, plan.bound, id])
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
