import CaravanServer
import CaravanWeb
import NIOCore
import NIOPosix
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Strangers on the web` {
    /// Sends a text and nothing more; returns whether the connection was closed.
    private func say(_ text: String, to server: WebServer) async throws {
        let channel = try await SilentClient.connect(port: server.port)
        try await channel.writeAndFlush(ByteBuffer(string: text))
        try await channel.closeFuture.get()
    }

    @Test(arguments: [
        "", "POST /api/comm", "POST /api/command HTTP/1.1\r\nHost: localhost\r\nX: ",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ])
    func `half a request, or none after the first, is closed after a while`(text: String) async throws {
        try await WebServer.with {
            $0.limits.login = .milliseconds(200)
        } _: { server in
            try await say(text, to: server)
            while try await !server.ask("METRICS").contains(#"{reason=\"login\"} 1"#) {
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    @Test func `whoever has no token and sends a body without end is closed after a while`() async throws {
        try await WebServer.with {
            $0.token = Secret(WebServer.token)
            $0.limits.stalled = .milliseconds(500)
        } _: { server in
            let head = "POST /api/command HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
            let channel = try await SilentClient.connect(port: server.port)
            try await channel.writeAndFlush(ByteBuffer(string: head))
            while channel.isActive {
                try? await channel.writeAndFlush(ByteBuffer(string: "x"))
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    @Test func `connections that say nothing keep out nobody who has the token`() async throws {
        try await WebServer.with {
            $0.token = Secret(WebServer.token)
            $0.limits.connections = 8
        } _: { server in
            var crowd: [any Channel] = []
            for _ in 0..<30 { crowd.append(try await SilentClient.connect(port: server.port)) }
            let right = ("Authorization", "Bearer \(WebServer.token)")
            #expect(try await server.command("PING", [right]).rest() == "OK\n")
            for channel in crowd { try? await channel.close() }
        }
    }

    @Test func `wrong tokens are soon not looked at any more, by the address that a proxy names`() async throws {
        let listener = WebListener(ListenAddress(host: "127.0.0.1", port: 0), names: ["week.example.cn"])
        try await WebServer.with(listener) {
            $0.token = Secret(WebServer.token)
        } _: { server in
            func answer(_ token: String, from address: String) async throws -> String {
                let headers = [("Authorization", "Bearer \(token)"), ("X-Forwarded-For", "9.9.9.9, \(address)")]
                return try await server.command("PING", headers).rest()
            }
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<12 { group.addTask { try await answer("guess\(number)", from: "10.0.0.1") } }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.hasPrefix("ERR denied ") })
            #expect(answers.contains { $0.contains("too many wrong tokens") }, "\(answers)")
            #expect(try await answer(WebServer.token, from: "10.0.0.2") == "OK\n", "others are not made to wait")
        }
    }
}
