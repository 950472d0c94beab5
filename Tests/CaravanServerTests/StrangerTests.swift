import CaravanServer
import Testing

@Suite("Clients without the token", .timeLimit(.minutes(1)))
struct StrangerTests {
    private func with(
        _ change: (inout ServerConfiguration) -> Void = { _ in }, _ body: (TestServer, Int) async throws -> Void
    ) async throws {
        try await TestServer.with {
            $0.listen = ServerConfiguration.Address(host: "127.0.0.1", port: 0)
            $0.token = "open sesame"
            change(&$0)
        } _: { server in
            try await body(server, try #require(server.endpoints.port))
        }
    }

    private func stranger(_ port: Int) async throws -> TestClient {
        let client = try await TestClient.connect(.tcp(port: port))
        _ = try await client.line()
        return client
    }

    @Test(
        "whoever does not show the token in time is told and sent away, whatever else it says; who has shown it stays")
    func deadline() async throws {
        try await with {
            $0.limits.login = .milliseconds(400)
        } _: { server, port in
            let (silent, talker, known) = (try await stranger(port), try await stranger(port), try await stranger(port))
            #expect(try await known.ask("AUTH \"open sesame\"") == ["OK"])
            #expect(try await talker.ask("PING") == ["OK"])
            #expect(try await silent.line().hasPrefix("ERR timeout "))
            #expect(await silent.rest() == "")
            #expect(await talker.rest().contains("ERR timeout "))
            #expect(try await known.ask("WEEKS") == ["OK weeks=0"])
            let metrics = try await known.ask("METRICS")
            #expect(metrics.contains(#"+ {"line":"caravan_connections_refused_total{reason=\"login\"} 2"}"#))
        }
    }

    @Test("strangers without number keep nobody out, neither here nor there")
    func crowd() async throws {
        try await with {
            $0.limits.connections = 8
        } _: { server, port in
            var crowd: [TestClient] = []
            for _ in 0..<20 { crowd.append(try await stranger(port)) }
            let known = try await stranger(port)
            #expect(try await known.ask("AUTH \"open sesame\"") == ["OK"])
            #expect(try await server.client().ask("PING") == ["OK"])
            // A quarter of eight would be two; there are four at least. The first to come had to go.
            #expect(await crowd[0].rest() == "")
            #expect(try await crowd[19].ask("PING") == ["OK"])
        }
    }

    @Test("where all places of the known are taken a right token does not help, but the socket has places of its own")
    func full() async throws {
        try await with {
            $0.limits.connections = 8
        } _: { server, port in
            var known: [TestClient] = []
            for _ in 0..<7 {
                known.append(try await stranger(port))
                #expect(try await known[known.count - 1].ask("AUTH \"open sesame\"") == ["OK"])
            }
            let late = try await stranger(port)
            #expect(try await late.ask("AUTH \"open sesame\"").last?.hasPrefix("ERR busy ") == true)
            #expect(await late.rest() == "")
            #expect(try await server.client().ask("PING") == ["OK"])
        }
    }

    @Test("wrong tokens on many connections wait for each other, and soon are not even looked at")
    func guesses() async throws {
        try await with { server, port in
            // Three cost nothing; of those that follow each takes longer than the last, so that few are looked at.
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<12 {
                    group.addTask {
                        let client = try await stranger(port)
                        return try await client.ask("AUTH guess\(number)")
                    }
                }
                var answers: [String] = []
                for try await answer in group { answers += answer }
                return answers
            }
            #expect(answers.allSatisfy { $0.hasPrefix("ERR denied ") })
            #expect(answers.contains { $0.contains("the token is wrong") })
            #expect(answers.contains { $0.contains("too many wrong tokens") }, "\(answers)")
            #expect(try await server.client().ask("WEEKS") == ["OK weeks=0"], "the socket is no part of it")
        }
    }
}
