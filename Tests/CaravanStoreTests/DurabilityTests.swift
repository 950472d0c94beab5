import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB
import Testing

@testable import CaravanSQLite

@Suite("What survives")
struct DurabilityTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    /// What a killed process leaves: the file and its write-ahead log as they are at this moment.
    private func copyAsIfKilled() throws -> String {
        let copy = folder.path("copy.sqlite")
        for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
        return copy
    }

    @Test("everything is there after closing and opening again")
    func reopens() async throws {
        do {
            let store = try SQLiteStore(path: path)
            _ = try await store.load(try Sample.week(), replacing: false)
            _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
            _ = try await store.publish(week: "w1", .number(1))
            try store.close()
        }
        let store = try SQLiteStore(path: path)
        #expect(try await store.settleLapsedJobs(by: .other).isEmpty)
        #expect(try await store.weeks().first?.published == 1)
        #expect(try await store.plan(of: "w1").summary.objective == 10)
    }

    @Test("a change that was acknowledged survives a kill")
    func survivesKill() async throws {
        let store = try SQLiteStore(path: path)
        for title in ["one", "two", "three"] {
            _ = try await store.load(try Sample.week(title: title), replacing: true)
        }
        let reopened = try SQLiteStore(path: try copyAsIfKilled())
        #expect(try await reopened.week("w1").head.revision == 3)
        #expect(try await reopened.week("w1", revision: 2).text.contains("two"))
    }

    @Test("jobs of a killed process have lapsed however long their lease, and the running one's incumbent is a version")
    func recoversJobs() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(), replacing: false)
        var jobs: [Int] = []
        for _ in 0..<3 {
            jobs.append(try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}").id)
        }
        _ = try await store.startJob(jobs[0])
        try await store.saveIncumbent(Sample.plan(objective: 50), of: jobs[0])
        try await store.saveIncumbent(Sample.plan(objective: 40), of: jobs[0])
        _ = try await store.startJob(jobs[1])
        let reopened = try SQLiteStore(path: try copyAsIfKilled())
        let settled = try await reopened.settleLapsedJobs(by: .other)
        #expect(settled.map(\.id) == jobs)
        #expect(settled.map(\.state) == [.interrupted, .interrupted, .interrupted])
        #expect(settled.map(\.version) == [1, nil, nil])
        let kept = try await reopened.plan(of: "w1")
        #expect(kept.summary.objective == 40)
        #expect(kept.summary.job == jobs[0])
        #expect(try await reopened.jobs(of: "w1").allSatisfy { $0.endedAt != nil })
    }

    @Test("versions and job numbers go on where they were")
    func numbersGoOn() async throws {
        do {
            let store = try SQLiteStore(path: path)
            _ = try await store.load(try Sample.week(), replacing: false)
            _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
            _ = try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}")
            try store.close()
        }
        let store = try SQLiteStore(path: path)
        #expect(try await store.adopt(Sample.plan(), for: store.head(of: "w1")) == 2)
        #expect(try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}").id == 2)
    }

    @Test("a backup of a store in use holds everything and never overwrites")
    func backsUp() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(), replacing: false)
        let copy = folder.path("backup.sqlite")
        _ = try SQLiteStore.backUp(storeAt: path, to: copy)
        #expect(throws: StoreError(.exists, Bilingual.empty)) { try SQLiteStore.backUp(storeAt: path, to: copy) }
        #expect(throws: StoreError(.notFound, Bilingual.empty)) {
            try SQLiteStore.backUp(storeAt: copy + "x", to: copy + "y")
        }
        #expect(try await SQLiteStore(path: copy).week("w1").head.revision == 1)
    }

    @Test("a backup of a store that was killed reads its log and leaves it alone; what is damaged is told")
    func backsUpAfterKill() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(title: "one"), replacing: false)
        let copy = try copyAsIfKilled()
        let log = try Data(contentsOf: URL(filePath: copy + "-wal"))
        #expect(try SQLiteStore.backUp(storeAt: copy, to: folder.path("backup.sqlite")).isEmpty)
        #expect(try Data(contentsOf: URL(filePath: copy + "-wal")) == log)
        let backup = try SQLiteStore(path: folder.path("backup.sqlite"))
        #expect(try await backup.week("w1").text.contains("one"))
        try await backup.pool.write { try $0.execute(sql: "UPDATE weekRevision SET cause = 'x'") }
        let findings = try SQLiteStore.backUp(storeAt: folder.path("backup.sqlite"), to: folder.path("second.sqlite"))
        #expect(findings.map(\.text.english).first?.contains("revision 1 of week w1") == true)
        try backup.close()
    }

    @Test("commits wait for the disk: write-ahead log with full synchronisation")
    func synchronises() async throws {
        let store = try SQLiteStore(path: path)
        let settings = try await store.pool.writeWithoutTransaction { db in
            try ["journal_mode", "synchronous", "foreign_keys"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(settings == ["wal", "2", "1"])
    }

    @Test("after closing the file alone is the whole store")
    func closesIntoOneFile() async throws {
        do {
            let store = try SQLiteStore(path: path)
            _ = try await store.load(try Sample.week(requests: 50), replacing: false)
            try store.close()
        }
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(try await SQLiteStore(path: copy).week("w1").requests == 50)
    }
}
