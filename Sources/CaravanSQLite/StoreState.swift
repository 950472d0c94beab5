import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

/// What a store says of itself: its name, how many changes it has taken, and whether it was closed in order.
struct StoreState: Sendable {
    /// Drawn when the store was made; a backup has a name of its own.
    let name: String
    /// Changes since it was made.
    let changes: Int
    /// Whether a daemon has opened it and not closed it.
    let isOpen: Bool

    /// Nil in a store that an earlier program wrote.
    init?(in db: Database) throws {
        guard try db.tableExists("storeState"), let row = try Row.fetchOne(db, sql: "SELECT * FROM storeState") else {
            return nil
        }
        (name, changes, isOpen) = try (row.value("name"), row.value("changes"), row.value("isOpen"))
    }

    /// Counts a change.
    /// - Returns: how many there have been.
    static func count(in db: Database) throws -> Int {
        try db.execute(sql: "UPDATE storeState SET changes = changes + 1")
        return try Int.fetchOne(db, sql: "SELECT changes FROM storeState") ?? 0
    }

    static func set(isOpen: Bool, in db: Database) throws {
        try db.execute(sql: "UPDATE storeState SET isOpen = ?", arguments: [isOpen])
    }

    /// Gives a copy a name of its own.
    static func rename(in db: Database) throws {
        try db.execute(sql: "UPDATE storeState SET name = lower(hex(randomblob(8))), isOpen = 0")
    }

    /// "CRVN": `PRAGMA application_id` of every store, by which other programs know it too.
    static let applicationId = 0x4352_564E

    /// Sees to it that a file is a store.
    /// - Throws: `StoreError` with code `foreign`.
    static func recognise(_ db: Database, at path: String) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if application == applicationId { return }
        // Stores of before the fifth migration have no application id.
        let isOld = try ["grdb_migrations", "weekRevision", "plan", "job"].allSatisfy { try db.tableExists($0) }
        guard application == 0, isOld else {
            throw StoreError(.foreign, StoreFailure.foreign(path))
        }
    }
}

extension Schema {
    /// What a store says of itself.
    static func stateTable(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA application_id = \(StoreState.applicationId);
                CREATE TABLE storeState (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    name TEXT NOT NULL,
                    changes INTEGER NOT NULL,
                    isOpen INTEGER NOT NULL
                );
                INSERT INTO storeState VALUES (1, '', 0, 0);
                """)
        try StoreState.rename(in: db)
    }
}
