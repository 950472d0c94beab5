import GRDB

extension Schema {
    /// How firmly sessions have been promised. A mark is about a request, so it outlives the version that it was made for.
    static func commitmentTable(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE commitment (
                    week TEXT NOT NULL REFERENCES week (id) ON DELETE CASCADE,
                    request TEXT NOT NULL,
                    state TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    markedAt REAL NOT NULL,
                    PRIMARY KEY (week, request)
                ) WITHOUT ROWID;
                """)
    }
}
