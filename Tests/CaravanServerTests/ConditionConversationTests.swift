import Testing

@Suite("Conversations of planners who do not know of each other", .timeLimit(.minutes(1)))
struct ConditionConversationTests {
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
        C: REPLAN tiny baseline=1 preview=yes wait=yes
        S: + …
        S: + …
        S: OK job=1 …
        C: SUBMIT tiny bytes=N
        B: @r3
        S: OK week=tiny request=r3 revision=2

        """

    /// Every verb that changes a week, for a week that is at revision 2.
    private static let changes = [
        "LOAD replace=yes if=1 bytes=N\nB: @week", "SUBMIT tiny if=1 bytes=N\nB: @r3",
        #"AMEND tiny r1 if=1 bytes=N\#nB: {"attendance":70}"#, "WITHDRAW tiny r1 if=1",
        #"EDIT tiny if=1 bytes=N\#nB: [{"op":"limit","fund":"city","limit":7}]"#, "SOLVE tiny if=1",
        #"REPLAN tiny baseline=1 if=1 bytes=N\#nB: [{"op":"withdraw","request":"r1"}]"#,
        #"REPLAN tiny baseline=1 keep=yes if=1 bytes=N\#nB: [{"op":"withdraw","request":"r1"}]"#,
        "REPLAN tiny baseline=1 if=1", "REPLAN tiny baseline=1 preview=yes if=1", "ACCEPT 1 if=1",
        "PUBLISH tiny version=1 if=1", "COMMIT tiny r1 state=confirmed if=1", "ADOPT tiny if=1 bytes=N\nB: @plan",
        "DROP tiny if=1",
    ]

    @Test(
        "a change made for a revision that is no longer the latest is refused and changes nothing", arguments: changes)
    func outdated(change: String) async throws {
        try await TestServer.with { server in
            try await Transcript(
                Self.opening + """
                    C: \(change)
                    S: ERR conflict "week tiny is at revision 2, …" revision=2
                    C: WEEKS
                    S: + {"week":"tiny",…"revision":2,"requests":3,"plans":1,"updated":…
                    S: OK weeks=1
                    C: JOBS tiny
                    S: + {"job":1,…
                    S: OK jobs=1
                    C: COMMITMENTS tiny
                    S: + …
                    S: + …
                    S: OK week=tiny version=1 sessions=2 marked=0
                    """, documents
            ).play(on: server)
        }
    }

    @Test("the same changes made for the latest revision are carried out")
    func current() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: ADOPT tiny if=1 bytes=N
                B: @plan
                S: OK week=tiny version=1 …
                C: PUBLISH tiny version=1 if=1
                S: OK week=tiny version=1
                C: SUBMIT tiny if=1 bytes=N
                B: @r3
                S: OK week=tiny request=r3 revision=2
                C: AMEND tiny r3 if=2 bytes=N
                B: {"attendance":70}
                S: OK week=tiny request=r3 revision=3
                C: WITHDRAW tiny r3 if=3
                S: OK week=tiny request=r3 revision=4
                C: EDIT tiny if=4 bytes=N
                B: []
                S: OK week=tiny edits=0 revision=5
                C: LOAD replace=yes if=5 bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=6
                C: SOLVE tiny if=6 wait=yes
                S: OK job=1 …
                C: REPLAN tiny if=6 preview=yes wait=yes
                S: + …
                S: + …
                S: OK job=2 …
                C: ACCEPT 2 if=6
                S: OK week=tiny revision=6 version=3
                C: COMMIT tiny r1 state=confirmed if=6
                S: OK week=tiny …
                C: DROP tiny if=6
                S: OK week=tiny plans=3
                C: LOAD replace=yes if=6 bytes=N
                B: @week
                S: ERR not-found "no week tiny; …"
                """, documents
            ).play(on: server)
        }
    }

    @Test("earlier revisions of a week can be read, those that never were cannot")
    func revisions() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=2
                C: WEEK tiny revision=1
                S: + @week
                S: OK week=tiny revision=1 requests=2
                C: WEEK tiny revision=2
                S: + …
                S: OK week=tiny revision=2 requests=1
                C: WEEK tiny revision=3
                S: ERR not-found "week tiny has no revision 3; the latest is 2"
                C: WEEK tiny revision=0
                S: ERR usage "…
                """, documents
            ).play(on: server)
        }
    }

    @Test("sixty planners who amend one week at once are all served")
    func crowd() async throws {
        try await TestServer.with { server in
            _ = try await server.client().ask("LOAD", body: Sample.week(requests: 60))
            try await withThrowingTaskGroup(of: String?.self) { group in
                for planner in 1...60 {
                    group.addTask {
                        let client = try await server.client()
                        return try await client.ask("AMEND tiny r\(planner)", body: #"{"attendance":71}"#).last
                    }
                }
                var revisions: Set<String> = []
                for try await answer in group {
                    #expect(answer?.hasPrefix("OK week=tiny request=r") == true, "\(answer ?? "")")
                    revisions.insert(answer?.split(separator: "=").last.map(String.init) ?? "")
                }
                #expect(revisions.count == 60)
            }
            let week = try await server.client().ask("WEEK tiny")
            #expect(week.last == "OK week=tiny revision=61 requests=60")
            #expect(week.first?.split(separator: #""attendance":71"#).count == 61)
        }
    }

    @Test("who goes while waiting for a turn leaves the others theirs")
    func impatience() async throws {
        try await TestServer.with { server in
            _ = try await server.client().ask("LOAD", body: Sample.week(requests: 30))
            for planner in 1...30 where planner.isMultiple(of: 3) {
                let client = try await server.client()
                try await client.send("AMEND tiny r\(planner) bytes=18\n{\"attendance\": 71}\n")
                await client.close()
            }
            let answers = try await withThrowingTaskGroup(of: String?.self) { group in
                for planner in 1...30 where !planner.isMultiple(of: 3) {
                    group.addTask {
                        try await server.client().ask("AMEND tiny r\(planner)", body: #"{"attendance":72}"#).last
                    }
                }
                return try await group.reduce(into: []) { $0.append($1 ?? "") }
            }
            #expect(answers.allSatisfy { $0.hasPrefix("OK ") } && answers.count == 20)
            let week = try await server.client().ask("WEEK tiny").first
            #expect(week?.split(separator: #""attendance":72"#).count == 21)
        }
    }
}
