import CaravanLanguage
import CaravanServer
import CaravanWeb
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Commands over HTTP` {
    @Test func `a command gets the reply that it gets over a socket, without the greeting`() async throws {
        try await WebServer.with { server in
            let loaded = try await server.command("LOAD", body: Sample.week())
            #expect(loaded.status == 200)
            #expect(loaded.headers["Content-Type"] == ["text/plain; charset=utf-8"])
            #expect(await loaded.rest() == "OK week=tiny requests=1 revision=1\n")
            let weeks = try await server.ask("WEEKS")
            #expect(weeks.hasPrefix("+ {\"week\":\"tiny\"") && weeks.hasSuffix("\nOK weeks=1\n"), "\(weeks)")
            #expect(try await server.ask("WEEK nowhere").hasPrefix("ERR not-found "))
            #expect(try await server.ask("EXPORT tiny as=lp") == "OK week=tiny as=lp bytes=4\ntiny\n")
            #expect(try await server.ask("QUIT") == "OK\n")
            #expect(try await server.ask("AUTH x").hasPrefix("ERR usage "))
        }
    }

    @Test func `lines of a running job arrive before its end`() async throws {
        try await WebServer.with { server in
            _ = try await server.ask("LOAD", body: Sample.week())
            _ = try await server.ask("SOLVE tiny seed=2")
            let watch = try await server.command("WATCH 1")
            var line = try await watch.line()
            while !line.contains("construction") { line = try await watch.line() }
            #expect(line.hasPrefix("* {"))
            #expect(try await server.ask("STOP 1") == "OK job=1 state=running\n")
            let rest = await watch.rest()
            #expect(rest.contains("OK job=1 version=1"), "\(rest)")
        }
    }

    @Test(arguments: [
        ("", "contains no request"), ("\n\r\n", "contains no request"), ("PING", "ends before its request"),
        ("CHECK tiny bytes=5\n{}", "ends before its request"), ("PING\nPING\n", "more than one request"),
        ("PING\nPIN", "more than one request"), ("CHECK tiny bytes=2\n{}\nPING\n", "more than one request"),
    ])
    func `a message holds exactly one request`(message: String, reason: String) async throws {
        try await WebServer.with { server in
            let answer = try await server.open("POST", "/api/command", [WebServer.type], body: message)
            #expect(answer.status == 200)
            let reply = await answer.rest()
            #expect(reply.hasPrefix("ERR usage ") && reply.contains(reason) && reply.hasSuffix("\n"), "\(reply)")
        }
    }

    @Test func `blank lines around a request do not matter`() async throws {
        try await WebServer.with { server in
            let answer = try await server.open("POST", "/api/command", [WebServer.type], body: "\r\nPING\r\n\n")
            #expect(await answer.rest() == "OK\n")
        }
    }

    @Test func `a body that is too large is refused as over a socket`() async throws {
        try await WebServer.with { server in
            let answer = try await server.ask("SUBMIT tiny", body: String(repeating: " ", count: 5 << 20))
            #expect(answer.hasPrefix("ERR too-large "), "\(answer.prefix(200))")
            #expect(try await server.ask("PING") == "OK\n")
        }
    }

    @Test(arguments: ["text/plain", "application/json", ""])
    func `a command of another type is refused, since pages of other sites could send it`(type: String) async throws {
        try await WebServer.with { server in
            let headers = type.isEmpty ? [] : [("Content-Type", type)]
            let answer = try await server.open("POST", "/api/command", headers, body: "PING\n")
            #expect(answer.status == 415)
            #expect(await answer.rest().hasPrefix("ERR usage "))
        }
    }

    @Test func `a token is asked for where the daemon has one, and counted where it is wrong`() async throws {
        try await WebServer.with {
            $0.token = Secret(WebServer.token)
        } _: { server in
            for headers in [[], [("Authorization", "Bearer wrong")], [("Authorization", "Basic \(WebServer.token)")]] {
                let answer = try await server.command("PING", headers)
                #expect(answer.status == 401)
                #expect(await answer.rest().hasPrefix("ERR denied "))
            }
            let right = ("Authorization", "Bearer \(WebServer.token)")
            #expect(try await server.command("PING", [right]).rest() == "OK\n")
            let metrics = try await server.command("METRICS", [right]).rest()
            #expect(metrics.contains(#"caravan_connections_refused_total{reason=\"token\"} 1"#), "\(metrics)")
            #expect(try await server.open("GET", "/").status == 200, "the page is open")
        }
    }

    @Test func `beyond loopback there is no listener without a token`() async throws {
        let listener = WebListener(ListenAddress(host: "0.0.0.0", port: 0))
        await #expect(throws: ServerError(.tokenNeeded, Bilingual.empty)) {
            try await WebServer.with(listener) { _ in }
        }
    }

    @Test func `a port that is taken is a clear error`() async throws {
        try await WebServer.with { server in
            let listener = WebListener(ListenAddress(host: "127.0.0.1", port: server.port))
            await #expect(throws: ServerError(.badAddress, Bilingual.empty)) {
                try await WebServer.with(listener) { _ in }
            }
        }
    }
}
