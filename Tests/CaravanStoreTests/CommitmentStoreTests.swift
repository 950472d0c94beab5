import CaravanCore
import CaravanLanguage
import CaravanStore
import Testing

@Suite("Commitments in the store")
struct CommitmentStoreTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func store(_ conformer: Conformer) async throws -> any WeekStore {
        let store = try conformer.open(in: folder)
        _ = try await store.load(try Sample.week(requests: 3), replacing: false)
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        return store
    }

    private func states(_ store: any WeekStore) async throws -> [String: CommitmentState] {
        Dictionary(uniqueKeysWithValues: try await store.commitments(of: "w1").map { ($0.request, $0.state) })
    }

    @Test("a mark is kept with its version, and the next one takes its place", arguments: Conformer.allCases)
    func marks(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
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

    @Test(
        "what a revision no longer has loses its mark, however it went; the other marks stay",
        arguments: Conformer.allCases)
    func withdrawn(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let head = try await store.head(of: "w1")
        try await store.commit(["r1", "r2", "r3"], as: .confirmed, version: 1, for: head)
        let fewer = try await store.addRevision(try Sample.week(requests: 2), basedOn: head, cause: "WITHDRAW")
        #expect(try await states(store) == ["r1": .confirmed, "r2": .confirmed])
        _ = try await store.addRevision(try Sample.week(requests: 3), basedOn: fewer, cause: "SUBMIT")
        #expect(try await states(store).keys.sorted() == ["r1", "r2"])
        _ = try await store.load(try Sample.week(requests: 1), replacing: true)
        #expect(try await states(store) == ["r1": .confirmed])
    }

    @Test("marks go with their week", arguments: Conformer.allCases)
    func dropped(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        try await store.commit(["r1"], as: .confirmed, version: 1, for: store.head(of: "w1"))
        _ = try await store.drop("w1")
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.commitments(of: "w1") }
        _ = try await store.load(try Sample.week(), replacing: false)
        #expect(try await store.commitments(of: "w1").isEmpty)
    }

    @Test("a week that was changed since is not marked", arguments: Conformer.allCases)
    func conflict(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let head = try await store.head(of: "w1")
        _ = try await store.addRevision(try Sample.week(requests: 2), basedOn: head, cause: "WITHDRAW")
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.commit(["r1", "r3"], as: .draft, version: 1, for: head)
        }
        #expect(try await store.commitments(of: "w1").isEmpty)
    }
}
