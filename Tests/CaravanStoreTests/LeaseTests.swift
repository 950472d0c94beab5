import CaravanCore
import CaravanLanguage
import CaravanStore
import Testing

@Suite("Leases of jobs")
struct LeaseTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func store(_ conformer: Conformer) async throws -> any WeekStore {
        let store = try conformer.open(in: folder)
        _ = try await store.load(try Sample.week(), replacing: false)
        return store
    }

    /// A daemon that gives no sign of life.
    private let gone = JobOwner(id: "gone", lease: .zero)

    private func job(_ store: any WeekStore, for owner: JobOwner) async throws -> Int {
        try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}", for: owner).id
    }

    @Test(
        "jobs whose lease ran out are interrupted, waiting or running, and others are not",
        arguments: Conformer.allCases)
    func settles(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let (running, alive) = (try await job(store, for: gone), try await job(store, for: .alive))
        let waiting = try await job(store, for: gone)
        _ = try await store.startJob(running)
        try await store.saveIncumbent(Sample.plan(objective: 7), of: running)
        let settled = try await store.settleLapsedJobs(by: .other)
        #expect(settled.map(\.id) == [running, waiting])
        #expect(settled.map(\.state) == [.interrupted, .interrupted])
        #expect(settled.map(\.version) == [1, nil])
        #expect(settled.allSatisfy { $0.endedAt != nil })
        #expect(try await store.plan(of: "w1").summary.objective == 7)
        #expect(try await store.job(alive).state == .queued)
        #expect(try await store.settleLapsedJobs(by: .other).isEmpty)
    }

    @Test(
        "a lease that is renewed in time does not run out, nor does it keep others' jobs", arguments: Conformer.allCases
    )
    func renews(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let mine = try await job(store, for: gone)
        let theirs = try await job(store, for: JobOwner(id: "slow", lease: .zero))
        try await store.renewLeases(of: JobOwner(id: "gone", lease: .seconds(3600)))
        #expect(try await store.settleLapsedJobs(by: .other).map(\.id) == [theirs])
        #expect(try await store.startJob(mine).state == .running)
    }

    @Test("a daemon that comes late cannot end a job that was settled meanwhile", arguments: Conformer.allCases)
    func late(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store, for: gone)
        _ = try await store.startJob(id)
        _ = try await store.settleLapsedJobs(by: .other)
        try await store.renewLeases(of: gone)
        try await store.saveIncumbent(Sample.plan(), of: id)
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.finishJob(id, .done(Sample.plan(), termination: "gap"))
        }
        #expect(try await store.plans(of: "w1").isEmpty)
    }

    @Test("a job that has ended has nothing to run out", arguments: Conformer.allCases)
    func ended(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store, for: gone)
        _ = try await store.finishJob(id, .cancelled)
        #expect(try await store.settleLapsedJobs(by: .other).isEmpty)
        #expect(try await store.job(id).state == .cancelled)
    }

    @Test("a daemon never takes its own jobs for orphans, whatever the clock says", arguments: Conformer.allCases)
    func own(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store, for: gone)
        #expect(try await store.settleLapsedJobs(by: gone).isEmpty)
        #expect(try await store.job(id).state == .queued)
    }
}
