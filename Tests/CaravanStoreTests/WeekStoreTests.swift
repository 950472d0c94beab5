import CaravanCore
import CaravanLanguage
import CaravanStore
import Testing

@Suite("Weeks in the store")
struct WeekStoreTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func store(_ conformer: Conformer) async throws -> any WeekStore { try conformer.open(in: folder) }

    @Test("a loaded week is its first revision and reads back as it was", arguments: Conformer.allCases)
    func loads(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let week = try Sample.week(requests: 3)
        #expect(try await store.load(week, replacing: false).revision == 1)
        let stored = try await store.week("w1")
        #expect(stored.head.revision == 1)
        #expect(stored.requests == 3)
        #expect(try JSON(parsing: stored.text) == week.document)
    }

    @Test(
        "a week that is there is replaced only on demand, and its old revision stays readable",
        arguments: Conformer.allCases)
    func replaces(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(title: "Old"), replacing: false)
        await #expect(throws: StoreError(.exists, Bilingual.empty)) {
            try await store.load(try Sample.week(title: "New"), replacing: false)
        }
        #expect(try await store.load(try Sample.week(title: "New"), replacing: true).revision == 2)
        #expect(try await store.week("w1", revision: 1).text.contains("Old"))
        #expect(try await store.week("w1").text.contains("New"))
    }

    @Test("a change based on an old revision is refused and changes nothing", arguments: Conformer.allCases)
    func refusesStaleChange(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let first = try await store.load(try Sample.week(), replacing: false)
        #expect(
            try await store.addRevision(try Sample.week(requests: 2), basedOn: first, cause: "SUBMIT").revision == 2)
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.addRevision(try Sample.week(requests: 5), basedOn: first, cause: "SUBMIT")
        }
        let latest = try await store.week("w1")
        #expect(latest.head.revision == 2)
        #expect(latest.requests == 2)
        #expect(latest.cause == "SUBMIT")
    }

    @Test(
        "a revision of a dropped week is not mistaken for one of the same number loaded after it",
        arguments: Conformer.allCases)
    func tellsReloadsApart(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        let old = try await store.load(try Sample.week(), replacing: false)
        _ = try await store.drop("w1")
        let new = try await store.load(try Sample.week(), replacing: false)
        #expect(new.revision == old.revision)
        #expect(new != old)
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.addRevision(try Sample.week(requests: 2), basedOn: old, cause: "EDIT")
        }
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) { try await store.adopt(Sample.plan(), for: old) }
        await #expect(throws: StoreError(.conflict, Bilingual.empty)) {
            try await store.createJob(old, kind: "solve", parameters: "{}")
        }
        #expect(try await store.head(of: "w1") == new)
    }

    @Test("of many changes based on the same revision exactly one is accepted", arguments: Conformer.allCases)
    func racesHaveOneWinner(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(), replacing: false)
        let first = try await store.head(of: "w1")
        let winners = await withTaskGroup(of: Bool.self) { group in
            for requests in 2..<12 {
                group.addTask {
                    (try? await store.addRevision(Sample.week(requests: requests), basedOn: first, cause: "EDIT"))
                        != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        #expect(try await store.head(of: "w1").revision == 2)
    }

    @Test("the list of weeks shows revision, requests, plans and what is published", arguments: Conformer.allCases)
    func lists(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week("b"), replacing: false)
        _ = try await store.load(try Sample.week("a", requests: 4), replacing: false)
        _ = try await store.adopt(Sample.plan("a"), for: store.head(of: "a"))
        _ = try await store.adopt(Sample.plan("a"), for: store.head(of: "a"))
        _ = try await store.publish(week: "a", .number(1))
        let weeks = try await store.weeks()
        #expect(weeks.map(\.id) == ["a", "b"])
        #expect(weeks.map(\.requests) == [4, 1])
        #expect(weeks.map(\.plans) == [2, 0])
        #expect(weeks.map(\.published) == [1, nil])
    }

    @Test("a dropped week is gone with its plans and jobs, and its id is free again", arguments: Conformer.allCases)
    func drops(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(), replacing: false)
        let job = try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}")
        _ = try await store.finishJob(job.id, .done(Sample.plan(), termination: "optimal"))
        _ = try await store.publish(week: "w1", .number(1))
        #expect(try await store.drop("w1") == 1)
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.week("w1") }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.job(job.id) }
        #expect(try await store.load(try Sample.week(), replacing: false).revision == 1)
        #expect(try await store.plans(of: "w1").isEmpty)
    }

    @Test("a week with unfinished jobs is not dropped", arguments: Conformer.allCases)
    func keepsBusyWeek(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(), replacing: false)
        let job = try await store.createJob(store.head(of: "w1"), kind: "solve", parameters: "{}")
        await #expect(throws: StoreError(.busy, Bilingual.empty)) { _ = try await store.drop("w1") }
        _ = try await store.finishJob(job.id, .cancelled)
        #expect(try await store.drop("w1") == 0)
    }

    @Test("what is not there is not found", arguments: Conformer.allCases)
    func notFound(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(), replacing: false)
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.week("nobody") }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.week("w1", revision: 7) }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { _ = try await store.drop("nobody") }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.plan(of: "w1") }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.plan(of: "w1", .number(3)) }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) {
            _ = try await store.publish(week: "w1", .number(3))
        }
        await #expect(throws: StoreError(.notFound, Bilingual.empty)) { try await store.job(99) }
    }

    @Test("readers see whole revisions while a writer works", arguments: Conformer.allCases)
    func readsBesideWrites(_ conformer: Conformer) async throws {
        let store = try await store(conformer)
        _ = try await store.load(try Sample.week(requests: 1), replacing: false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var head = try await store.head(of: "w1")
                while head.revision < 30 {
                    head = try await store.addRevision(
                        Sample.week(requests: head.revision + 1), basedOn: head, cause: "SUBMIT")
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<60 {
                        let seen = try await store.week("w1")
                        #expect(seen.requests == seen.head.revision)
                        #expect(try JSON(parsing: seen.text)["requests"]?.array?.count == seen.head.revision)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
