import Testing

@Suite("Conversations about weeks that replace others", .timeLimit(.minutes(1)))
struct ReplacementConversationTests {
    private let documents = [
        "week": Sample.week(), "three": Sample.week(requests: 3), "r4": Sample.request("r4"),
        "venueless": Sample.week().replacing("\"v1\"", with: "\"v2\""),
    ]

    private func workbook(_ client: TestClient) async throws -> [UInt8] {
        let line = try #require(try await client.ask("WEEK tiny as=xlsx").last)
        return try await client.bytes(try #require(line.split(separator: "bytes=").last.flatMap { Int($0) }))
    }

    private func load(_ client: TestClient, _ options: String, _ body: [UInt8]) async throws -> [String] {
        try await client.send(Array("LOAD as=xlsx \(options) bytes=\(body.count)\n".utf8) + body + Array("\n".utf8))
        return try await client.reply()
    }

    @Test("a document names what it takes away, keeps it, or is refused, as the command says")
    func documents() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @three
                S: OK week=tiny requests=3 revision=1
                C: EDIT tiny bytes=N
                B: [{"op":"pin","request":"r3","start":"2025-05-25.am"}]
                S: OK week=tiny edits=1 revision=2
                C: LOAD replace=yes missing=refuse bytes=N
                B: @week
                S: + {"missing":"refused","kind":"request","id":"r3","name":"Talk r3","text":"request r3 Talk r3","textZh":"申请 r3 Talk r3"}
                S: ERR conflict "the stored week has more than this one (1): request r3 Talk r3; …" missing=1 revision=2
                C: LOAD replace=yes missing=keep if=2 bytes=N
                B: @week
                S: + {"missing":"kept",…"id":"r3",…
                S: OK week=tiny requests=3 revision=3 kept=1
                C: WEEK tiny
                S: + …"id":"r3"…"pins":[{"request":"r3","start":"2025-05-25.am"}]}
                S: OK week=tiny revision=3 requests=3
                C: LOAD replace=yes bytes=N
                B: @week
                S: + {"missing":"dropped",…"id":"r3",…
                S: OK week=tiny requests=2 revision=4 dropped=1
                C: LOAD replace=yes missing=refuse bytes=N
                B: @venueless
                S: + {"missing":"refused","kind":"venue","id":"v1","name":"V",…
                S: ERR conflict "…" missing=1 revision=4
                C: LOAD replace=yes missing=refuse bytes=N
                B: @three
                S: OK week=tiny requests=3 revision=5
                C: LOAD replace=yes missing=maybe bytes=N
                B: @week
                S: ERR usage "missing must be …"
                """, documents
            ).play(on: server)
        }
    }

    @Test("a workbook that others have overtaken is refused, so that nothing of theirs is lost")
    func overtaken() async throws {
        try await TestServer.with { server in
            let (one, other) = (try await server.client(), try await server.client())
            _ = try await one.ask("LOAD", body: Sample.week())
            let downloaded = try await workbook(one)
            #expect(try await other.ask("SUBMIT tiny", body: Sample.request("r4")).last?.hasPrefix("OK ") == true)
            let refused = try await load(one, "replace=yes", downloaded)
            #expect(refused.last?.hasPrefix("ERR conflict \"week tiny is at revision 2, ") == true)
            #expect(refused.last?.hasSuffix(" revision=2") == true)
            #expect(try await one.ask("WEEK tiny").last == "OK week=tiny revision=2 requests=3")
            // Whoever has seen that says so, and is then asked about what would go.
            let asked = try await load(one, "replace=yes if=2", downloaded)
            #expect(asked.first?.hasPrefix("+ {\"missing\":\"refused\",\"kind\":\"request\",\"id\":\"r4\"") == true)
            #expect(asked.last?.hasPrefix("ERR conflict ") == true)
            let kept = try await load(one, "replace=yes if=2 missing=keep", downloaded)
            #expect(kept.last == "OK week=tiny requests=3 revision=3 ignored=0 kept=1")
        }
    }

    @Test("a workbook goes into another store whatever revision it was made from")
    func elsewhere() async throws {
        let downloaded = try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            _ = try await client.ask("SUBMIT tiny", body: Sample.request("r4"))
            return try await workbook(client)
        }
        try await TestServer.with { server in
            let client = try await server.client()
            #expect(
                try await load(client, "replace=yes", downloaded) == ["OK week=tiny requests=3 revision=1 ignored=0"])
        }
    }
}
