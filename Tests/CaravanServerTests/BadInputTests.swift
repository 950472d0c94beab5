import Testing

@Suite("Bad input gets a clear error and changes nothing", .timeLimit(.minutes(1)))
struct BadInputTests {
    /// What is wrong, and how it is made out of a sound week.
    static let faulty: [(name: String, replace: String, with: String)] = [
        ("wrong type", #""days":2"#, #""days":"two""#),
        ("huge number", #""days":2"#, #""days":1e300"#),
        ("fraction", #""days":2"#, #""days":2.5"#),
        ("negative number", #""cost":5"#, #""cost":-5"#),
        ("duplicate id", #""id":"r2""#, #""id":"r1""#),
        ("unknown reference", #""township":"t1""#, #""township":"t9""#),
        ("invalid date", #""start":"2025-05-24""#, #""start":"2025-02-30""#),
        ("bad id", #""id":"v1""#, #""id":"v 1""#),
        ("missing field", #""timezone":"Asia/Shanghai","#, ""),
    ]

    @Test("a faulty week is refused with a record for each fault", arguments: faulty.indices)
    func faults(_ index: Int) async throws {
        let fault = Self.faulty[index]
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week("earlier"))
            let broken = Sample.week().replacing(fault.replace, with: fault.with)
            #expect(broken != Sample.week(), "\(fault.name) changes the document")
            let answer = try await client.ask("LOAD", body: broken)
            #expect(answer.count >= 2, "\(fault.name)")
            #expect(answer.dropLast().allSatisfy { $0.hasPrefix(#"+ {"path":""#) && $0.contains(#""message":""#) })
            #expect(answer.last?.hasPrefix("ERR invalid \"") == true)
            #expect(answer.last?.hasSuffix("faults=\(answer.count - 1)") == true)
            #expect(try await client.ask("WEEKS").last == "OK weeks=1")
        }
    }

    @Test(
        "what is no JSON is refused",
        arguments: ["", "{", "[1,2", #"{"a":NaN}"#, #"{"a":1e999}"#, "\u{0}\u{1}\u{2}", "hello", "null", "7", "[]"])
    func noJSON(_ body: String) async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: Sample.week())
            for line in ["LOAD", "SUBMIT tiny", "AMEND tiny r1", "CHECK tiny", "ADOPT tiny"] {
                let answer = try await client.ask(line, body: body)
                #expect(answer.last?.hasPrefix("ERR ") == true, "\(line) with \(body)")
            }
            #expect(try await client.ask("WEEK tiny").last == "OK week=tiny revision=1 requests=2")
        }
    }

    @Test("JSON nested without end is refused")
    func deepNesting() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let answer = try await client.ask("LOAD", body: String(repeating: "[", count: 200_000))
            #expect(answer.last?.hasPrefix("ERR invalid") == true)
        }
    }

    @Test("requests that wait for each other are no fault of the week: they are just never held")
    func cycles() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let week = Sample.week().replacing(#""id":"r1","#, with: #""id":"r1","after":["r2"],"#)
                .replacing(#""id":"r2","#, with: #""id":"r2","after":["r1"],"#)
            #expect(try await client.ask("LOAD", body: week).last == "OK week=tiny requests=2 revision=1")
            #expect(try await client.ask("SOLVE tiny wait=yes").last?.contains("objective=200") == true)
        }
    }

    @Test("a body of 100 MB is refused while its bytes are skipped, and the connection lives on")
    func hugeBody() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await client.send("LOAD bytes=100000000\n")
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
            for _ in 0..<100 { try await client.send(piece) }
            try await client.send("\nPING\n")
            #expect(try await client.line().hasPrefix("ERR too-large"))
            #expect(try await client.line() == "OK")
        }
    }

    @Test("an oversized line is refused, and the connection lives on")
    func hugeLine() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let answer = try await client.ask("PING " + String(repeating: "x", count: 70_000))
            #expect(answer.last?.hasPrefix("ERR too-large") == true)
            #expect(try await client.ask("PING") == ["OK"])
        }
    }

    @Test("binary garbage gets errors, and the daemon lives on")
    func garbage() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            try await client.send((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 ^ $0 >> 3) })
            try await client.send("\nPING\n")
            try await client.endSending()
            let answers = await client.rest().split(separator: "\n")
            #expect(answers.last == "OK")
            #expect(answers.dropLast().allSatisfy { $0.hasPrefix("ERR ") })
            #expect(try await server.client().ask("PING") == ["OK"])
        }
    }

    @Test("a body with more or fewer bytes than announced is refused, and later commands are understood")
    func wrongLength() async throws {
        try await TestServer.with { server in
            let client = try await server.client()
            let week = Sample.week()
            try await client.send("LOAD bytes=\(week.utf8.count - 5)\n\(week)\nPING\n")
            #expect(try await client.line().hasPrefix("ERR usage"))
            #expect(try await client.line() == "OK")
            try await client.send("LOAD bytes=\(week.utf8.count + 100)\n\(week)\n")
            try await client.endSending()
            #expect(await client.rest() == "")
            #expect(try await server.client().ask("WEEKS") == ["OK weeks=0"])
        }
    }
}
