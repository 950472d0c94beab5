import Foundation
import GRDB

/// A version that was declared the one that is held.
public struct Publication: Sendable, Equatable {
    /// Number of the version.
    public let version: Int
    /// When it was published.
    public let publishedAt: Date
}

extension Store {
    /// What was published of a week, the first one first; a version stands in it as often as it was published.
    /// - Throws: `StoreError`: `notFound`, `damaged`.
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
