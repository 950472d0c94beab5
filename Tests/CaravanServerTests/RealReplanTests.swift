import CaravanCore
import CaravanServer
import Foundation
import TestSupport
import Testing

@Suite("Replanning with the real solver", .timeLimit(.minutes(1)))
struct RealReplanTests {
    private let week: String
    private let edits = #"[{"op":"withdraw","request":"opening"},{"op":"away","member":"agronomist"}]"#

    init() throws {
        let sample = SharedMaterial.packageRoot.appending(path: "samples/tiny/week.json")
        week = try JSON(parsing: String(contentsOf: sample, encoding: .utf8)).text
    }

    /// Loads the week and publishes a plan of it.
    private func prepare(_ client: TestClient) async throws {
        _ = try await client.ask("LOAD", body: week)
        _ = try await client.ask("SOLVE tiny work=2000 wait=yes")
        _ = try await client.ask("PUBLISH tiny version=1")
    }

    private func plan(_ version: Int, _ client: TestClient) async throws -> Plan {
        let line = try await client.ask("PLAN tiny version=\(version)").first ?? ""
        return try Plan(document: JSON(parsing: Array(line.utf8.dropFirst(2))))
    }

    @Test(
        "edits without effect, or none, give the identical plan with a proven bound",
        arguments: ["[]", #"[{"op":"limit","fund":"county","factor":1}]"#, ""])
    func unchanged(_ edits: String) async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            try await prepare(client)
            let fund = try #require(JSON(parsing: week)["funds"]?.array?.first?["id"]?.string)
            let answer = try await client.ask(
                "REPLAN tiny wait=yes", body: edits.replacing("county", with: fund))
            #expect(answer.count == 1 && answer[0].contains(" baseline=1"), "\(answer)")
            let (before, after) = (try await plan(1, client), try await plan(2, client))
            #expect(after.sessions == before.sessions && after.objective == before.objective)
            #expect(try #require(after.bound) >= #require(before.bound))
        }
    }

    @Test("the same edits give the same plan and bound each time, after a restart, too")
    func repeated() async throws {
        let folder = try TestServer.makeFolder()
        var plans: [Plan] = []
        for start in 0..<2 {
            let server = try await TestServer.start(in: folder, engine: SolverEngine())
            let client = try await server.client()
            if start == 0 { try await prepare(client) }
            // Without a body the week that the edits made is planned again.
            let replan = "REPLAN tiny baseline=1 wait=yes"
            _ = try await start == 0 ? client.ask(replan, body: edits) : client.ask(replan)
            plans.append(try await plan(2 + start, client))
            try await server.stop()
        }
        try? FileManager.default.removeItem(at: folder)
        #expect(plans[0].sessions == plans[1].sessions && plans[0].objective == plans[1].objective)
        #expect(plans[0].bound == plans[1].bound && plans[0].gap == plans[1].gap)
    }

    @Test("frontier=yes adds what each further change buys, and needs wait=yes")
    func frontier() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            try await prepare(client)
            let refused = try await client.ask("REPLAN tiny frontier=yes", body: edits)
            #expect(refused.last?.hasPrefix("ERR usage \"frontier=yes needs wait=yes") == true)
            let answer = try await client.ask("REPLAN tiny wait=yes frontier=yes", body: edits)
            let records = try answer.dropLast().map { try JSON(parsing: Array($0.utf8.dropFirst(2))) }
            let points = records.filter { $0["kind"]?.string == "frontier" }
            let closing = try #require(answer.last)
            #expect(closing.contains(" revision=2 ") && closing.hasSuffix(" frontier=\(points.count)"), "\(answer)")
            #expect(points.first?["least"]?.bool == true && points.dropFirst().allSatisfy { $0["least"] == nil })
            let changes = points.compactMap { $0["changes"]?.number }
            #expect(changes == changes.sorted() && changes.last == Double(records.count - points.count))
            let jobs = try await client.ask("JOBS tiny").filter { $0.contains(#""kind":"frontier""#) }
            #expect(jobs.count == 1 && jobs[0].contains(#""state":"done""#), "\(jobs)")
            #expect(points.allSatisfy { ($0["gap"]?.number ?? 1) <= 1e-6 }, "\(points)")
        }
    }

    @Test("what ACCEPT stores of a preview is what REPLAN stores")
    func previewed() async throws {
        var stored: [[String]] = []
        for isPreviewed in [false, true] {
            try await TestServer.with(engine: SolverEngine()) { server in
                let client = try await server.client()
                try await prepare(client)
                // The edits withdraw one of the two: it is promised no more.
                _ = try await client.ask("COMMIT tiny opening state=confirmed")
                let others = try await plan(1, client).sessions.map(\.request).filter { $0 != "opening" }
                _ = try await client.ask("COMMIT tiny \(try #require(others.first)) state=travel-booked")
                let differences: [String]
                if isPreviewed {
                    differences = try await client.ask("REPLAN tiny preview=yes wait=yes", body: edits)
                    #expect(try await client.ask("PROPOSAL 2").dropLast() == differences.dropLast())
                    #expect(try await client.ask("ACCEPT 2").last == "OK week=tiny revision=2 version=2")
                } else {
                    differences = try await client.ask("REPLAN tiny wait=yes", body: edits)
                }
                let commitments = try await client.ask("COMMITMENTS tiny version=2").suffix(1)
                let again = try await client.ask("REPLAN tiny baseline=2 wait=yes")
                stored.append(
                    try await differences.dropLast() + client.ask("PLAN tiny version=2") + client.ask("WEEK tiny")
                        + commitments + again)
                #expect(try await client.ask("CHECK tiny", body: plan(2, client).document.text).count == 1)
            }
        }
        #expect(stored[0] == stored[1])
    }
}
