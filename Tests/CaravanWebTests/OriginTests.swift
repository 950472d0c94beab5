import CaravanWeb
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Hosts and origins` {
    @Test(arguments: [
        "evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1", "localhost.evil.example",
    ])
    func `on loopback requests for other hosts are refused`(host: String) async throws {
        try await WebServer.with { server in
            let page = try await server.open("GET", "/", host: host)
            #expect(page.status == 403)
            #expect(await page.rest().hasPrefix("ERR denied "))
            let command = try await server.open("POST", "/api/command", [WebServer.type], host: host, body: "PING\n")
            #expect(command.status == 403)
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST:7080", "127.0.0.1", "127.1.2.3:1", "[::1]", "[::1]:7080"])
    func `requests for this machine are let in`(host: String) async throws {
        try await WebServer.with { server in
            let page = try await server.open("GET", "/", host: host)
            #expect(page.status == 200)
        }
    }

    @Test func `the name of a proxy is let in where it was given`() async throws {
        let listener = WebListener(ListenAddress(host: "127.0.0.1", port: 0), names: ["Week.example"])
        try await WebServer.with(listener) { server in
            #expect(try await server.open("GET", "/", host: "week.example").status == 200)
            #expect(try await server.open("GET", "/", host: "other.example").status == 403)
            let origin = ("Origin", "https://week.example")
            let command = try await server.open(
                "POST", "/api/command", [WebServer.type, origin], host: "week.example", body: "PING\n")
            #expect(await command.rest() == "OK\n")
        }
    }

    @Test func `commands from pages of another origin are refused`() async throws {
        try await WebServer.with { server in
            let own = "127.0.0.1:\(server.port)"
            for origin in ["http://evil.example", "null", "http://127.0.0.1:1", "http://\(own).evil.example"] {
                let answer = try await server.command("PING", [("Origin", origin)])
                #expect(answer.status == 403, "\(origin)")
            }
            #expect(try await server.command("PING", [("Origin", "http://\(own)")]).status == 200)
        }
    }
}
