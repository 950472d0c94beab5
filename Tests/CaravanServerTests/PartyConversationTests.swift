import Testing

@Suite("Conversations about identifiers that several kinds have", .timeLimit(.minutes(1)))
struct PartyConversationTests {
    /// The fund and the venue are called as the township is.
    private let documents = [
        "week": Sample.week().replacing("\"city\"", with: "\"t1\"").replacing("\"v1\"", with: "\"t1\""),
        "plan": Sample.plan(["r2", "r1"]).replacing("\"v1\"", with: "\"t1\""),
        "other": Sample.plan(["r1", "r2"]).replacing("\"v1\"", with: "\"t1\""),
    ]
    private static let opening = """
        C: LOAD bytes=N
        B: @week
        S: OK week=tiny requests=2 revision=1
        C: ADOPT tiny bytes=N
        B: @plan
        S: OK week=tiny version=1 …
        C: ADOPT tiny bytes=N
        B: @other
        S: OK week=tiny version=2 …

        """

    @Test("whoever asks for one is told which kinds there are, and says which is meant")
    func ambiguous() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await Transcript(
                Self.opening + """
                    C: EXPORT tiny as=ics for=t1
                    S: ERR usage "in week tiny identifier t1 is ambiguous: venue, township, fund; choose for=venue:t1 or for=township:t1 or for=fund:t1"
                    C: EXPORT tiny as=csv for=t1
                    S: ERR usage "…for=venue:t1…"
                    C: EXPORT tiny as=csv for=expert:t1
                    S: ERR not-found "week tiny has no member, venue, township or fund expert:t1"
                    C: EXPORT tiny as=csv for=planet:t1
                    S: ERR usage "for must be …, or KIND:identifier …planet:t1…"
                    C: DIFF tiny from=1 to=2 for=t1
                    S: ERR usage "…for=venue:t1…"
                    C: DIFF tiny from=1 to=2 for=fund:t1
                    S: + {"request":"r1",…
                    S: + {"request":"r2",…
                    S: OK week=tiny from=1 to=2 added=0 dropped=0 changed=2 …
                    C: REPLAN tiny baseline=1 for=t1 bytes=N
                    B: [{"op":"withdraw","request":"r1"}]
                    S: ERR usage "…for=venue:t1…"
                    C: WEEK tiny
                    S: + @week
                    S: OK week=tiny revision=1 requests=2
                    """, documents
            ).play(with: client)
            for kind in ["venue", "township", "fund"] {
                #expect(try await client.ask("EXPORT tiny as=ics for=\(kind):t1").last?.hasPrefix("OK ") == true)
                _ = try await client.line()
            }
        }
    }
}
