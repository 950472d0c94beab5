import CaravanServer
import CaravanStore
import Foundation
import Testing

@Suite("Conversations about replannings that are looked at first", .timeLimit(.minutes(1)))
struct ProposalConversationTests {
    private let documents = ["week": Sample.week(), "plan": Sample.plan(["r2", "r1"])]

    /// Loads the week and publishes a plan by hand.
    private func prepare(_ client: TestClient) async throws {
        _ = try await client.ask("LOAD", body: Sample.week())
        _ = try await client.ask("ADOPT tiny", body: Sample.plan(["r2", "r1"]))
        _ = try await client.ask("PUBLISH tiny version=1")
    }

    @Test("a preview changes nothing; accepted, it becomes what REPLAN would have stored")
    func accepted() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await prepare(client)
            try await Transcript(
                """
                C: REPLAN tiny preview=yes wait=yes bytes=N
                B: [{"op":"withdraw","request":"r2"}]
                S: + {"request":"r1",…"kind":"changed",…
                S: + {"request":"r2",…"kind":"dropped",…"text":"r2 Talk r2: dropped (request withdrawn), was 2025-05-24.am, V",…
                S: OK job=1 objective=… bound=… gap=0 status=optimal termination=optimal baseline=1 preview=yes
                C: WEEKS
                S: + {"week":"tiny",…"revision":1,"requests":2,"plans":1,"published":1,…
                S: OK weeks=1
                C: JOB 1
                S: + {"job":1,"week":"tiny","revision":1,"kind":"preview","state":"done",…
                S: OK job=1 state=done
                C: WATCH 1
                S: OK job=1 objective=… baseline=1 preview=yes
                C: PROPOSAL 1
                S: + {"request":"r1",…"kind":"changed",…
                S: + {"request":"r2",…"kind":"dropped",…
                S: OK job=1 week=tiny revision=1 baseline=1 objective=… bound=… gap=0 status=optimal added=0 dropped=1 changed=1 disruption=…
                C: PROPOSAL 1 by=member
                S: OK job=1 week=tiny …members=0
                C: PROPOSAL 1 for=nobody
                S: ERR not-found "…
                C: ACCEPT 1
                S: OK week=tiny revision=2 version=2
                C: PLANS tiny
                S: + {"version":2,"revision":2,"baseline":1,"origin":"replan","job":1,…"published":false}
                S: + {"version":1,…"published":true,"stale":1,"violations":1}
                S: OK week=tiny plans=2 published=1
                C: DIFF tiny from=1 to=2
                S: + {"request":"r1",…"kind":"changed",…
                S: + {"request":"r2",…"kind":"dropped",…
                S: OK week=tiny from=1 to=2 added=0 dropped=1 changed=1 …
                C: ACCEPT 1
                S: ERR conflict "the proposal of job 1 has been accepted already, as version 2" job=1 version=2
                C: PROPOSAL 1
                S: ERR conflict "…accepted already, as version 2" job=1 version=2
                C: JOB 1
                S: + {"job":1,…"kind":"preview","state":"done",…"version":2,"status":"optimal",…
                S: OK job=1 state=done
                """, documents
            ).play(with: client)
        }
    }

    @Test("a proposal without edits makes no revision, and may be published at once")
    func published() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await prepare(client)
            try await Transcript(
                """
                C: REPLAN tiny preview=yes
                S: OK job=1 baseline=1 preview=yes
                C: WATCH 1
                S: * {…
                """
            ).play(with: client)
            while try await client.line().hasPrefix("* ") {}
            try await Transcript(
                """
                C: ACCEPT 1 publish=yes
                S: OK week=tiny revision=1 version=2 published=2 previous=1
                C: PLANS tiny
                S: + {"version":2,"revision":1,…"published":true}
                S: + {"version":1,…
                S: OK week=tiny plans=2 published=2
                """
            ).play(with: client)
        }
    }

    @Test("edits that cannot be applied are refused as by REPLAN, and no job is made")
    func refusals() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await prepare(client)
            try await Transcript(
                """
                C: REPLAN tiny preview=yes bytes=N
                B: [{"op":"withdraw","request":"r9"}]
                S: + {"path":"[0]",…
                S: ERR invalid "…nothing was changed" …faults=1
                C: REPLAN tiny preview=yes freeze=2025-06-24.am
                S: ERR usage "…
                C: JOBS
                S: OK jobs=0
                """
            ).play(with: client)
        }
    }

    @Test("a proposal for a week that was changed meanwhile is refused, and nothing is stored")
    func changedMeanwhile() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await prepare(client)
            _ = try await client.ask("REPLAN tiny preview=yes wait=yes", body: #"[{"op":"withdraw","request":"r2"}]"#)
            _ = try await client.ask("REPLAN tiny preview=yes wait=yes")
            try await Transcript(
                """
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                C: ACCEPT 1 publish=yes
                S: ERR conflict "week tiny is at revision 2, but job 1 planned revision 1; nothing was changed: replan again" revision=2
                C: ACCEPT 2
                S: ERR conflict "week tiny is at revision 2, …replan again" revision=2
                C: WEEKS
                S: + {"week":"tiny",…"revision":2,"requests":1,"plans":1,"published":1,…
                S: OK weeks=1
                C: DROP tiny
                S: OK week=tiny plans=1
                C: ACCEPT 1
                S: ERR not-found "no job 1…
                """
            ).play(with: client)
        }
    }

    @Test("what has no proposal says why")
    func noProposal() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await prepare(client)
            _ = try await client.ask("SOLVE tiny wait=yes")
            _ = try await client.ask("REPLAN tiny preview=yes seed=2")
            while try await !client.ask("JOB 2").contains(where: { $0.contains(#""objective""#) }) {}
            try await Transcript(
                """
                C: PROPOSAL 1
                S: ERR conflict "job 1 is not a preview but a solve; make one with REPLAN week preview=yes" job=1
                C: PROPOSAL 2
                S: ERR conflict "job 2 is running; WATCH it, or STOP it and keep what it has found" job=2
                C: ACCEPT 2
                S: ERR conflict "job 2 is running; …
                C: PROPOSAL 9
                S: ERR not-found "…
                C: REPLAN tiny preview=yes seed=2
                S: OK job=3 baseline=1 preview=yes
                C: CANCEL 3
                S: OK job=3 state=cancelled
                C: ACCEPT 3
                S: ERR conflict "job 3 is cancelled; it has no proposal" job=3
                C: STOP 2
                S: OK job=2 state=running
                """
            ).play(with: client)
            #expect(try await client.ask("WATCH 2").last?.hasSuffix("preview=yes") == true)
            #expect(try await client.ask("ACCEPT 2").last == "OK week=tiny revision=1 version=3")
        }
    }

    @Test("the oldest proposals make room for newer ones, and all are gone after a restart")
    func forgotten() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder)
        let client = try await first.client()
        try await prepare(client)
        for _ in 1...17 { _ = try await client.ask("REPLAN tiny preview=yes wait=yes") }
        try await Transcript(
            """
            C: ACCEPT 1
            S: ERR conflict "the proposal of job 1 is no longer kept; …replan again" job=1
            C: ACCEPT 2
            S: OK week=tiny revision=1 version=2
            """
        ).play(with: client)
        try await first.stop()
        let second = try await TestServer.start(in: folder)
        #expect(try await second.client().ask("PROPOSAL 17").last?.contains("is no longer kept") == true)
        try await second.stop()
        second.removeFolder()
    }

    @Test("a preview that the daemon's end interrupts leaves nothing behind")
    func interrupted() async throws {
        let folder = try TestServer.makeFolder()
        let first = try await TestServer.start(in: folder) { $0.limits.grace = .milliseconds(100) }
        let client = try await first.client()
        try await prepare(client)
        _ = try await client.ask("REPLAN tiny preview=yes seed=7")
        while try await !client.ask("JOB 1").contains(where: { $0.contains(#""objective""#) }) {}
        try await first.stop()
        let store = try TestServer.store(in: folder)
        #expect(try await store.job(1).state == .interrupted)
        #expect(try await store.job(1).version == nil)
        try store.close()
        first.removeFolder()
    }
}
