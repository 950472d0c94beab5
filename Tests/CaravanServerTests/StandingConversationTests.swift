import Testing

@Suite("Conversations about plans that a change of the week has broken", .timeLimit(.minutes(1)))
struct StandingConversationTests {
    private let documents = [
        "week": Sample.week(), "plan": Sample.plan(["r2", "r1"]), "other": Sample.plan(["r1", "r2"]),
    ]
    private static let opening = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=2 revision=1
        C: ADOPT tiny bytes=N
        B: @plan
        S: OK week=tiny version=1 …
        C: PUBLISH tiny version=1
        S: OK week=tiny version=1

        """

    private func play(_ text: String, with client: TestClient) async throws {
        try await Transcript(Self.opening + text, documents).play(with: client)
    }

    private func export(_ options: String, _ client: TestClient) async throws -> (closing: String, text: String) {
        let closing = try await client.ask("EXPORT tiny \(options)").last ?? ""
        let size = closing.split(separator: " ").first { $0.hasPrefix("bytes=") }.flatMap { Int($0.dropFirst(6)) }
        return (closing, try await client.payload(try #require(size, "\(closing)")))
    }

    @Test("PLANS, PLAN, COVERAGE and EXPLAIN say how many sessions no longer stand, until the week is put right")
    func told() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: EDIT tiny bytes=N
                B: [{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]
                S: OK week=tiny edits=1 revision=2
                C: PLANS tiny
                S: + {"version":1,…"published":true,"stale":1,"violations":1}
                S: OK week=tiny plans=1 published=1
                C: PLAN tiny
                S: + …
                S: OK week=tiny version=1 … revision=1 published=yes stale=1 violations=1
                C: COVERAGE tiny
                S: + …
                S: OK week=tiny version=1 … stale=1 violations=1
                C: EXPLAIN tiny
                S: OK week=tiny version=1 requests=0 stale=1 violations=1
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","limit":1}]
                S: OK week=tiny edits=1 revision=3
                C: PLANS tiny
                S: + {"version":1,…"stale":1,"violations":2}
                S: OK week=tiny plans=1 published=1
                C: LOAD replace=yes bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=4
                C: PLANS tiny
                S: + {"version":1,…"published":true}
                S: OK week=tiny plans=1 published=1
                C: WITHDRAW tiny r1
                S: OK week=tiny request=r1 revision=5
                C: EDIT tiny bytes=N
                B: [{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]
                S: OK week=tiny edits=1 revision=6
                C: PLANS tiny
                S: + {"version":1,…"stale":2,"violations":2}
                S: OK week=tiny plans=1 published=1
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","limit":1}]
                S: OK week=tiny edits=1 revision=7
                """, with: server.client())
        }
    }

    @Test("a plan that breaks the rules of the week as it is now is published only anyway")
    func publish() async throws {
        try await TestServer.with { server in
            try await play(
                """
                C: ADOPT tiny bytes=N
                B: @other
                S: OK week=tiny version=2 …
                C: EDIT tiny bytes=N
                B: [{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]
                S: OK week=tiny edits=1 revision=2
                C: PUBLISH tiny version=2
                S: + {"rule":"H2","message":"…","messageZh":"…","request":"r1"}
                S: ERR invalid "version 2 breaks rules of week tiny as it is now…" revision=2 stale=1 violations=1
                C: PLANS tiny
                S: + {"version":2,…"published":false,…
                S: + {"version":1,…"published":true,…
                S: OK week=tiny plans=2 published=1
                C: PUBLISH tiny version=2 anyway=yes if=1
                S: ERR conflict "…" revision=2
                C: PUBLISH tiny version=2 anyway=yes if=2
                S: OK week=tiny version=2 previous=1
                C: PUBLISH tiny version=9
                S: ERR not-found "…
                """, with: server.client())
        }
    }

    @Test("exports say that a plan no longer stands: events are tentative, the page and the tables mark what fell")
    func exports() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await play(
                """
                C: EDIT tiny bytes=N
                B: [{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]
                S: OK week=tiny edits=1 revision=2
                """, with: client)
            let calendar = try await export("as=ics lang=en", client)
            #expect(calendar.closing.contains(" version=1 stale=1 violations=1 bytes="))
            let events = calendar.text.split(separator: "BEGIN:VEVENT").dropFirst()
            #expect(events.count == 2)
            for event in events {
                let isFallen = event.contains("UID:r2@tiny")
                #expect(event.contains(isFallen ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED"))
                #expect(event.contains("NO LONGER STANDS") == isFallen)
            }
            let page = try await export("as=html lang=zh", client).text
            #expect(page.contains("方案已失效：1 场活动不再成立") && page.contains("Talk r2 (r2)"))
            let table = try await export("as=csv", client).text
            let lines = table.split(separator: "\r\n")
            #expect(lines[0].hasSuffix(",attendance,standing"))
            #expect(lines[1].hasSuffix(",no longer stands") && lines[2].hasSuffix(",50,"))
            #expect(try await export("as=csv lang=zh for=v1", client).text.contains("不再成立"))
        }
    }

    @Test("without a version EXPORT hands out the published one, also after an earlier one was published again")
    func rollback() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await play(
                """
                C: ADOPT tiny bytes=N
                B: @other
                S: OK week=tiny version=2 …
                """, with: client)
            func exported(_ options: String = "") async throws -> [Substring] {
                let text = try await export("as=ics \(options)", client).text
                return text.split(separator: "\r\n").filter { $0.hasPrefix("STATUS") || $0.hasPrefix("SEQUENCE") }
            }
            #expect(try await exported() == ["SEQUENCE:0", "STATUS:CONFIRMED", "SEQUENCE:0", "STATUS:CONFIRMED"])
            #expect(
                try await exported("version=latest")
                    == ["SEQUENCE:1", "STATUS:TENTATIVE", "SEQUENCE:1", "STATUS:TENTATIVE"])
            _ = try await client.ask("PUBLISH tiny version=2")
            _ = try await client.ask("PUBLISH tiny version=1")
            #expect(try await exported() == ["SEQUENCE:2", "STATUS:CONFIRMED", "SEQUENCE:2", "STATUS:CONFIRMED"])
            #expect(
                try await exported("version=2")
                    == ["SEQUENCE:1", "STATUS:TENTATIVE", "SEQUENCE:1", "STATUS:TENTATIVE"])
            #expect(try await export("as=json", client).closing.contains(" version=1 "))
        }
    }
}
