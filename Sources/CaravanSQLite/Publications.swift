import CaravanStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See `WeekStore`.
    public func publications(of week: String) async throws(StoreError) -> [Publication] {
        try await read { db in
            _ = try Self.requireRevision(of: week, in: db)
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT *, \(Sealed.publication.isIntact) AS isIntact FROM publication WHERE week = ? ORDER BY id",
                arguments: [week])
            return try rows.map { row in
                try Sealed.publication.require(row)
                let seconds: Double = try row.value("publishedAt")
                return Publication(version: try row.value("version"), publishedAt: Date(timeIntervalSince1970: seconds))
            }
        }
    }
}
