import Testing

@Suite("Conversations about what becomes of a replanning's edits", .timeLimit(.minutes(1)))
struct ReplanEditsConversationTests {
    private let documents = [
        "week": Sample.week(), "r3": Sample.request("r3"), "plan": Sample.plan(["r2", "r1"]),
    ]
    private static let opening = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=2 revision=1
        C: ADOPT tiny bytes=N
        B: @plan
        S: OK week=tiny version=1 …

        """
    private static let untouched = """
        C: WEEK tiny
        S: + @week
        S: OK week=tiny revision=1 requests=2
        C: PLANS tiny
        S: + {"version":1,…
        S: OK week=tiny plans=1
        """

    private func play(_ text: String, on server: TestServer) async throws {
        try await Transcript(Self.opening + text, documents).play(on: server)
    }

    @Test(
        "without a plan nothing of them is stored, and the answer says so",
        arguments: [(3, "infeasible"), (4, "internal"), (6, "internal")])
    func withoutPlan(seed: Int, code: String) async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 seed=\(seed) wait=yes bytes=N
                B: [{"op":"limit","fund":"city","limit":77}]
                \(code == "infeasible" ? "S: + …" : "# no contradiction")
                S: ERR \(code) "…; the edits were not stored" messageZh="…；所作修改未保存" job=1 edits=discarded

                """ + Self.untouched, on: server)
        }
    }

    @Test("a job that is cancelled stores none of them")
    func cancelled() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 seed=2 bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: OK job=1 revision=1 edits=pending baseline=1
                C: WEEK tiny
                S: + @week
                S: OK week=tiny revision=1 requests=2
                C: CANCEL 1
                S: OK job=1 state=cancelled
                C: WATCH 1
                S: ERR conflict "job 1 was cancelled; it has no plan; the edits were not stored" job=1 edits=discarded

                """ + Self.untouched, on: server)
        }
    }

    @Test("with a plan they are stored together with it")
    func together() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 seed=2 bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: OK job=1 revision=1 edits=pending baseline=1
                U: JOB 1 until "state":"running"
                C: STOP 1
                S: OK job=1 …
                C: WATCH 1
                S: OK job=1 version=2 … edits=stored revision=2 baseline=1
                C: JOB 1
                S: + {"job":1,"week":"tiny","revision":2,…"parameters":{…"edits":"with-plan"},…
                S: OK job=1 state=done
                C: WEEK tiny
                S: + …
                S: OK week=tiny revision=2 requests=1
                """, on: server)
        }
    }

    @Test("with keep=yes they are stored at once, and stay where there is no plan")
    func kept() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 keep=yes seed=3 wait=yes bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: + …
                S: ERR infeasible "…; the edits remain stored, as revision 2" job=1 edits=stored revision=2
                C: REPLAN tiny baseline=1 keep=yes bytes=N
                B: [{"op":"limit","fund":"city","limit":77}]
                S: OK job=2 revision=3 edits=stored baseline=1
                C: WEEK tiny
                S: + …"limit":77…
                S: OK week=tiny revision=3 requests=1
                """, on: server)
        }
    }

    @Test("what others change while the job runs stays: the plan's week comes first, theirs with the edits behind it")
    func meanwhile() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 seed=2 bytes=N
                B: [{"op":"limit","fund":"city","limit":77}]
                S: OK job=1 revision=1 edits=pending baseline=1
                C: SUBMIT tiny bytes=N
                B: @r3
                S: OK week=tiny request=r3 revision=2
                U: JOB 1 until "state":"running"
                C: STOP 1
                S: OK job=1 …
                C: WATCH 1
                S: OK job=1 version=2 … edits=stored revision=3 baseline=1
                C: WEEK tiny revision=3
                S: + …"limit":77…
                S: OK week=tiny revision=3 requests=2
                C: WEEK tiny
                S: + …"limit":77…"id":"r3"…
                S: OK week=tiny revision=4 requests=3
                C: PLAN tiny
                S: + …
                S: OK week=tiny version=2 … revision=3 published=no
                """, on: server)
        }
    }

    @Test("edits that no longer fit what others made of the week end the job in conflict, and so does if")
    func conflict() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: REPLAN tiny baseline=1 seed=2 bytes=N
                B: [{"op":"withdraw","request":"r1"}]
                S: OK job=1 revision=1 edits=pending baseline=1
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                U: JOB 1 until "state":"running"
                C: STOP 1
                S: OK job=1 …
                C: WATCH 1
                S: ERR conflict "week tiny changed while the job ran, …no request r1…; …" job=1 edits=discarded
                C: REPLAN tiny baseline=1 seed=2 if=2 bytes=N
                B: [{"op":"limit","fund":"city","limit":77}]
                S: OK job=2 revision=2 edits=pending baseline=1
                C: SUBMIT tiny bytes=N
                B: @r3
                S: OK week=tiny request=r3 revision=3
                U: JOB 2 until "state":"running"
                C: STOP 2
                S: OK job=2 …
                C: WATCH 2
                S: ERR conflict "week tiny is at revision 3, …" job=2 edits=discarded
                C: WEEK tiny
                S: + …"limit":100000…
                S: OK week=tiny revision=3 requests=2
                C: PLANS tiny
                S: + {"version":1,…
                S: OK week=tiny plans=1
                """, on: server)
        }
    }
}
