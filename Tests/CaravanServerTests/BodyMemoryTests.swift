import CaravanServer
import Testing

@Suite("Bodies and the memory for them", .timeLimit(.minutes(1)))
struct BodyMemoryTests {
    /// Eight megabytes beside those for models; bodies get two of them.
    private func with(_ body: (TestServer) async throws -> Void) async throws {
        try await TestServer.with {
            $0.limits.memory = 16 << 20
        } _: {
            try await body($0)
        }
    }

    private func status(_ field: String, _ client: TestClient) async throws -> Int {
        let words = try await client.ask("STATUS").last?.split(separator: " ") ?? []
        return words.first { $0.hasPrefix("\(field)=") }.flatMap { Int($0.dropFirst(field.count + 1)) } ?? -1
    }

    @Test("a body waits, unread, until there is room for all of it; small ones do not")
    func waits() async throws {
        try await with { server in
            let (first, second, other) = (
                try await server.client(), try await server.client(), try await server.client()
            )
            // More than one piece, so that what follows is read only when there is room.
            try await first.send("LOAD bytes=1500000\n" + String(repeating: " ", count: 100_000))
            while try await status("memory", other) < 2 {}
            // It is not read before there is room, so sending does not come to an end.
            async let sending: Void = second.send(
                "CHECK tiny bytes=1500000\n" + String(repeating: " ", count: 1_500_000) + "\n")
            while try await !other.ask("METRICS").contains(#"+ {"line":"caravan_memory_waiting 1"}"#) {}
            #expect(try await other.ask("LOAD", body: Sample.week()).last == "OK week=tiny requests=2 revision=1")
            #expect(try await status("memory", other) == 2, "the second holds nothing")
            await first.close()
            try await sending
            // It comes in now. Read as a plan it would take more than there is.
            #expect(try await second.reply().last?.hasPrefix("ERR too-large ") == true)
        }
    }

    @Test("a body for which there is never room is refused as it is announced, and the connection lives on")
    func neverFits() async throws {
        try await with { server in
            let client = try await server.client()
            try await client.send("LOAD bytes=3000000\n" + String(repeating: " ", count: 3_000_000) + "\nPING\n")
            let refusal = try await client.line()
            #expect(refusal.hasPrefix("ERR too-large ") && refusal.contains("--memory-limit"), "\(refusal)")
            #expect(try await client.line() == "OK")
        }
    }

    @Test(
        "a document that is small as a text and huge as values is refused, and takes nothing with it",
        arguments: ["{}", "[[]]", "1", #"{"":1}"#, #""""#])
    func dense(_ value: String) async throws {
        try await with { server in
            let client = try await server.client()
            let list = Array(repeating: value, count: 300_000 / (value.utf8.count + 1)).joined(separator: ",")
            let answer = try await client.ask("LOAD", body: #"{"requests":[\#(list)]}"#)
            #expect(answer.last?.hasPrefix("ERR ") == true)
            while try await status("memory", client) != 0 {}
        }
    }

    @Test("a week that was loaded is counted for as long as it is kept, and makes way for others")
    func kept() async throws {
        try await with { server in
            let client = try await server.client()
            for number in 0..<6 {
                let loaded = try await client.ask("LOAD", body: Sample.week("w\(number)", requests: 500))
                #expect(loaded.last == "OK week=w\(number) requests=500 revision=1")
                #expect(try await (1...6).contains(status("memory", client)))
            }
            #expect(try await client.ask("WITHDRAW w0 r1").last == "OK week=w0 request=r1 revision=2")
            #expect(try await status("memoryLimit", client) == 16)
            let metrics = try await client.ask("METRICS")
            #expect(metrics.contains(#"+ {"line":"caravan_memory_limit_bytes 16777216"}"#))
        }
    }
}
