import CaravanCore
import CaravanServer
import Foundation
import TestSupport
import Testing

@Suite("The real solver behind the server", .timeLimit(.minutes(1)))
struct RealEngineTests {
    @Test("a small week comes out optimal and explained")
    func solves() async throws {
        let sample = SharedMaterial.packageRoot.appending(path: "samples/tiny/week.json")
        let text = try String(contentsOf: sample, encoding: .utf8)
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=10 revision=1
                C: SOLVE tiny limit=50s wait=yes
                S: OK job=1 version=1 objective=765 bound=76… status=optimal …
                C: EXPLAIN tiny
                S: + {"request":"ai-coding","title":"…","held":false,"code":"fund-exhausted","reason":"…
                S: + {"request":"orchard-visit",…
                S: OK week=tiny version=1 requests=2
                C: CHECK tiny bytes=N
                B: {"sessions":[]}
                S: + {"rule":"H11",…
                S: OK violations=1 …
                C: STATUS
                S: OK …glpk=5.…
                """, ["week": try JSON(parsing: text).text]
            ).play(on: server)
        }
    }

    @Test("pins that contradict each other are infeasible, by name")
    func infeasible() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            let pins = #""pins":[{"request":"r1","start":"2025-05-24.am"},{"request":"r2","start":"2025-05-24.am"}],"#
            _ = try await client.ask("LOAD", body: Sample.week().replacing(#""note":"#, with: pins + #""note":"#))
            let answer = try await client.ask("SOLVE tiny limit=10s wait=yes")
            #expect(answer.last?.hasPrefix("ERR infeasible \"") == true, "\(answer)")
        }
    }

    @Test("the model is exported in every form", arguments: ["mps", "lp", "mathprog"])
    func models(_ form: String) async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let closing = try await client.ask("EXPORT tiny as=\(form)").last ?? ""
            #expect(closing.hasPrefix("OK week=tiny as=\(form) bytes="))
            let count = try #require(closing.split(separator: "=").last.flatMap { Int($0) })
            #expect(try await client.payload(count).utf8.count == count)
            #expect(try await client.ask("PING") == ["OK"])
        }
    }
}
