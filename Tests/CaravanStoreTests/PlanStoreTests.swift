import CaravanCore
import CaravanLanguage
import CaravanStore
import Testing

@Suite("Plans and jobs in the store")
struct PlanStoreTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func store(_ conformer: Conformer) async throws -> any WeekStore {
        let store = try conformer.open(in: folder)
        _ = try await store.load(try Sample.week(), replacing: false)
        return store
    }

    private func job(_ store: any WeekStore) async throws -> JobRecord {
        try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: #"{"seed":1}"#)
    }

    @Test("a plan gets its week's next version, in its document too", arguments: Conformer.allCases)
    func numbersPlans(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        #expect(try await store.adopt(Sample.plan(objective: 30), for: store.head(of: "w1")) == 1)
        #expect(try await store.adopt(Sample.plan(objective: 20), for: store.head(of: "w1")) == 2)
        let plans = try await store.plans(of: "w1")
        #expect(plans.map(\.version) == [2, 1])
        #expect(plans.map(\.unserved) == [0, 0])
        #expect(plans.map(\.objective) == [20, 30])
        #expect(plans.map(\.source) == [.adopt, .adopt])
        let second = try await store.plan(of: "w1", .number(2))
        #expect(try Plan(document: JSON(parsing: second.text)).version == 2)
        #expect(second.summary.gap == 0.5)
    }

    @Test("the latest and the published version are found without their numbers", arguments: Conformer.allCases)
    func choosesPlan(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1"))
        #expect(try await store.plan(of: "w1").summary.version == 2)
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.plan(of: "w1", .published) }
        #expect(try await store.publish(week: "w1", .number(1)).previous == nil)
        #expect(try await store.plan(of: "w1", .published).summary.version == 1)
        let second = try await store.publish(week: "w1", .latest)
        #expect(second == (version: 2, previous: 1))
        #expect(try await store.plans(of: "w1").map(\.isPublished) == [true, false])
    }

    @Test("publications stand in their order, a version published again once more", arguments: Conformer.allCases)
    func publications(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        #expect(try await store.publications(of: "w1").isEmpty)
        for _ in 0..<2 { _ = try await store.adopt(Sample.plan(), for: store.head(of: "w1")) }
        for version in [2, 1, 2] { _ = try await store.publish(week: "w1", .number(version)) }
        let found = try await store.publications(of: "w1")
        #expect(found.map(\.version) == [2, 1, 2])
        #expect(found.map(\.publishedAt) == found.map(\.publishedAt).sorted())
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.publications(of: "w2") }
    }

    @Test("the bound proven for a revision is the best of its solves", arguments: Conformer.allCases)
    func provenBound(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        #expect(try await store.provenBound(of: "w1", revision: 1) == nil)
        _ = try await store.adopt(Sample.plan(objective: 100), for: store.head(of: "w1"))
        for objective in [20.0, 30] {
            _ = try await store.finishJob(
                try await job(store).id, .done(Sample.plan(objective: objective), termination: "gap"))
        }
        #expect(try await store.provenBound(of: "w1", revision: 1) == 15)
        #expect(try await store.provenBound(of: "w1", revision: 2) == nil)
    }

    @Test("what the bound of a plan rested on is kept with it, and goes with it", arguments: Conformer.allCases)
    func duals(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let bytes: [UInt8] = [1, 0, 255, 7]
        _ = try await store.finishJob(
            try await job(store).id, .done(Sample.plan(), termination: "gap", duals: bytes))
        _ = try await store.finishJob(try await job(store).id, .done(Sample.plan(), termination: "gap"))
        #expect(try await store.duals(of: "w1", version: 1) == bytes)
        #expect(try await store.duals(of: "w1", version: 2) == nil)
        _ = try await store.drop("w1")
        _ = try await store.load(try Sample.week(), replacing: false)
        #expect(try await store.duals(of: "w1", version: 1) == nil)
    }

    @Test("a job goes from queued over running to done, and its plan knows the job", arguments: Conformer.allCases)
    func finishesJob(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let queued = try await job(store)
        #expect(queued.state == .queued)
        #expect(try await store.startJob(queued.id).state == .running)
        let done = try await store.finishJob(queued.id, .done(Sample.plan(), termination: "gap"))
        #expect(done.state == .done)
        #expect(done.version == 1)
        #expect(done.termination == "gap")
        #expect(done.status == .feasible)
        let plan = try await store.plan(of: "w1", .number(1))
        #expect(plan.summary.job == queued.id)
        #expect(plan.summary.parameters == #"{"seed":1}"#)
        #expect(plan.summary.source == .solve)
    }

    @Test("a job that has ended cannot end again", arguments: Conformer.allCases)
    func endsOnce(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store).id
        _ = try await store.finishJob(id, .failed(code: "infeasible", text: Bilingual("pins contradict", "锁定互相矛盾")))
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.finishJob(id, .done(Sample.plan(), termination: "limit"))
        }
        #expect(try await store.plans(of: "w1").isEmpty)
        #expect(try await store.job(id).errorText == Bilingual("pins contradict", "锁定互相矛盾"))
    }

    @Test("a cancelled job leaves no plan, even with an incumbent", arguments: Conformer.allCases)
    func cancels(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store).id
        _ = try await store.startJob(id)
        try await store.saveIncumbent(Sample.plan(), of: id)
        #expect(try await store.finishJob(id, .cancelled).objective == nil)
        #expect(try await store.plans(of: "w1").isEmpty)
    }

    @Test("an interrupted job keeps its incumbent as a version", arguments: Conformer.allCases)
    func interrupts(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let id = try await job(store).id
        _ = try await store.startJob(id)
        try await store.saveIncumbent(Sample.plan(objective: 7), of: id)
        let ended = try await store.finishJob(id, .interrupted)
        #expect(ended.state == .interrupted)
        #expect(ended.version == 1)
        #expect(try await store.plan(of: "w1").summary.objective == 7)
    }

    @Test("jobs are listed by week, newest first", arguments: Conformer.allCases)
    func listsJobs(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week("w2"), replacing: false)
        let first = try await job(store)
        let other = try await store.createJob(store.head(of: "w2"), kind: "solve", parameters: "{}")
        let last = try await job(store)
        #expect(try await store.jobs().map(\.id) == [last.id, other.id, first.id])
        #expect(try await store.jobs(of: "w1").map(\.id) == [last.id, first.id])
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.jobs(of: "nobody") }
    }
}
