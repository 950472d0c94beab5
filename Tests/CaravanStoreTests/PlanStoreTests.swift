import CaravanCore
import CaravanStore
import Testing

@Suite("Plans and jobs in the store")
struct PlanStoreTests {
    let folder: Folder
    let store: Store

    init() async throws {
        folder = try Folder()
        store = try Store(path: folder.path("store.sqlite"))
        _ = try await store.load(try Sample.week(), replacing: false)
    }

    private func job() async throws -> JobRecord {
        try await store.createJob(week: "w1", revision: 1, kind: "solve", parameters: #"{"seed":1}"#)
    }

    @Test("a plan gets its week's next version, in its document too")
    func numbersPlans() async throws {
        #expect(try await store.adopt(Sample.plan(objective: 30), revision: 1) == 1)
        #expect(try await store.adopt(Sample.plan(objective: 20), revision: 1) == 2)
        let plans = try await store.plans(of: "w1")
        #expect(plans.map(\.version) == [1, 2])
        #expect(plans.map(\.objective) == [30, 20])
        #expect(plans.map(\.source) == [.adopt, .adopt])
        let second = try await store.plan(of: "w1", version: 2)
        #expect(try Plan(document: JSON(parsing: second.text)).version == 2)
        #expect(second.summary.gap == 0.5)
    }

    @Test("without a version the published plan is meant, and where none is published the latest")
    func choosesPlan() async throws {
        _ = try await store.adopt(Sample.plan(), revision: 1)
        _ = try await store.adopt(Sample.plan(), revision: 1)
        #expect(try await store.plan(of: "w1").summary.version == 2)
        try await store.publish(week: "w1", version: 1)
        #expect(try await store.plan(of: "w1").summary.version == 1)
        #expect(try await store.publishedVersion(of: "w1") == 1)
        try await store.publish(week: "w1", version: 2)
        #expect(try await store.plans(of: "w1").map(\.isPublished) == [false, true])
    }

    @Test("a job goes from queued over running to done, and its plan knows the job")
    func finishesJob() async throws {
        let queued = try await job()
        #expect(queued.state == .queued)
        #expect(try await store.startJob(queued.id).state == .running)
        let done = try await store.finishJob(queued.id, .done(Sample.plan(), termination: "gap"))
        #expect(done.state == .done)
        #expect(done.version == 1)
        #expect(done.termination == "gap")
        let plan = try await store.plan(of: "w1", version: 1)
        #expect(plan.summary.job == queued.id)
        #expect(plan.summary.parameters == #"{"seed":1}"#)
        #expect(plan.summary.source == .solve)
    }

    @Test("a job that has ended cannot end again")
    func endsOnce() async throws {
        let id = try await job().id
        _ = try await store.finishJob(id, .failed(code: "infeasible", message: "pins contradict"))
        await #expect(throws: StoreError(.conflict, "")) {
            try await store.finishJob(id, .done(Sample.plan(), termination: "limit"))
        }
        #expect(try await store.plans(of: "w1").isEmpty)
        #expect(try await store.job(id).errorMessage == "pins contradict")
    }

    @Test("a cancelled job leaves no plan, even with an incumbent")
    func cancels() async throws {
        let id = try await job().id
        _ = try await store.startJob(id)
        try await store.saveIncumbent(Sample.plan(), of: id)
        #expect(try await store.finishJob(id, .cancelled).objective == nil)
        #expect(try await store.plans(of: "w1").isEmpty)
    }

    @Test("an interrupted job keeps its incumbent as a version")
    func interrupts() async throws {
        let id = try await job().id
        _ = try await store.startJob(id)
        try await store.saveIncumbent(Sample.plan(objective: 7), of: id)
        let ended = try await store.finishJob(id, .interrupted)
        #expect(ended.state == .interrupted)
        #expect(ended.version == 1)
        #expect(try await store.plan(of: "w1").summary.objective == 7)
    }

    @Test("jobs are listed by week, oldest first")
    func listsJobs() async throws {
        _ = try await store.load(try Sample.week("w2"), replacing: false)
        let first = try await job()
        let other = try await store.createJob(week: "w2", revision: 1, kind: "solve", parameters: "{}")
        let last = try await job()
        #expect(try await store.jobs().map(\.id) == [first.id, other.id, last.id])
        #expect(try await store.jobs(of: "w1").map(\.id) == [first.id, last.id])
        await #expect(throws: StoreError(.notFound, "")) { try await store.jobs(of: "nobody") }
    }
}
