import CaravanCore
import CaravanServer
import TestSupport
import Testing

@Suite("Conversations about commitments", .timeLimit(.minutes(1)))
struct CommitmentConversationTests {
    private let documents = ["week": Sample.week(requests: 3), "plan": Sample.plan(["r2", "r1"])]

    @Test("sessions are marked all or none, listed, and what nobody marked is said by publication")
    func marks() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=3 revision=1
                C: COMMIT tiny r1 state=confirmed
                S: ERR not-found "week tiny has no plan yet; …"
                C: COMMITMENTS tiny
                S: ERR not-found "week tiny has no plan yet; …"
                C: ADOPT tiny bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: COMMIT tiny r1 r9 state=confirmed
                S: ERR not-found "week tiny has no request r9; nothing was marked"
                C: COMMIT tiny r1 r3 state=confirmed
                S: ERR conflict "r3 has no session in version 1; nothing was marked: …version=V"
                C: COMMIT tiny r1 state=firm
                S: ERR usage "state must be one of draft, confirmed, published, travel-booked, none, not \\"firm\\""
                C: COMMIT tiny state=draft
                S: ERR usage "COMMIT needs request; usage: COMMIT week request… state=…"
                C: COMMIT tiny r1 "r 2" state=draft
                S: ERR usage "request must be …, not \\"r 2\\""
                C: COMMIT tiny r1 state=draft version=7
                S: ERR not-found "…"
                C: COMMITMENTS tiny
                S: + {"request":"r1","title":"Talk r1","state":"draft","start":"2025-05-25.am","township":"t1","venue":"v1","crew":[]}
                S: + {"request":"r2",…"state":"draft",…
                S: OK week=tiny version=1 sessions=2 marked=0
                C: PUBLISH tiny version=1
                S: OK week=tiny version=1
                C: COMMIT tiny r2 r1 state=travel-booked
                S: OK week=tiny state=travel-booked requests=2 version=1
                C: COMMIT tiny r1 state=none
                S: OK week=tiny state=none requests=1 version=1
                C: COMMITMENTS tiny
                S: + {"request":"r1",…"state":"published","start"…
                S: + {"request":"r2",…"state":"travel-booked","marked":"…Z","version":1,"start":"2025-05-24.am",…
                S: OK week=tiny version=1 sessions=2 marked=1
                C: WITHDRAW tiny r2
                S: OK week=tiny request=r2 revision=2
                C: COMMITMENTS tiny
                S: + {"request":"r1",…
                S: + {"request":"r2","state":"published","start"…
                S: OK week=tiny version=1 sessions=2 marked=0
                """, documents
            ).play(on: server)
        }
    }

    @Test("HELP shows the factors of each state")
    func help() async throws {
        try await TestServer.with { server in
            let lines = try await server.client().ask("HELP COMMIT")
            let state = lines.first { $0.contains(#""argument":"state""#) } ?? ""
            #expect(state.contains("draft 0.25/0.25/0.25/0.25") && state.contains("travel-booked 4/2/4/2"), "\(state)")
            #expect(lines.contains { $0.contains(#""argument":"request""#) && $0.contains(#""repeated":true"#) })
        }
    }

    @Test("a job under commitments says so, states both objectives, and its plan is as the checker reckons")
    func replans() async throws {
        // Both requests are held in the one hall, which closes on the first date; the second date is taken by the other.
        let week = Sample.week().replacing(
            #""note":"kept""#,
            with: #""weights":{"km":0,"preference":0,"drop":100,"move":20,"venue":5,"crew":10}"#
        ).replacing(#""days":2"#, with: #""days":3"#)
        let edits = #"[{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]"#
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: REPLAN tiny baseline=1 wait=yes limit=20s bytes=N
                B: @edits
                S: + {"request":"r1",…"cost":20,…
                S: OK job=1 version=2 objective=20 bound=20 gap=0 status=optimal termination=optimal edits=stored revision=2 baseline=1
                C: COMMIT tiny r1 state=travel-booked version=1
                S: OK week=tiny state=travel-booked requests=1 version=1
                C: REPLAN tiny baseline=1 wait=yes limit=20s
                S: + {"request":"r1",…"cost":20,…
                S: OK job=2 version=3 objective=20 …baseline=1 commitment=60 committed=80 committedBound=80 committedGap=0
                C: JOB 2
                S: + {…"parameters":{…"commitments":{"travel-booked":["r1"]}},…
                S: OK job=2 state=done
                C: PLAN tiny version=3
                S: + {…"objective":20,…"disruption":20},"commitment":{"points":60,"objective":80,"bound":80,"gap":0}}
                S: OK week=tiny version=3 …
                """, ["week": week, "plan": Sample.plan(), "edits": edits]
            ).play(on: server)
        }
    }

    @Test("figures under commitments that a plan from outside claims are not believed")
    func adopted() async throws {
        try await TestServer.with { server in
            let plan = Sample.plan(extra: #","commitment":{"points":-900,"objective":-900,"bound":-901}"#)
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            #expect(try await client.ask("ADOPT tiny", body: plan).last?.hasPrefix("OK") == true)
            #expect(try await client.ask("PLAN tiny").first?.contains("commitment") == false)
        }
    }
}
