import CaravanCore
import Testing

@Suite("Conversations about jobs", .timeLimit(.minutes(1)))
struct JobConversationTests {
    /// A server that holds the tiny week.
    private func withWeek(
        jobs: Int = 1, _ body: (TestServer, TestClient) async throws -> Void
    ) async throws {
        try await TestServer.with {
            $0.jobs = jobs
        } _: { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            try await body(server, client)
        }
    }

    /// Asks until the answer's closing line, or a record before it, holds a text.
    private func wait(for text: String, _ line: String, _ client: TestClient) async throws {
        while true {
            if try await client.ask(line).contains(where: { $0.contains(text) }) { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test("a job is solved, and whoever waited hears its outcome")
    func solves() async throws {
        try await withWeek { server, client in
            try await Transcript(
                """
                C: SOLVE tiny wait=yes
                S: OK job=1 version=1 objective=0 bound=0 gap=0 status=optimal termination=optimal
                C: JOB 1
                S: + {"job":1,"week":"tiny","revision":1,"kind":"solve","state":"done",…"version":1,"status":"optimal",…
                S: OK job=1 state=done
                C: JOBS
                S: + {"job":1,…
                S: OK jobs=1
                C: WATCH 1
                S: OK job=1 version=1 objective=0 bound=0 gap=0 status=optimal termination=optimal
                C: STOP 1
                S: ERR conflict "…"
                C: CANCEL 1
                S: ERR conflict "…"
                C: SOLVE nobody
                S: ERR not-found "…"
                C: JOB 99
                S: ERR not-found "…"
                C: WATCH 99
                S: ERR not-found "…"
                C: STOP 99
                S: ERR not-found "…"
                C: JOBS nobody
                S: ERR not-found "…"
                """
            ).play(with: client)
        }
    }

    @Test("a running job is watched on one connection and stopped from another; its plan is kept")
    func watchesAndStops() async throws {
        try await withWeek { server, client in
            #expect(try await client.ask("SOLVE tiny seed=2 limit=60s") == ["OK job=1"])
            try await wait(for: #""objective":0"#, "JOB 1", client)
            try await client.send("WATCH 1\n")
            #expect(try await client.line().hasPrefix(#"* {"seconds":"#))
            let other = try await server.client()
            #expect(try await other.ask("STOP 1") == ["OK job=1 state=running"])
            let answer = try await client.reply()
            #expect(answer.dropLast().allSatisfy { $0.hasPrefix("* ") })
            #expect(answer.last?.hasPrefix("OK job=1 version=1 ") == true)
            #expect(answer.last?.hasSuffix("termination=stopped") == true)
        }
    }

    @Test("a cancelled job leaves nothing, and those who waited hear so")
    func cancels() async throws {
        try await withWeek { server, client in
            let waiting = try await server.client()
            try await waiting.send("SOLVE tiny seed=2 wait=yes\nPING\n")
            try await wait(for: #""objective":0"#, "JOBS", client)
            #expect(try await client.ask("CANCEL 1") == ["OK job=1 state=cancelled"])
            #expect(
                Transcript.english(try await waiting.line())
                    == #"ERR conflict "job 1 was cancelled; it has no plan" job=1"#)
            #expect(try await waiting.line() == "OK")
            #expect(try await client.ask("PLANS tiny") == ["OK week=tiny plans=0"])
            #expect(try await client.ask("SOLVE tiny wait=yes").last?.hasPrefix("OK job=2 version=1") == true)
        }
    }

    @Test("jobs wait in line with visible positions, and react while they wait")
    func queues() async throws {
        try await withWeek { server, client in
            for job in 1...4 { #expect(try await client.ask("SOLVE tiny seed=2") == ["OK job=\(job)"]) }
            try await wait(for: #""state":"running""#, "JOB 1", client)
            try await Transcript(
                """
                C: JOBS tiny
                S: + {"job":4,…"state":"queued","position":3,…
                S: + {"job":3,…"state":"queued","position":2,…
                S: + {"job":2,…"state":"queued","position":1,…
                S: + {"job":1,…"state":"running","submitted"…
                S: OK jobs=4
                C: STATUS
                S: OK …queued=3 running=1…
                C: STOP 3
                S: OK job=3 state=cancelled
                C: CANCEL 2
                S: OK job=2 state=cancelled
                C: JOB 4
                S: + {"job":4,…"position":1,…
                S: OK job=4 state=queued
                C: DROP tiny
                S: ERR busy "…"
                C: STOP 1
                S: OK job=1 state=running
                """
            ).play(with: client)
            try await wait(for: #""state":"running""#, "JOB 4", client)
            _ = try await client.ask("STOP 4")
            try await wait(for: "state=done", "JOB 4", client)
            #expect(try await client.ask("DROP tiny") == ["OK week=tiny plans=2"])
        }
    }

    @Test("as many jobs run at a time as there are slots")
    func runsSideBySide() async throws {
        try await withWeek(jobs: 2) { _, client in
            for _ in 1...3 { _ = try await client.ask("SOLVE tiny seed=2") }
            try await wait(for: "queued=1 running=2", "STATUS", client)
            for job in 1...3 { _ = try await client.ask("CANCEL \(job)") }
        }
    }

    @Test("a queue that is full says busy")
    func fullQueue() async throws {
        try await TestServer.with {
            $0.limits.queuedJobs = 1
        } _: { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            _ = try await client.ask("SOLVE tiny seed=2")
            try await wait(for: "running=1", "STATUS", client)
            #expect(try await client.ask("SOLVE tiny seed=2") == ["OK job=2"])
            #expect(try await client.ask("SOLVE tiny").last?.hasPrefix("ERR busy") == true)
        }
    }

    @Test("a client that goes away while it waits does not end its job")
    func outlivesItsClient() async throws {
        try await withWeek { server, client in
            let impatient = try await server.client()
            try await impatient.send("SOLVE tiny seed=2 wait=yes\n")
            try await wait(for: #""objective":0"#, "JOBS", client)
            await impatient.close()
            try await wait(for: "caravan_connections_open 1", "METRICS", client)
            #expect(try await client.ask("JOB 1").last == "OK job=1 state=running")
            _ = try await client.ask("STOP 1")
            try await wait(for: "state=done", "JOB 1", client)
        }
    }

    @Test("answers to commands before a long one do not wait for it")
    func answersInTime() async throws {
        try await withWeek { server, client in
            let waiting = try await server.client()
            try await waiting.send("PING\nSOLVE tiny seed=2 wait=yes\n")
            #expect(try await waiting.line() == "OK")
            try await wait(for: #""objective":0"#, "JOBS", client)
            _ = try await client.ask("STOP 1")
            #expect(try await waiting.line().hasPrefix("OK job=1 version=1"))
        }
    }

    @Test("a job without a plan says why")
    func fails() async throws {
        try await withWeek { _, client in
            try await Transcript(
                """
                C: SOLVE tiny seed=3 wait=yes
                S: + {"kind":"other","text":"pin of r1 contradicts pin of r2",…}
                S: ERR infeasible "pin of r1 contradicts pin of r2" messageZh="r1 的锁定与 r2 的锁定矛盾" job=1
                C: SOLVE tiny seed=6 wait=yes
                S: ERR internal "the simplex method gave up" messageZh="单纯形法未能求解" job=2
                C: SOLVE tiny seed=8 wait=yes
                S: ERR timeout "no plan …was found in time…; set a longer limit" messageZh="限定时间内没有找到…" job=3
                C: JOB 1
                S: + {"job":1,…"state":"failed",…"error":"infeasible","message":"pin of r1 contradicts pin of r2","messageZh":"r1 的锁定与 r2 的锁定矛盾"}
                S: OK job=1 state=failed
                """
            ).play(with: client)
        }
    }

    @Test("a plan that fails the check is never stored or shown", arguments: [4, 5])
    func gate(seed: Int) async throws {
        try await withWeek { _, client in
            let answer = try await client.ask("SOLVE tiny seed=\(seed) wait=yes")
            #expect(answer.last?.hasPrefix(#"ERR internal "the solver's plan failed the check: "#) == true)
            #expect(try await client.ask("PLANS tiny") == ["OK week=tiny plans=0"])
        }
    }
}
