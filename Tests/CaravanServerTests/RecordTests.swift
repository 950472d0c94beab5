import CaravanCore
import CaravanProtocol
import CaravanServer
import Testing

/// Holds every record that comes against the types that the command table names for its verb.
private struct RecordJudge {
    private(set) var seen: [Verb: Set<String>] = [:]

    /// Looks at a reply.
    mutating func judge(_ lines: [String], to line: String) throws {
        let verb = try #require(Verb(rawValue: String(line.prefix { $0 != " " })))
        let specs = try CommandTable.spec(named: verb.rawValue).replies.flatMap(\.records) + Self.ofErrors
        for line in lines where line.hasPrefix("+ ") || line.hasPrefix("* ") {
            let record = try JSON(parsing: Array(line.utf8.dropFirst(2)))
            let isOne = specs.contains { $0.isStreamed == line.hasPrefix("*") && $0.reread(record) == record }
            #expect(isOne, "\(verb.rawValue) sends a record that is none of its types: \(line)")
            seen[verb, default: []].formUnion(record.object?.keys ?? [])
        }
    }

    /// What stands before `ERR infeasible` and `ERR too-large`, whatever the verb.
    private static let ofErrors = (try? CommandTable.spec(named: "EXPLAIN").replies.flatMap(\.records)) ?? []
}

@Suite("Records on the wire", .timeLimit(.minutes(2)))
struct RecordTests {
    @Test("every verb sends records, and each is one of the types that the reference documents for it")
    func everyVerb() async throws {
        var judge = RecordJudge()
        try await TestServer.with(engine: SolverEngine()) { server in
            let client = try await server.client()
            for (line, body) in Self.commands {
                let lines = try await client.ask(line, body: body)
                let last = lines.last ?? ""
                if let bytes = last.split(separator: " bytes=").last.flatMap({ Int($0) }), last.hasPrefix("OK") {
                    _ = try await client.bytes(bytes)
                }
                try judge.judge(lines, to: line)
            }
        }
        // What `WATCH` streams depends on how long a job runs; other conversations wait for it.
        for spec in CommandTable.all where spec.verb != .watch && !spec.replies.flatMap(\.records).isEmpty {
            #expect(judge.seen[spec.verb]?.isEmpty == false, "\(spec.verb.rawValue) sends no record")
        }
    }

    private static let commands: [(String, String?)] =
        [
            ("PING", nil), ("HELP", nil), ("HELP COMMIT", nil), ("HELP LOAD", nil), ("STATUS", nil), ("METRICS", nil),
            ("LOAD", week),
            ("LOAD replace=yes missing=keep", fewer), ("LOAD", #"{"id":1}"#), ("WEEK tiny", nil),
            ("WORTH tiny limit=5s", nil),
            ("SUBMIT tiny", #"{"id":"x"}"#), ("AMEND tiny r1", #"{"value":-1}"#),
            ("EDIT tiny", #"[{"op":"limit","fund":"city","limit":-1}]"#), ("SOLVE tiny work=2000 wait=yes", nil),
            ("PUBLISH tiny version=1", nil), ("PLANS tiny", nil), ("PLAN tiny", nil), ("WEEKS", nil),
            ("COMMIT tiny r1 state=confirmed", nil), ("COMMITMENTS tiny", nil), ("JOBS", nil), ("JOB 1", nil),
            ("WATCH 1", nil), ("CHECK tiny", broken), ("ADOPT tiny", broken), ("CHECK tiny", "{}"),
            ("REPLAN tiny preview=yes wait=yes frontier=yes", closed), ("PROPOSAL 3", nil),
            ("PROPOSAL 3 by=member", nil),
            ("REPLAN tiny wait=yes by=member", closed), ("DIFF tiny from=1 to=2", nil),
            ("DIFF tiny from=1 to=2 by=member", nil),
            ("EXPLAIN tiny", nil), ("EXPLAIN tiny r1", nil), ("EXPLAIN tiny r4", nil), ("EXPLAIN tiny r5", nil),
            ("SUGGEST tiny r4 moves=1", nil), ("WHATIF tiny limit=2s", scenarios),
            ("CRITICAL tiny limit=2s standby=yes", nil), ("CURVE tiny fund=city from=0 to=100 steps=3 limit=2s", nil),
            ("EXPORT tiny as=csv", nil),
        ] + ["township", "county", "audience", "fund", "member", "venue"].map { ("COVERAGE tiny by=\($0)", nil) }
        + [
            ("LOAD", pinned), ("EXPLAIN pinned", nil), ("SOLVE pinned work=100 wait=yes", nil), ("JOBS pinned", nil),
            ("EDIT tiny", #"[{"op":"close","venue":"v1","slots":["2025-05-24.am","2025-05-25.am","2025-05-26.am"]}]"#),
            ("PLANS tiny", nil), ("PUBLISH tiny version=1", nil), ("STOP 1", nil), ("CANCEL 1", nil), ("ACCEPT 3", nil),
            ("WITHDRAW tiny r3", nil), ("DROP pinned", nil), ("QUIT", nil),
        ]

    private static let week = Sample.week(requests: 6)
        .replacing(#""days":2"#, with: #""days":3"#)
        .replacing(#""needs":[]"#, with: #""needs":[{"pool":"experts","skill":"ai","level":1,"count":1}]"#)
        .replacing(
            #""requests":"#,
            with: #""experts":[\#(expert("e1", "Li")),\#(expert("e2", "Wang")),\#(expert("e3", "Zhao"))],"requests":"#)
    private static let fewer = week.replacing("," + Sample.request("r6"), with: "")
    private static let pinned = Sample.week("pinned").replacing(
        #""requests":["#,
        with:
            #""pins":[{"request":"r1","start":"2025-05-24.am"},{"request":"r2","start":"2025-05-24.am"}],"requests":["#)
    private static let broken = Sample.plan(["r1", "r2"], extra: #","objective":1"#)
    private static let closed = #"[{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]"#
    private static let scenarios =
        #"{"scenarios":[{"name":"closed","edits":[{"op":"close","venue":"v1","slots":["2025-05-24.am"]}]},{"name":"who","edits":[{"op":"away","member":"e9"}]}]}"#

    private static func expert(_ id: String, _ name: String) -> String {
        """
        {"id":"\(id)","name":"\(name)","base":"t1","skills":{"ai":2},"away":[],"maxPerDay":2,"maxPerWeek":4,\
        "maxMinutes":100,"fee":0}
        """
    }
}
