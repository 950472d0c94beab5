import CaravanCore
import CaravanLanguage
import CaravanStore
import Testing

@Suite("Proposed plans in the store")
struct ProposalStoreTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func store(_ conformer: Conformer) async throws -> any WeekStore {
        let store = try conformer.open(in: folder)
        _ = try await store.load(try Sample.week(requests: 2), replacing: false)
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        return store
    }

    /// The proposal of a job that is done.
    private func proposal(
        _ store: any WeekStore, baseline: Int = 1, edited: Week? = nil
    ) async throws -> ProposedPlan {
        let head = try await store.head(of: "w1")
        let job = try await store.createJob(head, kind: "preview", parameters: #"{"seed":1}"#)
        _ = try await store.finishJob(job.id, .studied(termination: "gap", objective: 30, bound: 15))
        var plan = Sample.plan(objective: 30)
        plan.baseline = baseline
        return ProposedPlan(job: job.id, basis: head, edited: edited, plan: plan, duals: [1, 2])
    }

    @Test(
        "a proposal becomes a revision, a version, what its job made, and what is published, all at once",
        arguments: Conformer.allCases)
    func accepts(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let proposal = try await proposal(store, edited: Sample.week(title: "Edited"))
        let accepted = try await store.accept(proposal, publishing: true)
        #expect(accepted.head.revision == 2 && accepted.version == 2 && accepted.previous == nil)
        #expect(try await store.week("w1").requests == 1)
        let stored = try await store.plan(of: "w1", .published).summary
        #expect(stored.version == 2 && stored.revision == 2 && stored.source == .replan && stored.baseline == 1)
        #expect(stored.job == proposal.job && stored.parameters == #"{"seed":1}"#)
        #expect(try await store.duals(of: "w1", version: 2) == [1, 2])
        #expect(try await store.job(proposal.job).version == 2)
    }

    @Test("without edits the revision stays, and nothing is published unasked", arguments: Conformer.allCases)
    func keepsRevision(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let accepted = try await store.accept(try await proposal(store), publishing: false)
        #expect(accepted.head.revision == 1 && accepted.version == 2)
        #expect(try await store.publishedVersion(of: "w1") == nil)
    }

    @Test(
        "a second time, after another change, or without its baseline it is refused, and nothing is stored",
        arguments: Conformer.allCases)
    func refuses(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let (first, second) = (
            try await proposal(store), try await proposal(store, edited: Sample.week(title: "Edited"))
        )
        let third = try await proposal(store, edited: Sample.week(title: "Other"))
        let orphan = try await proposal(store, baseline: 7, edited: Sample.week(title: "Orphan"))
        _ = try await store.accept(first, publishing: false)
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.accept(first, publishing: true)
        }
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.accept(orphan, publishing: true)
        }
        _ = try await store.accept(second, publishing: false)
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.accept(third, publishing: true)
        }
        #expect(try await store.plans(of: "w1").map(\.version) == [3, 2, 1])
        #expect(try await store.head(of: "w1").revision == 2)
        #expect(try await store.publishedVersion(of: "w1") == nil)
    }

    @Test("a week that was dropped and loaded again is another one", arguments: Conformer.allCases)
    func reloaded(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let proposal = try await proposal(store)
        _ = try await store.drop("w1")
        _ = try await store.load(try Sample.week(), replacing: false)
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) {
            try await store.accept(proposal, publishing: false)
        }
    }
}
