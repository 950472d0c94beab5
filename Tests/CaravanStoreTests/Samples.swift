import CaravanCore
import CaravanSQLite
import CaravanStore
import Foundation
import TestSupport

/// A folder that lives as long as the test that made it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "caravan-store-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}

enum Sample {
    /// A sound week with as many requests as wanted.
    static func week(_ id: String = "w1", title: String = "Week", requests: Int = 1) throws -> Week {
        let base = """
            {"format":"caravan-week/1","id":"\(id)","title":"\(title)","start":"2025-05-24","days":2,
            "timezone":"Asia/Shanghai","slots":[{"id":"am","start":"09:00","end":"11:30"}],"audiences":["youth"],
            "funds":[{"id":"city","name":"City","limit":100000}],
            "travel":{"fund":"city","speedKmh":50,"roadFactor":1.3,"bufferMinutes":10,"costPerKm":2},
            "townships":[{"id":"t1","name":"T","county":"c","lat":41.9,"lon":126.4,"population":{"youth":1000}}],
            "venues":[{"id":"v1","name":"V","township":"t1","kind":"school","capacity":100,"equipment":[],"cost":0}]}
            """
        var document = try JSON(parsing: base).object ?? JSONObject()
        document["requests"] = .array((1...requests).map { request("r\($0)") })
        return try Week(document: .object(document))
    }

    private static func request(_ id: String) -> JSON {
        [
            "id": .string(id), "title": "Talk", "fund": "city", "audience": "youth", "topic": "space",
            "format": "lecture", "townships": ["t1"], "attendance": 50, "duration": 1, "needs": [], "value": 100,
            "cost": 0,
        ]
    }

    static func plan(_ week: String = "w1", objective: Double = 10) -> Plan {
        let session = Session(request: "r1", start: "2025-05-24.am", township: "t1", venue: "v1", crew: [])
        return Plan(
            week: week, sessions: [session], objective: objective, bound: objective / 2,
            gap: Plan.gap(objective: objective, bound: objective / 2), status: .feasible)
    }
}

/// The stores that keep the contract of `WeekStore`.
enum Conformer: CaseIterable {
    case sqlite, memory

    /// An empty store.
    func open(in folder: Folder) throws -> any WeekStore {
        switch self {
        case .sqlite: try SQLiteStore(path: folder.path("store.sqlite"))
        case .memory: MemoryStore()
        }
    }
}

extension JobOwner {
    /// A daemon that lives longer than any test.
    static let alive = JobOwner(id: "alive", lease: .seconds(3600))
    /// One that has no jobs.
    static let other = JobOwner(id: "other", lease: .seconds(3600))
}

// The calls of a client that has seen no revision.
extension WeekStore {
    func load(_ week: Week, replacing: Bool) async throws(StoreError) -> WeekHead {
        try await load(week, replacing: replacing, expecting: nil)
    }

    func drop(_ id: String) async throws(StoreError) -> Int { try await drop(id, expecting: nil) }

    func adopt(_ plan: Plan, for head: WeekHead) async throws(StoreError) -> Int {
        try await adopt(plan, for: head, expecting: nil)
    }

    func plan(of week: String) async throws(StoreError) -> StoredPlan { try await plan(of: week, .latest) }

    func publish(week: String, _ choice: VersionChoice) async throws(StoreError) -> (version: Int, previous: Int?) {
        try await publish(week: week, choice, expecting: nil)
    }

    func accept(_ proposal: ProposedPlan, publishing: Bool) async throws(StoreError) -> AcceptedPlan {
        try await accept(proposal, publishing: publishing, expecting: nil)
    }

    func createJob(
        _ head: WeekHead, kind: String, parameters: String, for owner: JobOwner = .alive
    ) async throws(StoreError) -> JobRecord {
        try await createJob(head, kind: kind, parameters: parameters, for: owner, expecting: nil)
    }

    func finishJob(_ id: Int, _ outcome: JobOutcome) async throws(StoreError) -> JobRecord {
        try await finishJob(id, outcome, isLast: false)
    }

    func jobs() async throws(StoreError) -> [JobRecord] { try await jobs(of: nil) }
}
