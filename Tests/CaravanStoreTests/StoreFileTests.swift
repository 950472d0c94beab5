import CaravanCore
import CaravanLanguage
import CaravanSQLite
import CaravanStore
import Foundation
import GRDB
import Testing

@Suite("Which file is a store, and whose")
struct StoreFileTests {
    let folder: Folder
    let path: String
    private let files = FileManager.default

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    /// A closed store that holds a week.
    private func makeStore() async throws {
        let store = try SQLiteStore(path: path)
        _ = try await store.load(try Sample.week(), replacing: false)
        try store.close()
    }

    /// Changes a closed store behind its back.
    private func edit(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("a store is found, and locked, behind symbolic links to it and to its folder")
    func symbolicLinks() async throws {
        try await makeStore()
        try files.createSymbolicLink(atPath: folder.path("link.sqlite"), withDestinationPath: "store.sqlite")
        try files.createSymbolicLink(atPath: folder.path("here"), withDestinationPath: folder.url.path)
        let store = try SQLiteStore(path: folder.path("link.sqlite"))
        #expect(try await store.weeks().map(\.id) == ["w1"])
        for name in ["store.sqlite", "link.sqlite", "here/store.sqlite", "here/./link.sqlite"] {
            #expect(throws: StoreError(.inUse, Bilingual.empty)) { try SQLiteStore(path: folder.path(name)) }
        }
        try store.close()
        let again = try SQLiteStore(path: folder.path("here/store.sqlite"))
        try again.close()
    }

    @Test("a store is locked by whatever hard link it is opened")
    func hardLinks() async throws {
        try await makeStore()
        try files.linkItem(atPath: path, toPath: folder.path("other.sqlite"))
        let store = try SQLiteStore(path: path)
        #expect(throws: StoreError(.inUse, Bilingual.empty)) { try SQLiteStore(path: folder.path("other.sqlite")) }
        #expect(throws: StoreError(.inUse, Bilingual.empty)) {
            try SQLiteStore.backUp(storeAt: folder.path("other.sqlite"), to: folder.path("backup.sqlite"))
        }
        #expect(!files.fileExists(atPath: folder.path("backup.sqlite")))
        try store.close()
        let other = try SQLiteStore(path: folder.path("other.sqlite"))
        #expect(throws: StoreError(.inUse, Bilingual.empty)) { try SQLiteStore(path: path) }
        try other.close()
    }

    @Test("a link to nowhere, a folder and a pipe are refused")
    func noFiles() throws {
        try files.createSymbolicLink(atPath: folder.path("broken"), withDestinationPath: "nowhere")
        #expect(throws: StoreError(.readOnly, Bilingual.empty)) { try SQLiteStore(path: folder.path("broken")) }
        #expect(throws: StoreError(.readOnly, Bilingual.empty)) { try SQLiteStore(path: folder.url.path) }
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        #expect(throws: StoreError(.foreign, Bilingual.empty)) { try SQLiteStore(path: folder.path("pipe")) }
    }

    @Test("an empty file is refused, unless a process was killed that had just made it")
    func emptyFile() async throws {
        try Data().write(to: URL(filePath: path))
        #expect(throws: StoreError(.foreign, Bilingual.empty)) { try SQLiteStore(path: path) }
        #expect(throws: StoreError(.foreign, Bilingual.empty)) {
            try SQLiteStore.backUp(storeAt: path, to: path + ".backup")
        }
        #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
        try Data("unbegun".utf8).write(to: URL(filePath: path + ".lock"))
        #expect(try await SQLiteStore(path: path).weeks().isEmpty)
        #expect(try Data(contentsOf: URL(filePath: path + ".lock")).isEmpty)
    }

    @Test("another program's database is refused and left alone, also one of our name for its tables")
    func foreign() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE week (id TEXT); CREATE TABLE plan (id TEXT); PRAGMA application_id = 7")
        }
        try queue.close()
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError(.foreign, Bilingual.empty)) { try SQLiteStore(path: path) }
        #expect(throws: StoreError(.foreign, Bilingual.empty)) {
            try SQLiteStore.backUp(storeAt: path, to: path + ".backup")
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test("a store from before there were an application id and checksums is known by its tables, and gets both")
    func oldStore() async throws {
        try await makeStore()
        try edit(
            """
            PRAGMA application_id = 0;
            DROP TABLE seal;
            DROP TABLE storeState;
            ALTER TABLE job DROP COLUMN incumbentChecksum;
            DELETE FROM grdb_migrations WHERE identifier LIKE '5:%' OR identifier LIKE '6:%';
            """)
        let store = try SQLiteStore(path: path)
        #expect(try await store.week("w1").requests == 1)
        try store.close()
        let header = try Data(contentsOf: URL(filePath: path))[68..<72]
        #expect(String(decoding: header, as: UTF8.self) == "CRVN")
        try edit("UPDATE weekRevision SET title = 'another'")
        let again = try SQLiteStore(path: path)
        await #expect(throws: StoreError(.damaged, Bilingual.empty)) { try await again.week("w1") }
        try again.close()
    }

    @Test("a write-ahead log without its store is not thrown away")
    func logAlone() throws {
        try Data("log".utf8).write(to: URL(filePath: path + "-wal"))
        #expect(throws: StoreError(.foreign, Bilingual.empty)) { try SQLiteStore(path: path) }
        #expect(!files.fileExists(atPath: path))
        #expect(files.fileExists(atPath: path + "-wal"))
    }
}
