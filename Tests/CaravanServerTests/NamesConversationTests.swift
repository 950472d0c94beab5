import CaravanServer
import Testing

@Suite("Names over the wire", .timeLimit(.minutes(1)))
struct NamesConversationTests {
    /// Two names that look the same.
    private static let twins = (one: "caf\u{e9}", other: "cafe\u{301}")

    @Test("names that only look the same stay two, and unknown fields come back byte for byte")
    func roundTrip() async throws {
        let note =
            #""\#(Self.twins.one)":{"\#(Self.twins.other)":1,"\#(Self.twins.one)":2},"\#(Self.twins.other)":"\#u{212A}""#
        let week = Sample.week().replacing(#""note":"kept""#, with: note)
        let amended = #"{"\#(Self.twins.one)":1,"\#(Self.twins.other)":2}"#
        try await TestServer.with { server in
            let client = try await server.client()
            _ = try await client.ask("LOAD", body: week)
            let shown = try await client.ask("WEEK tiny")[0]
            #expect(Array(shown.utf8) == Array("+ \(week)".utf8))
            #expect(try await client.ask("AMEND tiny r1", body: amended).last == "OK week=tiny request=r1 revision=2")
            let after = try await client.ask("WEEK tiny")[0]
            #expect(Array(after.utf8).count == Array(shown.utf8).count + amended.utf8.count - 1)
        }
    }

    @Test("scenarios whose names only look the same are two; a plan for a week of such a name is refused")
    func scenariosAndPlans() async throws {
        try await TestServer.with(engine: SolverEngine()) { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=K requests=2 revision=1
                C: CHECK K bytes=N
                B: {"week":"\u{212A}","sessions":[]}
                S: + {"path":"week",…
                S: ERR invalid "…" faults=1
                C: EDIT K bytes=N
                B: [{"op":"close","venue":"v1","slots":["2025-05-24.\u{212A}"]}]
                S: + {"path":"[0]",…
                S: ERR invalid "…" faults=1
                """, ["week": Sample.week("K").replacing(#""id":"am""#, with: #""id":"K""#)]
            ).play(on: server)
            let client = try await server.client()
            let scenarios = [Self.twins.one, Self.twins.other, Self.twins.one].map { #"{"name":"\#($0)","edits":[]}"# }
            let two = try await client.ask(
                "WHATIF K limit=1s", body: "{\"scenarios\":[\(scenarios[0]),\(scenarios[1])]}")
            #expect(two.last?.hasPrefix("OK ") == true && two.last?.contains("scenarios=2") == true, "\(two)")
            let three = try await client.ask(
                "WHATIF K limit=1s", body: "{\"scenarios\":[\(scenarios.joined(separator: ","))]}")
            #expect(three.first?.contains("scenarios[2].name") == true && three.last?.hasPrefix("ERR invalid") == true)
        }
    }
}
