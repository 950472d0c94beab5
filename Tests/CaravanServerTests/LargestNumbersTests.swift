import CaravanCore
import CaravanServer
import Foundation
import TestSupport
import Testing

@Suite("Weeks of the largest and smallest numbers", .timeLimit(.minutes(2)))
struct LargestNumbersTests {
    /// The tiny sample without pins and with all its numbers set to one, but for those of some fields.
    private static func week(_ number: Double, but kept: Set<String>) throws -> String {
        let sample = SharedMaterial.packageRoot.appending(path: "samples/tiny/week.json")
        var document = try #require(JSON(parsing: Data(contentsOf: sample)).object)
        document["pins"] = nil
        return set(.object(document), number, kept).text
    }

    private static func set(_ value: JSON, _ number: Double, _ kept: Set<String>) -> JSON {
        switch value {
        case .array(let items): .array(items.map { set($0, number, kept) })
        case .object(let fields):
            .object(
                JSONObject(
                    fields.fields.map { key, value in
                        if kept.contains(key) { return (key, value) }
                        if case .number = value { return (key, .number(number)) }
                        return (key, set(value, number, kept))
                    }))
        default: value
        }
    }

    private static let always: Set = ["days", "lat", "lon", "duration", "level", "skills", "format", "slots"]

    @Test(
        "every verb answers with numbers, and the daemon lives on",
        arguments: [
            (1e10, ""), (1e10, "limit"), (1e10, "attendance capacity count"), (1e10, "speedKmh count"),
            (1e-300, "attendance capacity count maxPerDay maxPerWeek bufferMinutes"), (0, "speedKmh roadFactor count"),
        ])
    func answers(_ number: Double, _ names: String) async throws {
        let kept = Set(names.split(separator: " ").map(String.init))
        let week = try Self.week(number, but: kept.union(Self.always))
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            let loaded = try await client.ask("LOAD", body: week)
            #expect(loaded.last?.hasPrefix("OK week=tiny") == true, "\(loaded)")
            let solved = try await client.ask("SOLVE tiny limit=1s wait=yes").last ?? ""
            #expect(solved.hasPrefix("OK job=1 version=1"), "\(solved)")
            let ways = ["township", "county", "audience", "fund", "member", "venue"]
            let asked =
                ways.map { "COVERAGE tiny by=\($0)" } + [
                    "PLAN tiny", "EXPLAIN tiny", "SUGGEST tiny orchard-visit", "WORTH tiny limit=0.5s",
                    "CRITICAL tiny pool=venues limit=1s",
                    "CURVE tiny fund=travel from=0 to=10000000000 steps=3 limit=1s",
                ]
            for line in asked { try Self.look(at: try await client.ask(line), of: line) }
            let edits = #"{"scenarios":[{"name":"less","edits":[{"op":"limit","fund":"travel","factor":0.5}]}]}"#
            try Self.look(at: try await client.ask("WHATIF tiny limit=1s", body: edits), of: "WHATIF")
            for format in ["json", "csv", "html", "lp", "mps", "mathprog"] {
                let closing = try await client.ask("EXPORT tiny as=\(format)").last ?? ""
                #expect(closing.hasPrefix("OK "), "\(format): \(closing)")
                if let count = closing.split(separator: "bytes=").last.flatMap({ Int($0) }) {
                    let text = try await client.payload(count)
                    #expect(!text.contains("nan") && !text.contains("Infinity"), "\(format)")
                }
            }
            #expect(try await client.ask("PING") == ["OK"])
        }
    }

    /// Figures are numbers in every record, and no reply is a failure of the daemon.
    private static func look(at reply: [String], of line: String) throws {
        #expect(reply.last?.hasPrefix("ERR internal") == false, "\(line): \(reply.last ?? "")")
        let figures = [
            "unserved", "objective", "bound", "gap", "delta", "deltaLow", "points", "charged", "money", "total",
        ]
        for record in reply.dropLast() where record.hasPrefix("+ ") {
            try holdsNumbers(try JSON(parsing: String(record.dropFirst(2))), figures, line)
        }
    }

    private static func holdsNumbers(_ value: JSON, _ figures: [String], _ line: String) throws {
        for item in value.array ?? [] { try holdsNumbers(item, figures, line) }
        for (key, item) in value.object?.fields ?? [] {
            if figures.contains(key) { #expect(item != .null, "\(line): \(key)") }
            try holdsNumbers(item, figures, line)
        }
    }

    @Test("numbers beyond them are refused wherever they come in, with their path")
    func refused() async throws {
        try await TestServer.with { server in
            try await Transcript(
                """
                C: LOAD bytes=N
                B: @week
                S: OK week=tiny requests=2 revision=1
                C: AMEND tiny r1 bytes=N
                B: {"cost":1e20}
                S: + {"path":"requests[0].cost","message":"above 10000000000: 100000000000000000000",…
                S: ERR invalid "…" faults=1
                C: SUBMIT tiny bytes=N
                B: @dear
                S: + {"path":"requests[2].cost",…
                S: ERR invalid "…" faults=1
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","factor":1e300}]
                S: + {"path":"funds[0].limit",…
                S: ERR invalid "…" faults=1
                C: EDIT tiny bytes=N
                B: [{"op":"limit","fund":"city","limit":1e308},{"op":"limit","fund":"city","factor":1e308}]
                S: + {"path":"funds[0].limit",…
                S: ERR invalid "…" faults=1
                C: ADOPT tiny bytes=N
                B: {"version":1e300,"sessions":[]}
                S: + {"path":"version",…
                S: ERR invalid "…" faults=1
                C: CHECK tiny bytes=N
                B: {"objective":1e308,"bound":-1e308,"gap":-1e308,"terms":{"unserved":1e308},"sessions":[]}
                S: + {"rule":"plan",…
                S: + {"rule":"plan",…
                S: + {"rule":"plan",…
                S: OK violations=3 …
                C: SOLVE tiny seed=99999999999999999999
                S: ERR usage "…"
                C: SOLVE tiny limit=1e300s
                S: ERR usage "…"
                C: SOLVE tiny gap=1e300
                S: ERR usage "…"
                C: SUGGEST tiny r1 top=99999999999999999999
                S: ERR usage "…"
                C: PLAN tiny version=99999999999999999999
                S: ERR usage "…"
                C: JOB 99999999999999999999
                S: ERR usage "…"
                C: CURVE tiny fund=city from=0 to=10000000001
                S: ERR usage "…"
                C: LOAD bytes=99999999999999999999
                S: ERR …
                C: WEEK tiny
                S: + @week
                S: OK week=tiny revision=1 requests=2
                """,
                ["week": Sample.week(), "dear": Sample.request("r3").replacing(#""cost":10"#, with: #""cost":1e11"#)]
            ).play(on: server)
        }
    }
}
