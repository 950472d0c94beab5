import CaravanServer
import Testing

@Suite("Conversations about one request", .timeLimit(.minutes(1)))
struct SuggestConversationTests {
    private let documents = [
        "week": Sample.week(requests: 3), "first": Sample.plan(["r1"]), "new": Sample.request("n1"),
        "huge": Sample.request("n1", attendance: 5000), "known": Sample.request("r2"), "list": "[]",
        "elsewhere": Sample.request("n1").replacing(#"["t1"]"#, with: #"["t9"]"#),
        "against": Sample.plan(["r1"], extra: #","baseline":1"#),
        "weighted": Sample.week().replacing(#""note":"#, with: #""weights":{"move":7},"note":"#),
    ]

    @Test("the best placements of a stored or a new request come with what they change")
    func suggests() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: SUGGEST tiny r2
                S: ERR not-found "…SOLVE tiny…"
                C: ADOPT tiny bytes=N
                B: @first
                S: OK week=tiny version=1 objective=200 …
                C: SUGGEST tiny r2
                S: + {"start":"2025-05-25.am","township":"t1","venue":"v1","crew":[],"delta":-100,"terms":{"unserved":-100,…},"yuan":15,"funds":{"city":15}}
                S: OK week=tiny version=1 request=r2 held=no objective=200 placements=1
                C: SUGGEST tiny r1
                S: + {"start":"2025-05-24.am",…"delta":0,…
                S: + {"start":"2025-05-25.am",…"delta":0,…
                S: OK week=tiny version=1 request=r1 held=yes objective=200 placements=2
                C: SUGGEST tiny r1 top=1
                S: + {"start":"2025-05-24.am",…
                S: OK week=tiny version=1 request=r1 held=yes objective=200 placements=1
                C: SUGGEST tiny n1 bytes=N
                B: @new
                S: + {"start":"2025-05-25.am",…"delta":-100,…
                S: OK week=tiny version=1 request=n1 held=no objective=300 placements=1
                C: SUGGEST tiny n1 bytes=N
                B: @huge
                S: OK week=tiny version=1 request=n1 held=no objective=300 placements=0
                C: SUGGEST tiny n1
                S: ERR not-found "week tiny has no request n1; send it as a body, or SUBMIT it first"
                C: SUBMIT tiny bytes=N
                B: @new
                S: OK week=tiny request=n1 revision=2
                C: SUGGEST tiny n1 version=1
                S: + {"start":"2025-05-25.am",…"delta":-100,…
                S: OK week=tiny version=1 request=n1 held=no objective=300 placements=1
                """, documents
            ).play(on: server)
        }
    }

    @Test("a plan made against another one counts what a move would cost")
    func disruption() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @weighted
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny bytes=N
                B: @first
                S: OK week=tiny version=1 …
                C: ADOPT tiny bytes=N
                B: @against
                S: OK week=tiny version=2 …
                C: SUGGEST tiny r1
                S: + {"start":"2025-05-24.am",…"delta":0,…
                S: + {"start":"2025-05-25.am",…"delta":7,…"disruption":7…
                S: OK week=tiny version=2 request=r1 held=yes …
                """, documents
            ).play(on: server)
        }
    }

    @Test("a body that is no new request is refused with what is wrong")
    func refuses() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: ADOPT tiny bytes=N
                B: @first
                S: OK week=tiny version=1 …
                C: SUGGEST tiny r9
                S: ERR not-found "…r9…"
                C: SUGGEST tiny r2 version=7
                S: ERR not-found "…"
                C: SUGGEST tiny r2 bytes=N
                B: @known
                S: ERR exists "…leave out the body…"
                C: SUGGEST tiny n2 bytes=N
                B: @new
                S: + {"path":"","message":"the body's id is …n1…, the line asks for n2",…}
                S: ERR invalid "…" faults=1
                C: SUGGEST tiny n1 bytes=N
                B: @list
                S: + {"path":"","message":"the body is no JSON object","messageZh":"正文应为 JSON 对象"}
                S: ERR invalid "…" faults=1
                C: SUGGEST tiny n1 bytes=N
                B: @elsewhere
                S: + {"path":"requests[3].townships…","message":"…t9…"}
                S: ERR invalid "…" faults=1
                C: WEEKS
                S: + {…"requests":3…}
                S: OK …
                """, documents
            ).play(on: server)
        }
    }
}
