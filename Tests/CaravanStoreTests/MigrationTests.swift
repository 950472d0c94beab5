import CaravanCore
import CaravanStore
import GRDB
import Testing

@testable import CaravanSQLite

@Suite("Stores that an earlier version wrote")
struct MigrationTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    @Test("a store of the first tables is migrated, and takes marks")
    func migrates() async throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "1: weeks, plans, jobs")
        try queue.close()
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(), replacing: false)
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        try await store.commit(["r1"], as: .draft, version: 1, for: store.head(of: "w1"))
        #expect(try await store.commitments(of: "w1").map(\.state) == [.draft])
        try store.close()
        #expect(try await SQLiteStore(path: path).commitments(of: "w1").map(\.request) == ["r1"])
    }

    @Test("jobs that were running before there were leases have lapsed")
    func leases() async throws {
        let queue = try DatabaseQueue(path: path, configuration: SQLiteStore.configuration())
        try Schema.migrator.migrate(queue, upTo: "6: checksums")
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO week (id, createdAt) VALUES ('w1', 0);
                    INSERT INTO job (week, revision, kind, parameters, state, submittedAt)
                    VALUES ('w1', 1, 'solve', '{}', 'running', 0), ('w1', 1, 'solve', '{}', 'done', 0);
                    """)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        #expect(try await store.settleLapsedJobs(by: .other).map(\.id) == [1])
        #expect(try await store.jobs().map(\.state) == [.done, .interrupted])
    }
}
