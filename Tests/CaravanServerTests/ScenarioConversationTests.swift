import CaravanCore
import CaravanServer
import CaravanSolver
import Foundation
import Testing

@Suite("Conversations about scenarios", .timeLimit(.minutes(1)))
struct ScenarioConversationTests {
    private static let load = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=3 revision=1

        """

    @Test("scenarios are compared with the unedited week, and nothing is stored")
    func compares() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                Self.load + """
                    C: WHATIF tiny limit=20s bytes=N
                    B: {"scenarios":[{"name":"closed","edits":[{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]},{"name":"nothing","edits":[]}]}
                    S: + {"name":"base","number":0,"objective":100,"bound":…,"gap":…,"delta":0,"deltaLow":0,"deltaHigh":0,"sign":"same","relation":"same","held":2,"unserved":["…"],"gained":[],"lost":[],"terms":{"unserved":100,…},"coverage":[],"audiences":[],"money":[{"fund":"city",…,"change":0}]}
                    S: + {"name":"nothing","number":2,"objective":100,…"delta":0,…"sign":"same","relation":"same",…
                    S: + {"name":"closed","number":1,"objective":200,"bound":…,"delta":100,"deltaLow":…,"sign":"worse","relation":"restriction","held":1,…,"coverage":[{"township":"t1","sessions":-1,"attendance":-50}],"audiences":[{"audience":…,"sessions":-1,"attendance":-50}],"money":[{"fund":"city",…,"change":-15}]}
                    S: OK week=tiny revision=1 job=1 objective=100 bound=… termination=limit scenarios=2 answered=2
                    C: PLANS tiny
                    S: OK …plans=0…
                    C: JOBS
                    S: + {"job":1,"week":"tiny","revision":1,"kind":"whatif","state":"done",…
                    S: OK jobs=1
                    """, ["week": Sample.week(requests: 3)]
            ).play(on: server)
        }
    }

    @Test("a bad scenario is told by its edit, and the others are answered")
    func badScenarios() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            try await Transcript(
                Self.load + """
                    C: WHATIF tiny limit=20s bytes=N
                    B: {"scenarios":[{"name":"who","edits":[{"op":"withdraw","request":"r1"},{"op":"away","member":"e9"}]},{"name":"small","edits":[{"op":"change","kind":"venue","id":"v1","set":{"capacity":-1}}]},{"name":"pins","edits":[{"op":"pin","request":"r1","start":"2025-05-24.am"},{"op":"pin","request":"r2","start":"2025-05-24.am"}]},{"name":"good","edits":[]}]}
                    """, ["week": Sample.week(requests: 3)]
            ).play(with: client)
            let records = try await client.reply().compactMap { try? JSON(parsing: String($0.dropFirst(2))) }
            let byName = Dictionary(records.map { ($0["name"]?.string ?? "", $0) }) { $1 }
            #expect(byName.count == 5 && records.first?["name"] == "base")
            let refused: JSON = [
                "code": "invalid", "edit": 1, "message": "edit 1: no member e9", "messageZh": "第 2 项修改：没有成员 e9",
            ]
            #expect(byName["who"]?["error"] == refused)
            #expect(byName["small"]?["error"]?["edit"] == 0)
            #expect(byName["small"]?["error"]?["message"]?.string?.hasPrefix("edit 0: venues[0].capacity: ") == true)
            #expect(byName["pins"]?["error"]?["code"] == "infeasible")
            #expect(byName["good"]?["objective"] == 100)
            #expect(["who", "small", "pins", "good"].map { byName[$0]?["number"] } == [1, 2, 3, 4])
        }
    }

    @Test("a body that is no list of scenarios is refused by path")
    func badBodies() async throws {
        let many = (0...200).map { #"{"name":"s\#($0)","edits":[]}"# }.joined(separator: ",")
        try await TestServer.with { server in
            try await Transcript(
                Self.load + """
                    C: WHATIF tiny bytes=N
                    B: {}
                    S: + {"path":"scenarios",…
                    S: ERR invalid "…scenarios…" faults=1
                    C: WHATIF tiny bytes=N
                    B: {"scenarios":[{"name":"a","edits":[]},{"name":"a","edits":3},{"name":"base","edits":[]}]}
                    S: + {"path":"scenarios[1].name",…
                    S: + {"path":"scenarios[1].edits",…
                    S: + {"path":"scenarios[2].name",…
                    S: ERR invalid "…" faults=3
                    C: WHATIF tiny bytes=N
                    B: {"scenarios":[@many]}
                    S: ERR too-large "201 scenarios exceed the limit of 200…"
                    C: WHATIF moon bytes=N
                    B: {"scenarios":[]}
                    S: ERR not-found "…"
                    C: WHATIF tiny baseline=7 bytes=N
                    B: {"scenarios":[]}
                    S: ERR not-found "…"
                    C: WHATIF tiny bytes=N
                    B: {"scenarios":[]}
                    S: + {"name":"base",…
                    S: OK week=tiny revision=1 job=1 objective=… scenarios=0 answered=0
                    """, ["week": Sample.week(requests: 3), "many": many]
            ).play(on: server)
        }
    }

    @Test("a client that goes ends its scenarios, and others are answered meanwhile")
    func leaves() async throws {
        let (began, beginning) = AsyncStream.makeStream(of: Void.self)
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        let engine = SolvingEngine { week, _, control throws(SolveError) in
            beginning.yield()
            while !control.isStopped { Thread.sleep(forTimeInterval: 0.002) }
            ending.yield()
            return JobResult(plan: Plan(week: week.id, sessions: []), termination: .stopped)
        }
        try await TestServer.with(engine: engine) { server in
            let (patient, impatient) = (try await server.client(), try await server.client())
            _ = try await patient.ask("LOAD", body: Sample.week())
            let body = #"{"scenarios":[{"name":"a","edits":[]}]}"#
            try await impatient.send("WHATIF tiny bytes=\(body.utf8.count)\n\(body)\n")
            for await _ in began { break }
            #expect(try await patient.ask("PING") == ["OK"])
            await impatient.close()
            for await _ in ended { break }
            #expect(try await patient.ask("PING") == ["OK"])
        }
    }
}
