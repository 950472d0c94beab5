import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import Synchronization
import Testing

@testable import CaravanSQLite

@Suite("Files that are taken from under an open store")
struct StorePlaceTests {
    let folder: Folder
    let path: String
    private let files = FileManager.default
    private let findings = Findings()

    /// What a watch told.
    private final class Findings: Sendable {
        private let texts = Mutex<[String]>([])
        func add(_ finding: StoreFinding) { texts.withLock { $0.append(finding.text.english) } }
        var all: [String] { texts.withLock { $0 } }
    }

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    /// A store that holds a week, and somebody who looks after it when told to.
    private func open() async throws -> (SQLiteStore, StoreWatch) {
        let store = try SQLiteStore(path: path)
        let watch = StoreWatch(over: store, every: .seconds(3600)) { [findings] in findings.add($0) }
        watch.end()
        _ = try await store.load(try Sample.week(), replacing: false)
        watch.look()
        return (store, watch)
    }

    private func expectRefusal(_ store: SQLiteStore) async {
        await #expect(throws: StoreError(.displaced, Bilingual.empty)) {
            try await store.load(try Sample.week("w2"), replacing: false)
        }
        // Several at a time, so that every reader is asked.
        await withTaskGroup(of: [String]?.self) { group in
            for _ in 0..<20 { group.addTask { try? await store.weeks().map(\.id) } }
            for await answer in group { #expect(answer == ["w1"]) }
        }
        #expect(store.condition == .displaced)
    }

    /// What takes a file from under the store, and what happens to the store then.
    enum Theft: CaseIterable {
        case removed, replaced, moved, logRemoved, indexRemoved
    }

    @Test("nothing more is changed, reading goes on, and everything is saved", arguments: Theft.allCases)
    func displaces(_ theft: Theft) async throws {
        let (store, watch) = try await open()
        switch theft {
        case .removed: try files.removeItem(atPath: path)
        case .moved: try files.moveItem(atPath: path, toPath: folder.path("elsewhere"))
        case .replaced:
            try files.copyItem(atPath: path, toPath: folder.path("other"))
            try files.removeItem(atPath: path)
            try files.moveItem(atPath: folder.path("other"), toPath: path)
        case .logRemoved: try files.removeItem(atPath: path + "-wal")
        case .indexRemoved: try files.removeItem(atPath: path + "-shm")
        }
        await expectRefusal(store)
        watch.look()
        #expect(
            findings.all.count == 1 && findings.all[0].contains("\(path).saved, which contains everything"),
            "\(findings.all)")
        await expectRefusal(store)
        try store.close()
        let saved = try SQLiteStore(path: path + ".saved")
        #expect(try await saved.weeks().map(\.id) == ["w1"])
        #expect(saved.findings.isEmpty)
        try saved.close()
    }

    @Test("a store that is put back goes on, and what was saved meanwhile is not needed any more")
    func comesBack() async throws {
        let (store, watch) = try await open()
        try files.moveItem(atPath: path, toPath: folder.path("elsewhere"))
        watch.look()
        await expectRefusal(store)
        #expect(files.fileExists(atPath: path + ".saved"))
        try files.moveItem(atPath: folder.path("elsewhere"), toPath: path)
        #expect(try await store.load(try Sample.week("w2"), replacing: false).revision == 1)
        watch.look()
        #expect(findings.all.last?.contains("are back") == true)
        #expect(!files.fileExists(atPath: path + ".saved"))
        #expect(store.condition == .sound)
        try store.close()
        #expect(try await SQLiteStore(path: path).weeks().map(\.id) == ["w1", "w2"])
    }

    @Test("where the folder is gone nothing can be saved, which is told; put back, all is there")
    func folderGone() async throws {
        let (store, watch) = try await open()
        let elsewhere = folder.url.path + "-elsewhere"
        try files.moveItem(atPath: folder.url.path, toPath: elsewhere)
        watch.look()
        await expectRefusal(store)
        #expect(findings.all.last?.contains("a copy could not be written") == true, "\(findings.all)")
        #expect(!files.fileExists(atPath: folder.url.path), "nothing is made anew")
        try files.moveItem(atPath: elsewhere, toPath: folder.url.path)
        #expect(try await store.load(try Sample.week("w2"), replacing: false).revision == 1)
        try store.close()
    }
}
