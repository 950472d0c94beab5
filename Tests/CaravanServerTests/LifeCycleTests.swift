import CaravanLanguage
import CaravanServer
import CaravanStore
import Foundation
import Testing

@Suite("Start and end of the server", .timeLimit(.minutes(1)))
struct LifeCycleTests {
    @Test("what was stored is there after a restart")
    func restarts() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder)
        let client = try await first.client()
        _ = try await client.ask("LOAD", body: Sample.week())
        _ = try await client.ask("SOLVE tiny wait=yes")
        _ = try await client.ask("PUBLISH tiny version=1")
        try await first.stop()
        #expect(!FileManager.default.fileExists(atPath: first.socket), "the socket is removed")
        let second = try await TestServer.start(in: folder)
        #expect(try await second.client().ask("PLANS tiny").last == "OK week=tiny plans=1 published=1")
        try await second.stop()
        second.removeFolder()
    }

    @Test("at shutdown running jobs keep their plans, waiting ones are interrupted, and clients get their answers")
    func shutsDown() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder)
        let (running, queued, idle) = (try await first.client(), try await first.client(), try await first.client())
        _ = try await running.ask("LOAD", body: Sample.week())
        try await running.send("SOLVE tiny seed=2 wait=yes\n")
        while try await !idle.ask("STATUS").contains(where: { $0.contains("running=1") }) {}
        try await queued.send("SOLVE tiny seed=2 wait=yes\n")
        while try await !idle.ask("STATUS").contains(where: { $0.contains("queued=1") }) {}
        await first.beginShutdown()
        #expect(try await running.line().hasSuffix("termination=stopped"))
        #expect(try await queued.line().hasPrefix("ERR busy"))
        #expect(await idle.rest() == "")
        try await first.stop()
        let second = try await TestServer.start(in: folder)
        try await Transcript(
            """
            C: JOBS
            S: + {"job":2,…"state":"interrupted",…
            S: + {"job":1,…"state":"done",…"version":1,…
            S: OK jobs=2
            """
        ).play(on: second)
        try await second.stop()
        second.removeFolder()
    }

    @Test("a job that does not end in time is interrupted with its incumbent")
    func doesNotWaitForever() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder) { $0.limits.grace = .milliseconds(100) }
        let client = try await first.client()
        _ = try await client.ask("LOAD", body: Sample.week())
        _ = try await client.ask("SOLVE tiny seed=7")
        while try await !client.ask("JOB 1").contains(where: { $0.contains(#""objective""#) }) {}
        try await first.stop()
        let store = try TestServer.store(in: folder)
        #expect(try await store.job(1).state == .interrupted)
        #expect(try await store.job(1).version == 1)
        try store.close()
        first.removeFolder()
    }

    @Test("a socket that another daemon holds is refused")
    func liveSocket() async throws {
        try await TestServer.with { (server) async throws in
            await #expect(throws: ServerError(.socketInUse, Bilingual.empty)) {
                try await TestServer.start { $0.socket = server.socket }
            }
            #expect(try await server.client().ask("PING") == ["OK"])
        }
    }

    @Test("a store that another daemon holds is refused, and its socket left alone")
    func liveStore() async throws {
        try await TestServer.with { (server) async throws in
            await #expect(throws: StoreError(.inUse, Bilingual.empty)) {
                try await TestServer.start(in: server.folder) { $0.socket = server.folder.appending(path: "t").path }
            }
            #expect(try await server.client().ask("PING") == ["OK"])
        }
    }

    @Test("a socket that a dead daemon left is cleared")
    func staleSocket() async throws {
        let folder = try TestServer.makeFolder()
        let path = folder.appending(path: "s").path
        try await TestClient.leaveStaleSocket(at: path)
        #expect(FileManager.default.fileExists(atPath: path))
        let server = try await TestServer.start(in: folder)
        #expect(try await server.client().ask("PING") == ["OK"])
        try await server.stop()
        server.removeFolder()
    }

    @Test("a file that is no socket is refused and left alone")
    func noSocket() async throws {
        let folder = try TestServer.makeFolder()
        let path = folder.appending(path: "s")
        try Data("mine".utf8).write(to: path)
        await #expect(throws: ServerError(.badSocket, Bilingual.empty)) { try await TestServer.start(in: folder) }
        #expect(try Data(contentsOf: path) == Data("mine".utf8))
        try FileManager.default.removeItem(at: folder)
    }

    @Test("the socket is for its owner alone unless told otherwise", arguments: [UInt32(0o600), 0o660])
    func permissions(_ mode: UInt32) async throws {
        try await TestServer.with {
            $0.socketMode = mode
        } _: { server in
            let attributes = try FileManager.default.attributesOfItem(atPath: server.socket)
            #expect(attributes[.posixPermissions] as? Int == Int(mode))
        }
    }

    @Test("nobody listens beyond loopback without a token")
    func needsToken() async throws {
        await #expect(throws: ServerError(.tokenNeeded, Bilingual.empty)) {
            try await TestServer.start { $0.listen = ServerConfiguration.Address(host: "0.0.0.0", port: 0) }
        }
    }

    @Test("addresses are read, or refused with an example")
    func addresses() throws {
        #expect(try ServerConfiguration.Address(parsing: "10.0.0.1:7077") == .init(host: "10.0.0.1", port: 7077))
        #expect(try ServerConfiguration.Address(parsing: ":0") == .init(host: "127.0.0.1", port: 0))
        #expect(try ServerConfiguration.Address(parsing: "[::1]:1").isLoopback)
        for text in ["", "host", "host:", "host:99999", "host:-1"] {
            #expect(throws: ServerError(.badAddress, Bilingual.empty)) {
                try ServerConfiguration.Address(parsing: text)
            }
        }
    }

    @Test("jobs share the cores")
    func threads() {
        func configuration(_ jobs: Int?, _ cores: Int) -> ServerConfiguration {
            ServerConfiguration(socket: "s", jobs: jobs, cores: cores)
        }
        #expect(configuration(nil, 8).jobs == 4)
        #expect(configuration(nil, 8).threadsPerJob == 2)
        #expect(configuration(nil, 1).jobs == 1)
        #expect(configuration(3, 8).threadsPerJob == 2)
        #expect(configuration(5, 2).threadsPerJob == 1)
    }

    @Test("a full store refuses changes with a clear error; reads, and small changes, still work")
    func fullStore() async throws {
        try await TestServer.with(pages: 256) { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let answer = try await client.ask("LOAD", body: Sample.week("big", requests: 6000))
            #expect(answer.last?.hasPrefix("ERR internal \"the store is full") == true, "\(answer.last ?? "")")
            #expect(try await client.ask("WEEKS").last == "OK weeks=1")
            #expect(try await client.ask("WITHDRAW tiny r2").last == "OK week=tiny request=r2 revision=2")
            #expect(try await client.ask("SOLVE tiny wait=yes").last?.hasPrefix("OK job=1 version=1") == true)
        }
    }

    @Test("a change is made whole or not at all where the client is gone before its answer")
    func finishesChanges() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            for job in 1...10 {
                _ = try await client.ask("SOLVE tiny seed=2")
                let hasty = try await server.client()
                try await hasty.send("CANCEL \(job)\n")
                await hasty.close()
                // The hasty one's command may be lost with its connection, but is never done by halves.
                _ = try await client.ask("CANCEL \(job)")
                #expect(try await client.ask("JOB \(job)").last == "OK job=\(job) state=cancelled")
            }
            #expect(try await client.ask("DROP tiny") == ["OK week=tiny plans=0"])
        }
    }
}
