import CaravanCore
import CaravanProtocol
import CaravanServer
import CaravanSolver
import Foundation
import Testing

@Suite("Clients of every kind", .timeLimit(.minutes(1)))
struct RobustnessTests {
    @Test("a thousand commands in one breath are answered in order")
    func pipelines() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await client.send(String(repeating: "PING\nSING\n", count: 1000))
            for _ in 0..<1000 {
                #expect(try await client.line() == "OK")
                #expect(try await client.line().hasPrefix("ERR unknown-verb"))
            }
        }
    }

    @Test("commands that come byte by byte are understood")
    func trickles() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            for byte in Array("PING\r\nWEEKS\r\n".utf8) { try await client.send([byte]) }
            #expect(try await client.line() == "OK")
            #expect(try await client.line() == "OK weeks=0")
        }
    }

    @Test("a client that has said its last word still gets every answer")
    func halfClosed() async throws {
        try await TestServer.with { server in
            _ = try await server.client().ask("LOAD", body: Sample.week(requests: 2000))
            let client = try await server.client()
            try await client.send("WEEK tiny\nSOLVE tiny wait=yes seed=3\nPING\n")
            try await client.endSending()
            let lines = await client.rest().split(separator: "\n")
            #expect(lines.count == 5)
            #expect(lines.first?.utf8.count ?? 0 > 200_000)
            #expect(lines.last == "OK")
        }
    }

    @Test("many clients are served side by side")
    func manyClients() async throws {
        try await TestServer.with { server in
            try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        let client = try await server.client()
                        defer { Task { await client.close() } }
                        return try await client.ask("PING") + client.ask("WEEKS")
                    }
                }
                for try await answers in group { #expect(answers == ["OK", "OK weeks=0"]) }
            }
        }
    }

    @Test("a client that does not read is held back, then sent away; the others notice nothing")
    func slowReader() async throws {
        try await TestServer.with {
            $0.limits.unread = .milliseconds(300)
        } _: { server in
            let other = try await server.client()
            _ = try await other.ask("LOAD", body: Sample.week(requests: 2000))
            let slow = try await TestClient.connect(.unix(server.socket), reading: false)
            try await slow.send(String(repeating: "WEEK tiny\n", count: 200))
            while try await !other.ask("METRICS").contains(where: { $0.contains(#"{reason=\"unread\"} 1"#) }) {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(try await other.ask("PING") == ["OK"])
        }
    }

    @Test("a slow reader that does read in the end gets everything")
    func lateReader() async throws {
        try await TestServer.with { server in
            _ = try await server.client().ask("LOAD", body: Sample.week(requests: 2000))
            let slow = try await TestClient.connect(.unix(server.socket), reading: false)
            try await slow.send(String(repeating: "WEEK tiny\n", count: 10) + "QUIT\n")
            try await Task.sleep(for: .milliseconds(100))
            try await slow.startReading()
            let lines = await slow.rest().split(separator: "\n")
            #expect(lines.count == 1 + 20 + 1)
            #expect(lines.last == "OK")
        }
    }

    @Test("a client that stops in the middle of a body is told and sent away")
    func stalls() async throws {
        try await TestServer.with {
            $0.limits.stalled = .milliseconds(200)
        } _: { server in
            let client = try await server.client()
            try await client.send("LOAD bytes=1000\n{")
            #expect(try await client.line().hasPrefix("ERR timeout"))
            #expect(await client.rest() == "")
        }
    }

    @Test("long work of a client that is gone keeps neither its place nor the end of the server")
    func abandonsWork() async throws {
        let start = ContinuousClock.now
        try await TestServer.with(engine: SlowWriter()) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let leaving = try await server.client()
            try await leaving.send("EXPORT tiny as=lp\n")
            while try await !client.ask("METRICS").contains(where: { $0.contains("connections_open 2") }) {}
            await leaving.close()
            while try await !client.ask("METRICS").contains(where: { $0.contains("connections_open 1") }) {}
            try await client.send("EXPORT tiny as=lp\n")
        }
        #expect(start.duration(to: .now) < .seconds(25), "both exports take thirty seconds")
    }

    @Test("an idle client is sent away after its time, one that waits for a job is not")
    func idles() async throws {
        try await TestServer.with {
            $0.limits.idle = .milliseconds(1500)
        } _: { server in
            let idle = try await server.client()
            #expect(await idle.rest() == "")
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            #expect(try await client.ask("SOLVE tiny seed=7 wait=yes").last?.hasPrefix("OK job=1") == true)
        }
    }

    @Test("one connection too many is told so")
    func connectionLimit() async throws {
        try await TestServer.with {
            $0.limits.connections = 2
        } _: { server in
            let clients = [try await server.client(), try await server.client()]
            let third = try await server.client()
            #expect(try await third.line().hasPrefix("ERR busy"))
            #expect(await third.rest() == "")
            for client in clients { #expect(try await client.ask("PING") == ["OK"]) }
        }
    }

    @Test("over TCP nothing but a few verbs is answered before the token")
    func token() async throws {
        try await TestServer.with {
            $0.listen = ServerConfiguration.Address(host: "127.0.0.1", port: 0)
            $0.token = "open sesame"
        } _: { server in
            let port = try #require(server.endpoints.port)
            try await Transcript(
                """
                S: CARAVAN 1 …
                C: PING
                S: OK
                C: WEEKS
                S: ERR denied "…"
                C: LOAD bytes=N
                B: @week
                S: ERR denied "…"
                C: AUTH wrong
                S: ERR denied "…"
                C: AUTH "open sesame"
                S: OK
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: WEEKS
                S: + …
                S: OK weeks=1
                """, ["week": Sample.week()]
            ).play(with: try await TestClient.connect(.tcp(port: port)))
            #expect(try await server.client().ask("WEEKS").last == "OK weeks=1", "the Unix socket asks for no token")
            let guesser = try await TestClient.connect(.tcp(port: port))
            _ = try await guesser.line()
            for _ in 0..<3 { #expect(try await guesser.ask("AUTH guess").last?.hasPrefix("ERR denied") == true) }
            #expect(await guesser.rest() == "")
            let stranger = try await TestClient.connect(.tcp(port: port))
            _ = try await stranger.line()
            try await stranger.send("LOAD bytes=70000\n" + String(repeating: " ", count: 70_000) + "\n")
            #expect(try await stranger.line().hasPrefix("ERR too-large"))
        }
    }
}

/// An engine that takes half a minute to write a model, and finds nothing.
private struct SlowWriter: Engine {
    let version = "5.0"

    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        throw .infeasible([])
    }

    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) -> [ExplanationRecord] {
        []
    }

    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) -> [Suggestion] {
        []
    }

    func model(of week: Week, as format: ModelFormat) -> String {
        Thread.sleep(forTimeInterval: 30)
        return ""
    }
}
