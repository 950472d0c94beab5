import CaravanServer
import CaravanWeb
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Clients that go, stall or are too many` {
    @Test func `a client that goes ends what it waits for, and the job of a study with it`() async throws {
        try await WebServer.with { server in
            _ = try await server.ask("LOAD", body: Sample.week())
            _ = try await server.ask("SOLVE tiny seed=2")
            let study = try await server.command("CRITICAL tiny pool=venues")
            try await server.waitUntil("queued=1")
            await study.close()
            try await server.waitUntil("OK job=2 state=cancelled", of: "JOB 2")
            _ = try await server.ask("STOP 1")
        }
    }

    @Test func `a running command counts as a connection, and there are no more than allowed`() async throws {
        try await WebServer.with {
            $0.limits.connections = 2
        } _: { server in
            _ = try await server.ask("LOAD", body: Sample.week())
            _ = try await server.ask("SOLVE tiny seed=2")
            let socket = try await SilentClient.connect(server.endpoints.socket)
            let watch = try await server.command("WATCH 1")
            _ = try await watch.line()
            var third = try await server.command("PING")
            while third.status == 200 { third = try await server.command("PING") }
            #expect(third.status == 503)
            #expect(await third.rest().hasPrefix("ERR busy "))
            await watch.close()
            while try await server.command("PING").status != 200 { try await Task.sleep(for: .milliseconds(5)) }
            try await socket.close()
            _ = try await server.ask("STOP 1")
        }
    }

    @Test func `a client that does not read is held back, then sent away; the others notice nothing`() async throws {
        try await WebServer.with {
            $0.limits.unread = .milliseconds(300)
        } _: { server in
            _ = try await server.ask("LOAD", body: Sample.week(requests: 40_000))
            let headers = [("Host", "localhost"), WebServer.type]
            let slow = try await WebAnswer(
                port: server.port, "POST", "/api/command", headers, Array("WEEK tiny\n".utf8), reading: false)
            while try await !server.ask("METRICS").contains(#"{reason=\"unread\"} 1"#) {
                try await Task.sleep(for: .milliseconds(20))
            }
            await slow.close()
        }
    }

    @Test func `at shutdown running commands get their answers, and the listener ends`() async throws {
        try await WebServer.with { server in
            _ = try await server.ask("LOAD", body: Sample.week())
            let waiting = try await server.command("SOLVE tiny seed=2 wait=yes")
            try await server.waitUntil("running=1")
            await server.beginShutdown()
            let reply = await waiting.rest()
            #expect(reply.hasPrefix("OK job=1 version=1 ") && reply.hasSuffix("termination=stopped\n"), "\(reply)")
        }
    }

    @Test func `an idle connection does not hold up a shutdown`() async throws {
        try await WebServer.with { server in
            _ = try await SilentClient.connect(port: server.port)
            await server.beginShutdown()
        }
    }
}
