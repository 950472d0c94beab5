import CaravanCore
import GRDB
import Testing

@testable import CaravanStore

@Suite("Commitments in the store")
struct CommitmentStoreTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = folder.path("store.sqlite")
    }

    private func store(requests: Int = 3) async throws -> Store {
        let store = try Store(path: path)
        _ = try await store.load(try Sample.week(requests: requests), replacing: false)
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        return store
    }

    private func states(_ store: Store) async throws -> [String: CommitmentState] {
        Dictionary(uniqueKeysWithValues: try await store.commitments(of: "w1").map { ($0.request, $0.state) })
    }

    @Test("a mark is kept with its version, and the next one takes its place")
    func marks() async throws {
        let store = try await store()
        let head = try await store.head(of: "w1")
        try await store.commit(["r2", "r1", "r2"], as: .confirmed, version: 1, for: head)
        try await store.commit(["r1"], as: .travelBooked, version: 1, for: head)
        let marks = try await store.commitments(of: "w1")
        #expect(marks.map(\.request) == ["r1", "r2"])
        #expect(marks.map(\.state) == [.travelBooked, .confirmed])
        #expect(marks.map(\.version) == [1, 1])
        try await store.commit(["r1"], as: nil, version: 1, for: head)
        #expect(try await states(store) == ["r2": .confirmed])
    }

    @Test("marks outlive the process")
    func reopens() async throws {
        do {
            let store = try await store()
            try await store.commit(["r3"], as: .draft, version: 1, for: store.head(of: "w1"))
            try store.close()
        }
        #expect(try await states(try Store(path: path)) == ["r3": .draft])
    }

    @Test("what a revision no longer has loses its mark, however it went; the other marks stay")
    func withdrawn() async throws {
        let store = try await store()
        let head = try await store.head(of: "w1")
        try await store.commit(["r1", "r2", "r3"], as: .confirmed, version: 1, for: head)
        let fewer = try await store.addRevision(try Sample.week(requests: 2), basedOn: head, cause: "WITHDRAW")
        #expect(try await states(store) == ["r1": .confirmed, "r2": .confirmed])
        _ = try await store.addRevision(try Sample.week(requests: 3), basedOn: fewer, cause: "SUBMIT")
        #expect(try await states(store).keys.sorted() == ["r1", "r2"])
        _ = try await store.load(try Sample.week(requests: 1), replacing: true)
        #expect(try await states(store) == ["r1": .confirmed])
    }

    @Test("marks go with their week")
    func dropped() async throws {
        let store = try await store()
        try await store.commit(["r1"], as: .confirmed, version: 1, for: store.head(of: "w1"))
        _ = try await store.drop("w1")
        await #expect(throws: StoreError(.notFound, "")) { try await store.commitments(of: "w1") }
        _ = try await store.load(try Sample.week(), replacing: false)
        #expect(try await store.commitments(of: "w1").isEmpty)
    }

    @Test("a week that was changed since is not marked")
    func conflict() async throws {
        let store = try await store()
        let head = try await store.head(of: "w1")
        _ = try await store.addRevision(try Sample.week(requests: 2), basedOn: head, cause: "WITHDRAW")
        await #expect(throws: StoreError(.conflict, "")) {
            try await store.commit(["r1", "r3"], as: .draft, version: 1, for: head)
        }
        #expect(try await store.commitments(of: "w1").isEmpty)
    }

    @Test("a store of the first tables is migrated, and keeps what it has")
    func migrates() async throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "1: weeks, plans, jobs")
        try queue.close()
        let store = try await store()
        try await store.commit(["r1"], as: .draft, version: 1, for: store.head(of: "w1"))
        #expect(try await states(store) == ["r1": .draft])
    }
}
