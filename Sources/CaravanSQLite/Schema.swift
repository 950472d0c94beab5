import GRDB

/// The tables, as a list of migrations. A migration that has been released is never changed: a new one follows it.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: weeks, plans, jobs", migrate: firstTables)
        migrator.registerMigration("2: commitments", migrate: commitmentTable)
        migrator.registerMigration("3: duals of plans", migrate: duals)
        migrator.registerMigration("4: errors of jobs in Chinese") { db in
            try db.execute(sql: "ALTER TABLE job ADD COLUMN errorMessageZh TEXT")
        }
        migrator.registerMigration("5: what a store says of itself", migrate: stateTable)
        migrator.registerMigration("6: checksums", migrate: sealTable)
        migrator.registerMigration("7: leases of jobs", migrate: leases)
        return migrator
    }

    /// What the bound of a plan rested on, for replannings against it: opaque to the store, and away with the plan.
    private static func duals(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE planDuals (
                    week TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    duals BLOB NOT NULL,
                    PRIMARY KEY (week, version),
                    FOREIGN KEY (week, version) REFERENCES plan (week, version) ON DELETE CASCADE
                );
                """)
    }

    /// Documents are kept as the one-line JSON text that goes out on the wire. `lastRevision` and `lastVersion` only
    /// grow, so that a number once given never means something else.
    private static func firstTables(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE week (
                    id TEXT NOT NULL PRIMARY KEY,
                    createdAt REAL NOT NULL,
                    lastRevision INTEGER NOT NULL DEFAULT 0,
                    lastVersion INTEGER NOT NULL DEFAULT 0
                );
                CREATE TABLE weekRevision (
                    week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
                    revision INTEGER NOT NULL,
                    createdAt REAL NOT NULL,
                    cause TEXT NOT NULL,
                    title TEXT NOT NULL,
                    start TEXT NOT NULL,
                    days INTEGER NOT NULL,
                    requests INTEGER NOT NULL,
                    document TEXT NOT NULL,
                    PRIMARY KEY (week, revision)
                );
                CREATE TABLE job (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
                    revision INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    parameters TEXT NOT NULL,
                    state TEXT NOT NULL,
                    submittedAt REAL NOT NULL,
                    startedAt REAL,
                    endedAt REAL,
                    version INTEGER,
                    termination TEXT,
                    errorCode TEXT,
                    errorMessage TEXT,
                    objective REAL,
                    bound REAL,
                    incumbent TEXT
                );
                CREATE INDEX jobByWeek ON job (week);
                CREATE INDEX jobByState ON job (state);
                CREATE TABLE plan (
                    week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
                    version INTEGER NOT NULL,
                    revision INTEGER NOT NULL,
                    createdAt REAL NOT NULL,
                    source TEXT NOT NULL,
                    job INTEGER,
                    parameters TEXT NOT NULL,
                    baseline INTEGER,
                    sessions INTEGER NOT NULL,
                    objective REAL,
                    bound REAL,
                    gap REAL,
                    status TEXT,
                    document TEXT NOT NULL,
                    PRIMARY KEY (week, version),
                    FOREIGN KEY (week, revision) REFERENCES weekRevision (week, revision)
                );
                CREATE TABLE publication (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    week TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    publishedAt REAL NOT NULL,
                    FOREIGN KEY (week, version) REFERENCES plan (week, version) ON DELETE CASCADE
                );
                CREATE INDEX publicationByWeek ON publication (week);
                """)
    }
}
