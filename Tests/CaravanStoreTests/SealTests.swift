import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB
import Testing

@testable import CaravanSQLite

@Suite("What is on disk and is not what was written")
struct SealTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    /// A closed store with two revisions of one week, one of another, a plan with duals, a mark and a publication.
    private func makeStore() async throws {
        let store = try SQLiteStore(path: path)
        let first = try await store.load(try Sample.week(title: "First"), replacing: false)
        let head = try await store.addRevision(try Sample.week(title: "Second"), basedOn: first, cause: "EDIT")
        _ = try await store.load(try Sample.week("w2"), replacing: false)
        let job = try await store.createJob(head, kind: "solve", parameters: "{}")
        _ = try await store.startJob(job.id)
        _ = try await store.finishJob(job.id, .done(Sample.plan(), termination: "gap", duals: [1, 2, 3]))
        try await store.commit(["r1"], as: .confirmed, version: 1, for: head)
        _ = try await store.publish(week: "w1", .number(1))
        try store.close()
    }

    /// Changes a closed store behind its back, as a disk does that gives back something else.
    private func edit(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// What a watch finds that has looked at everything.
    private func search(_ store: SQLiteStore) throws -> [DamagedRow] {
        var search = DamageSearch()
        return try store.pool.read { try search.proceed(for: .seconds(60), in: $0) }
    }

    @Test("a sound store has nothing damaged, whatever its numbers and texts are")
    func sound() async throws {
        try await makeStore()
        let store = try SQLiteStore(path: path)
        for objective in [0, -0.0, 1e15, 0.1] {
            _ = try await store.adopt(Sample.plan(objective: objective), for: store.head(of: "w1"))
        }
        _ = try await store.load(try Sample.week("w3", title: "活动周 🚐"), replacing: false)
        #expect(try search(store).isEmpty)
        #expect(store.condition == .sound)
        try store.close()
    }

    @Test("a changed letter of a document in the file is found; it is not shown, and all else goes on")
    func changedLetter() async throws {
        try await makeStore()
        var bytes = try Data(contentsOf: URL(filePath: path))
        let place = try #require(bytes.range(of: Data(#""title":"Second""#.utf8)))
        bytes[place.upperBound - 2] = UInt8(ascii: "k")
        try bytes.write(to: URL(filePath: path))
        let store = try SQLiteStore(path: path)
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.week("w1") }
        #expect(try await store.week("w1", revision: 1).text.contains("First"))
        #expect(try await store.week("w2").requests == 1)
        #expect(try await store.weeks().map(\.id) == ["w1", "w2"])
        #expect(try await store.load(try Sample.week(title: "Third"), replacing: true).revision == 3)
        #expect(try await store.week("w1").text.contains("Third"))
        try store.close()
    }

    @Test(
        "whatever column is changed, it is noticed",
        arguments: [
            ("weekRevision", ["createdAt", "cause", "title", "start", "days", "requests", "document"]),
            (
                "plan",
                ["createdAt", "source", "job", "parameters", "sessions", "objective", "bound", "status", "document"]
            ),
            ("planDuals", ["duals"]), ("publication", ["publishedAt"]),
            ("commitment", ["state", "version", "markedAt"]),
        ])
    func everyColumn(_ table: String, _ columns: [String]) async throws {
        try await makeStore()
        let intact = try Data(contentsOf: URL(filePath: path))
        for column in columns {
            try intact.write(to: URL(filePath: path))
            try edit(
                """
                UPDATE \(table) SET \(column) = CASE typeof(\(column))
                    WHEN 'blob' THEN x'010204' WHEN 'text' THEN \(column) || ' ' ELSE \(column) + 1 END
                """)
            let store = try SQLiteStore(path: path)
            #expect(try search(store).map(\.kind.rawValue).contains(table), "\(column)")
            try store.close()
        }
    }

    @Test("each damaged row is refused where it is read, with what to do, and can be written anew")
    func refusals() async throws {
        try await makeStore()
        try edit(
            """
            UPDATE plan SET objective = 7; UPDATE planDuals SET duals = x'00';
            UPDATE publication SET publishedAt = 1; UPDATE commitment SET state = 'draft';
            """)
        let store = try SQLiteStore(path: path)
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.plans(of: "w1") }
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.plan(of: "w1", .number(1)) }
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.publications(of: "w1") }
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.commitments(of: "w1") }
        #expect(try await store.duals(of: "w1", version: 1) == nil)
        #expect(try await store.provenBound(of: "w1", revision: 2) == nil)
        let head = try await store.head(of: "w1")
        #expect(try await store.adopt(Sample.plan(), for: head) == 2)
        #expect(try await store.publish(week: "w1", .number(2)) == (2, nil))
        #expect(try await store.publishedVersion(of: "w1") == 2)
        #expect(try await store.publications(of: "w1").map(\.version) == [2])
        try await store.commit(["r1"], as: .confirmed, version: 2, for: head)
        #expect(try await store.commitments(of: "w1").map(\.state) == [.confirmed])
        #expect(try await store.drop("w1") == 2)
        #expect(try search(store).isEmpty)
        try store.close()
    }

    @Test("a watch finds everything that is damaged, and lists say so")
    func watch() async throws {
        try await makeStore()
        try edit("UPDATE weekRevision SET title = 'x' WHERE week = 'w2'; UPDATE plan SET objective = 7")
        let store = try SQLiteStore(path: path)
        let (findings, incoming) = AsyncStream.makeStream(of: StoreFinding.self)
        let watch = StoreWatch(over: store, every: .milliseconds(5)) { incoming.yield($0) }
        var texts: [String] = []
        for await finding in findings {
            texts.append(finding.text.english)
            if texts.count == 2 { break }
        }
        watch.end()
        #expect(texts[0].contains("revision 1 of week w2"), "\(texts)")
        #expect(texts[1].contains("version 1 of week w1"), "\(texts)")
        #expect(store.condition == .damaged(2))
        #expect(try await store.weeks().map(\.isDamaged) == [false, true])
        #expect(try await store.plans(of: "w1").map(\.isDamaged) == [true])
        _ = try await store.drop("w2")
        #expect(store.condition == .damaged(1))
        try store.close()
    }

    @Test("cells that hold something else than they can, lost checksums and wrong counters are errors, not the end")
    func impossibleCells() async throws {
        try await makeStore()
        try edit(
            """
            UPDATE weekRevision SET days = 'many' WHERE week = 'w2';
            UPDATE job SET submittedAt = 'never'; DELETE FROM seal WHERE kind = 'plan';
            UPDATE week SET lastRevision = 1 WHERE id = 'w1';
            """)
        let store = try SQLiteStore(path: path)
        await #expect(throws: StoreError(.corrupt, Bilingual.empty)) { try await store.weeks() }
        await #expect(throws: StoreError(.corrupt, Bilingual.empty)) { try await store.jobs() }
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.week("w1") }
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await store.week("w2") }
        #expect(try search(store).map(\.kind) == [.weekRevision, .plan])
        #expect(try await store.drop("w1") == 1)
        #expect(try await store.drop("w2") == 0)
        #expect(try await store.weeks().isEmpty)
        try store.close()
    }

    @Test("a damaged incumbent of a killed job does not become a version")
    func incumbent() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(), replacing: false)
        let job = try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}")
        _ = try await store.startJob(job.id)
        try await store.saveIncumbent(Sample.plan(), of: job.id)
        try store.close()
        try edit("UPDATE job SET incumbent = replace(incumbent, 'r1', 'r2')")
        let again = try SQLiteStore(path: path)
        #expect(try await again.settleLapsedJobs(by: .other).map(\.version) == [nil])
        try again.close()
    }
}
