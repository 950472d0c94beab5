import Foundation
import Testing

@Suite("Conversations while the store cannot take anything", .timeLimit(.minutes(1)))
struct StoreFaultConversationTests {
    /// A server that holds the tiny week, and is stopped at the end.
    private func withWeek(
        _ body: (TestServer, TestClient, _ move: @escaping (_ away: Bool) throws -> Void) async throws -> Void
    ) async throws {
        try await TestServer.with {
            $0.limits.grace = .milliseconds(300)
        } _: { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            let (store, elsewhere) = (
                server.folder.appending(path: "store.sqlite"), server.folder.appending(path: "moved")
            )
            try await body(server, client) { away in
                try FileManager.default.moveItem(at: away ? store : elsewhere, to: away ? elsewhere : store)
            }
        }
    }

    /// Asks until an answer holds a text.
    private func wait(for text: String, _ line: String, _ client: TestClient) async throws {
        while try await !client.ask(line).contains(where: { $0.contains(text) }) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test("a job whose outcome cannot be stored goes on for everybody, and is stored once it can be")
    func waitsForStore() async throws {
        try await withWeek { server, client, move in
            #expect(try await client.ask("SOLVE tiny seed=2") == ["OK job=1"])
            try await wait(for: #""objective":0"#, "JOB 1", client)
            let watcher = try await server.client()
            try await watcher.send("WATCH 1\n")
            #expect(try await client.ask("SOLVE tiny") == ["OK job=2"])
            try move(true)
            #expect(try await client.ask("STOP 1") == ["OK job=1 state=running"])
            try await wait(for: #""waiting":"the file "#, "JOB 1", client)
            try await Transcript(
                """
                C: JOBS
                S: + {"job":2,…"state":"queued","position":1,…
                S: + {"job":1,…"state":"running",…"phase":"storing","waiting":"the file …","waitingZh":"…",…
                S: OK jobs=2
                C: JOB 1
                S: + {"job":1,…
                S: OK job=1 state=running
                C: STATUS
                S: OK …queued=1 running=1…store=displaced
                C: STOP 1
                S: OK job=1 state=running
                C: CANCEL 1
                S: ERR internal "the file …"
                C: CANCEL 2
                S: ERR internal "the file …"
                C: DROP tiny
                S: ERR …
                C: SUBMIT tiny bytes=N
                B: @request
                S: ERR internal "the file …"
                C: SOLVE tiny
                S: ERR internal "the file …"
                C: WEEKS
                S: + {"week":"tiny",…"revision":1,…
                S: OK weeks=1
                """, ["request": Sample.request("r3")]
            ).play(with: client)
            try move(false)
            let answer = try await watcher.reply()
            #expect(answer.contains { $0.contains(#""phase":"storing""#) })
            #expect(answer.last?.hasPrefix("OK job=1 version=1 ") == true, "\(answer)")
            try await wait(for: "state=done", "JOB 2", client)
            #expect(try await client.ask("JOB 1").last == "OK job=1 state=done")
            #expect(try await client.ask("STATUS").last?.contains("running=0") == true)
            #expect(try await client.ask("DROP tiny") == ["OK week=tiny plans=2"])
        }
    }

    @Test(
        "at shutdown a job that still waits for the store is told to its client, and is interrupted at the next start")
    func shutsDown() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder) { $0.limits.grace = .milliseconds(300) }
        let (client, waiting) = (try await first.client(), try await first.client())
        _ = try await client.ask("LOAD", body: Sample.week())
        try await waiting.send("SOLVE tiny seed=2 wait=yes\n")
        try await wait(for: #""objective":0"#, "JOB 1", client)
        let (store, moved) = (folder.appending(path: "store.sqlite"), folder.appending(path: "moved"))
        try FileManager.default.moveItem(at: store, to: moved)
        _ = try await client.ask("STOP 1")
        try await wait(for: #""waiting":"#, "JOB 1", client)
        await first.beginShutdown()
        #expect(try await waiting.line().hasPrefix("ERR busy"))
        try await first.stop()
        try FileManager.default.moveItem(at: moved, to: store)
        let second = try await TestServer.start(in: folder)
        #expect(try await second.client().ask("JOB 1").last == "OK job=1 state=interrupted")
        try await second.stop()
        second.removeFolder()
    }
}
