import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func commit(
        _ requests: [String], as state: CommitmentState?, version: Int, for head: WeekHead
    ) async throws(StoreError) {
        try await write { db in
            try Self.require(head, in: db)
            guard try Self.requireRevision(of: head.week, in: db) == head.revision else {
                let latest = try Self.requireRevision(of: head.week, in: db)
                throw StoreError(.conflict, RefusedByStore.changedMeanwhile(head.week), revision: latest)
            }
            for request in requests {
                try db.execute(
                    sql: "DELETE FROM commitment WHERE week = ? AND request = ?", arguments: [head.week, request])
                guard let state else { continue }
                try db.execute(
                    sql: "INSERT INTO commitment (week, request, state, version, markedAt) VALUES (?, ?, ?, ?, ?)",
                    arguments: [head.week, request, state.rawValue, version, secondsNow()])
                try Sealed.commitment.seal(where: "week = ? AND request = ?", [head.week, request], in: db)
            }
        }
        for request in requests { damage.forget(.commitment, of: head.week, number: request) }
    }

    /// See `WeekStore`.
    public func commitments(of week: String) async throws(StoreError) -> [CommitmentMark] {
        try await read { db in
            _ = try Self.requireRevision(of: week, in: db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT *, \(Sealed.commitment.isIntact) AS isIntact FROM commitment WHERE week = ? ORDER BY request
                    """, arguments: [week]
            ).compactMap { row in
                try Sealed.commitment.require(row)
                return try CommitmentMark(row)
            }
        }
    }

    /// Takes away the marks of requests that a week no longer has.
    /// - Parameter requests: the ids that it has, as a JSON list.
    static func dropCommitments(of week: String, without requests: String, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM commitment WHERE week = ? AND request NOT IN (SELECT value FROM json_each(?))",
            arguments: [week, requests])
    }
}

extension CommitmentMark {
    /// Nil for a state that this program does not know.
    fileprivate init?(_ row: Row) throws {
        guard let state = CommitmentState(rawValue: try row.value("state")) else { return nil }
        try self.init(
            request: row.value("request"), state: state, version: row.value("version"),
            markedAt: Date(timeIntervalSince1970: row.value("markedAt")))
    }
}
