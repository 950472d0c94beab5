import Testing

@Suite("Conversations about weeks", .timeLimit(.minutes(1)))
struct WeekConversationTests {
    @Test("a week is loaded, shown, replaced and dropped")
    func lifeOfAWeek() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: LOAD bytes=N
                B: @week
                S: ERR exists "…replace=yes…"
                C: WEEKS
                S: + {"week":"tiny","title":"Tiny","start":"2025-05-24","days":2,"revision":1,"requests":2,"plans":0,…
                S: OK weeks=1
                C: WEEK tiny
                S: + @week
                S: OK week=tiny revision=1 requests=2
                C: LOAD replace=yes bytes=N
                B: @other
                S: OK week=tiny requests=3 revision=2
                C: DROP tiny
                S: OK week=tiny plans=0
                C: WEEK tiny
                S: ERR not-found "no week tiny; WEEKS lists them" messageZh="没有活动周 tiny；可用 WEEKS 查看全部活动周"
                C: DROP tiny
                S: ERR not-found "…"
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: WEEK tiny
                S: + @week
                S: OK week=tiny revision=1 requests=2
                """, ["week": Sample.week(), "other": Sample.week(requests: 3)]
            ).play(on: server)
        }
    }

    @Test("requests are submitted, amended and withdrawn, each a new revision")
    func requests() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: SUBMIT tiny bytes=N
                B: @r3
                S: OK week=tiny request=r3 revision=2
                C: SUBMIT tiny bytes=N
                B: @r3
                S: ERR exists "…"
                C: AMEND tiny r3 bytes=N
                B: {"attendance":70}
                S: OK week=tiny request=r3 revision=3
                C: AMEND tiny r3 bytes=N
                B: {"attendance":"many"}
                S: + {"path":"requests[2].attendance",…
                S: ERR invalid "…" faults=1
                C: AMEND tiny r9 bytes=N
                B: {"attendance":70}
                S: ERR not-found "…"
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=4
                C: WITHDRAW tiny r1
                S: ERR not-found "…"
                C: WITHDRAW nobody r1
                S: ERR not-found "…"
                C: WEEK tiny
                S: + …"requests":[{"id":"r2",…{"id":"r3",…"attendance":70…
                S: OK week=tiny revision=4 requests=2
                """, ["week": Sample.week(), "r3": Sample.request("r3")]
            ).play(on: server)
        }
    }

    @Test("a list of edits is applied whole or not at all")
    func edits() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","limit":5},{"op":"withdraw","request":"r2"}]
                S: OK week=tiny edits=2 revision=2
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","limit":7},{"op":"away","member":"nobody"}]
                S: + {"path":"[1]",…
                S: ERR invalid "…nobody…" faults=1
                C: WEEK tiny
                S: + …"limit":5…
                S: OK week=tiny revision=2 requests=1
                """, ["week": Sample.week()]
            ).play(on: server)
        }
    }

    @Test("planners who submit at the same time lose nothing")
    func concurrentSubmits() async throws {
        try await TestServer.with { server in
            _ = try await server.client().ask("LOAD", body: Sample.week(requests: 1))
            try await withThrowingTaskGroup(of: String?.self) { group in
                for planner in 1...8 {
                    group.addTask {
                        let request = Sample.request("p\(planner)")
                        return try await server.client().ask("SUBMIT tiny", body: request).last
                    }
                }
                for try await answer in group { #expect(answer?.hasPrefix("OK week=tiny request=p") == true) }
            }
            let week = try await server.client().ask("WEEK tiny")
            #expect(week.last == "OK week=tiny revision=9 requests=9")
        }
    }
}
