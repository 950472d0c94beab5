import Testing

@Suite("Conversations about the connection", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("a client is greeted, answered and sent off")
    func greets() async throws {
        try await TestServer.with { server in
            let client = try await TestClient.connect(.unix(server.socket))
            try await Transcript(
                """
                S: CARAVAN 1 …
                C: PING
                S: OK
                C: ping
                S: OK
                C: STATUS
                S: OK version=… uptime=… weeks=0 queued=0 running=0 glpk=5.0 memory=… memoryLimit=…
                C: HELP PING
                S: + {"verb":"PING",…
                S: OK verbs=1
                C: QUIT
                S: OK
                """
            ).play(with: client)
            #expect(await client.rest() == "")
        }
    }

    @Test("what is no command gets an error, and the connection lives on")
    func survivesNonsense() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: SING
                S: ERR unknown-verb "…"
                C: HELP SING
                S: ERR unknown-verb "…"
                C: WEEK
                S: ERR usage "…WEEK id…"
                C: WEEK a b
                S: ERR usage "…"
                C: WEEKS loud=yes
                S: ERR usage "…"
                C: PING "open
                S: ERR usage "…"
                C: SOLVE tiny limit=-1s
                S: ERR usage "…"
                C: SOLVE tiny limit=NaN
                S: ERR usage "…"
                C: SOLVE tiny seed=99999999999999999999999999
                S: ERR usage "…"
                C: JOB 99999999999999999999999999
                S: ERR usage "…"
                C: PING
                S: OK
                """
            ).play(on: server)
        }
    }

    @Test("every verb has a handler")
    func coversTheTable() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            for record in try await client.ask("HELP").dropLast() {
                let verb = record.split(separator: "\"")[3]
                if verb == "QUIT" { continue }
                let answer = try await client.ask(String(verb))
                #expect(answer.last?.contains("not available") == false, "\(verb): \(answer.last ?? "")")
            }
        }
    }

    @Test("METRICS speaks Prometheus' text format")
    func metrics() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("PING")
            let lines = try await client.ask("METRICS")
            #expect(lines.contains(##"+ {"line":"# TYPE caravan_commands_total counter"}"##))
            #expect(lines.contains(#"+ {"line":"caravan_commands_total{verb=\"PING\",outcome=\"ok\"} 1"}"#))
            #expect(lines.contains(#"+ {"line":"caravan_connections_open 1"}"#))
            #expect(lines.last == "OK lines=\(lines.count - 1)")
        }
    }
}
