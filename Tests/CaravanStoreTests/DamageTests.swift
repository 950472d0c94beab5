import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB
import Testing

@testable import CaravanSQLite

@Suite("A store that cannot do its work")
struct DamageTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    @Test("a full store refuses a change with a clear error, loses nothing and goes on working")
    func fullDisk() async throws {
        let store = try SQLiteStore(path: path, pageLimit: 60)
        let first = try await store.load(try Sample.week(requests: 2), replacing: false)
        await #expect(throws: StoreError(.full, Bilingual.empty)) {
            try await store.load(try Sample.week("big", requests: 2000), replacing: false)
        }
        #expect(try await store.weeks().map(\.id) == ["w1"])
        #expect(try await store.week("w1").requests == 2)
        #expect(
            try await store.addRevision(try Sample.week(requests: 3), basedOn: first, cause: "SUBMIT").revision == 2)
    }

    @Test("in a store that is full to its last page a week can be dropped, and then there is room")
    func dropsFromFullStore() async throws {
        let store = try SQLiteStore(path: path, pageLimit: 120)
        _ = try await store.load(try Sample.week("first", requests: 300), replacing: false)
        var filler = 0
        while true {
            do { _ = try await store.load(try Sample.week("w\(filler)"), replacing: false) } catch { break }
            filler += 1
        }
        await #expect(throws: StoreError(.full, Bilingual.empty)) {
            try await store.load(try Sample.week("first", requests: 300), replacing: true)
        }
        #expect(try await store.drop("first") == 0)
        _ = try await store.load(try Sample.week("second", requests: 200), replacing: false)
        #expect(try await store.weeks().count == filler + 1)
        try store.close()
    }

    @Test("room is kept in reserve on the store's disk")
    func reserve() throws {
        let store = try SQLiteStore(path: path)
        let size = try FileManager.default.attributesOfItem(atPath: path + ".reserve")[.size] as? Int
        #expect((1 << 20...16 << 20).contains(size ?? 0))
        try store.close()
    }

    @Test("it is spent piece by piece: what needs little leaves the rest to the next, and it is made whole again")
    func reserveInPieces() throws {
        let reserve = Reserve(besideStoreAt: path)
        func size() -> Int { FileName.size(of: path + ".reserve") ?? 0 }
        reserve.fill()
        let whole = size()
        var attempts = 0
        let answer = try reserve.spend {
            attempts += 1
            if attempts < 3 { throw StoreError(.full, Bilingual.empty) }
            return attempts
        }
        #expect(answer == 3 && size() == max(0, whole - 2 << 20))
        #expect(throws: StoreError(.full, Bilingual.empty)) {
            try reserve.spend { throw StoreError(.full, Bilingual.empty) }
        }
        #expect(size() == 0 && !FileManager.default.fileExists(atPath: path + ".reserve"))
        reserve.fill()
        #expect(size() == whole)
    }

    @Test("a file that is no store is refused and left alone")
    func notAStore() throws {
        let text = Data(repeating: UInt8(ascii: "x"), count: 9000)
        try text.write(to: URL(filePath: path))
        #expect(throws: StoreError(.corrupt, Bilingual.empty)) { try SQLiteStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }

    @Test("a store with damaged pages is refused")
    func damagedPages() async throws {
        do {
            let store = try SQLiteStore(path: path)
            _ = try await store.load(try Sample.week(requests: 200), replacing: false)
            try store.close()
        }
        var bytes = try Data(contentsOf: URL(filePath: path))
        for page in 1..<bytes.count / 4096 {
            bytes.replaceSubrange(page * 4096..<page * 4096 + 200, with: repeatElement(0xAB, count: 200))
        }
        try bytes.write(to: URL(filePath: path))
        #expect(throws: StoreError(.corrupt, Bilingual.empty)) { try SQLiteStore(path: path) }
    }

    @Test("a folder that is not there is a clear error")
    func noFolder() {
        #expect(throws: StoreError(.readOnly, Bilingual.empty)) {
            try SQLiteStore(path: folder.path("nowhere/store.sqlite"))
        }
    }

    @Test("a store that is in use is refused, and free again once it is let go")
    func inUse() throws {
        let first = try SQLiteStore(path: path)
        #expect(throws: StoreError(.inUse, Bilingual.empty)) { try SQLiteStore(path: path) }
        try first.close()
        let second = try SQLiteStore(path: path)
        try second.close()
    }

    @Test("a store of a newer program is refused")
    func newer() throws {
        _ = try SQLiteStore(path: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')") }
        try queue.close()
        #expect(throws: StoreError(.newer, Bilingual.empty)) { try SQLiteStore(path: path) }
    }

    @Test("the store and its backup are for their owner alone")
    func permissions() throws {
        let store = try SQLiteStore(path: path)
        _ = try SQLiteStore.backUp(storeAt: path, to: folder.path("backup.sqlite"))
        for name in ["store.sqlite", "store.sqlite-wal", "backup.sqlite"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
        try store.close()
    }

    @Test("a closed store answers with an error")
    func closed() async throws {
        let store = try SQLiteStore(path: path)
        try store.close()
        await #expect(throws: StoreError.self) { try await store.weeks() }
    }
}
