import CaravanServer
import Testing

@Suite("Conversations about why", .timeLimit(.minutes(1)))
struct ExplainConversationTests {
    private let documents = [
        "week": Sample.week(requests: 3), "full": Sample.plan(["r1", "r2"]), "first": Sample.plan(["r1"]),
        "new": Sample.request("n1"),
        "pinned": Sample.week().replacing(
            #""note":"#,
            with: #""pins":[{"request":"r1","start":"2025-05-24.am"},{"request":"r2","start":"2025-05-24.am"}],"note":"#
        ),
        "pins":
            #"[{"op":"pin","request":"r1","start":"2025-05-24.am"},{"op":"pin","request":"r2","start":"2025-05-24.am"}]"#,
    ]

    @Test("a request without a session is told what would let it in, one with a session what it is good for")
    func explains() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: ADOPT tiny bytes=N
                B: @full
                S: OK week=tiny version=1 …
                C: EXPLAIN tiny
                S: + {"request":"r3",…"code":"audience-busy",…"value":100,"options":2,"rules":[{"rule":"H3","ruledOut":2},{"rule":"H7","ruledOut":2}]}
                S: OK week=tiny version=1 requests=1
                C: EXPLAIN tiny r3
                S: + {"request":"r3",…"nearest":[{"start":"2025-05-24.am","township":"t1","venue":"v1","blocked":[{"rule":"H3","code":"venue-taken","text":"V (v1) holds r1 then",…"remedies":[{"changes":[{"kind":"drop","request":"r1","value":100,"text":"drop r1 (Talk r1) (value 100)",…"delta":0,…
                S: OK week=tiny version=1 requests=1
                C: ADOPT tiny bytes=N
                B: @first
                S: OK week=tiny version=2 …
                C: EXPLAIN tiny r1
                S: + {"request":"r1",…"held":true,"code":"held","reason":"it is held at 2025-05-24.am in t1, venue v1; without it the objective would change by +100; next best: 2025-05-25.am in t1, venue v1 (0)",…"alternatives":[{"start":"2025-05-25.am",…"contribution":{"delta":100,"terms":{"unserved":100,…"session":{…}}
                S: OK week=tiny version=2 requests=1
                C: EXPLAIN tiny r9
                S: ERR not-found "week tiny has no request r9; EXPLAIN tiny lists those not held"
                C: SUBMIT tiny bytes=N
                B: @new
                S: OK week=tiny request=n1 revision=2
                C: EXPLAIN tiny n1
                S: ERR not-found "request n1 is newer than version 2; SOLVE again, or use SUGGEST"
                C: SUGGEST tiny r3 version=1 moves=1
                S: + {"start":"2025-05-24.am",…"delta":0,…"moves":[{"request":"r1","from":{…},"dropped":true}]}
                S: + {"start":"2025-05-25.am",…"moves":[{"request":"r2","from":{…},"dropped":true}]}
                S: OK week=tiny version=1 request=r3 held=no objective=100 placements=2
                C: SUGGEST tiny r3 version=1 moves=2
                S: ERR usage "moves must be …"
                """, documents
            ).play(on: server)
        }
    }

    @Test("pins that contradict each other are named as records, with a plan and without one")
    func contradicts() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @pinned
                S: OK week=tiny requests=2 revision=1
                C: EXPLAIN tiny
                S: + {"kind":"clash","rule":"H3","text":"V (v1) is needed for 2 sessions at 24 May, morning (09:00–11:30) and holds one at a time (H3): r1 (Talk r1), r2 (Talk r2)",…"venue":"v1","slot":"2025-05-24.am","requests":["r1","r2"],…"remedies":[{"text":"leave the start of r1 (Talk r1) open",…"edits":[{"op":"unpin","request":"r1"},{"op":"pin","request":"r1"}],"whole":true},…
                S: + {"kind":"pin","id":"r1","rule":"H11","text":"pin of r1 (Talk r1)","textZh":"r1 (Talk r1)的锁定","title":"Talk r1"}
                S: + {"kind":"pin","id":"r2","rule":"H11",…}
                S: OK week=tiny revision=1 contradictions=3
                C: SOLVE tiny limit=10s wait=yes
                S: + {"kind":"clash","rule":"H3",…}
                S: + {"kind":"pin","id":"r1",…}
                S: + {"kind":"pin","id":"r2",…}
                S: ERR infeasible "V (v1) is needed for 2 sessions at 24 May, morning (…): r1 (Talk r1), r2 (Talk r2). To mend it: leave the start of r1 (Talk r1) open or …" job=1
                C: WATCH 1
                S: + {"kind":"clash","rule":"H3",…}
                S: + {"kind":"pin","id":"r1",…}
                S: + {"kind":"pin","id":"r2",…}
                S: ERR infeasible "V (v1) is needed for 2 sessions at …" job=1
                C: LOAD bytes=N replace=yes
                B: @week
                S: OK week=tiny requests=3 …
                C: EXPLAIN tiny
                S: ERR not-found "…SOLVE tiny…"
                C: ADOPT tiny bytes=N
                B: @full
                S: OK week=tiny version=1 …
                C: EDIT tiny bytes=N
                B: @pins
                S: OK …
                C: EXPLAIN tiny
                S: + {"kind":"clash",…}
                S: + {"kind":"pin","id":"r1",…}
                S: + {"kind":"pin","id":"r2",…}
                S: OK week=tiny revision=… contradictions=3
                C: EXPLAIN tiny version=1
                S: + {"request":"r3",…}
                S: OK week=tiny version=1 requests=1 stale=1 violations=1
                """, documents
            ).play(on: server)
        }
    }
}
