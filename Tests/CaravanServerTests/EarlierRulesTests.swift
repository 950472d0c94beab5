import CaravanCore
import CaravanServer
import CaravanStore
import Foundation
import Testing

@Suite("Weeks that an earlier version took in", .timeLimit(.minutes(1)))
struct EarlierRulesTests {
    /// A week whose budget no rule of today allows.
    private static let tooDear = Sample.week().replacing(#""limit":100000"#, with: #""limit":1e20"#)
        .replacing(#""kind":"school","capacity":100"#, with: #""kind":"school","capacity":1e12"#)

    /// A week and a plan for it, as the earlier version stored them.
    private static func store(_ week: String = tooDear, in folder: URL) async throws {
        let store = try TestServer.store(in: folder)
        let head = try await store.load(try Week(stored: JSON(parsing: week)), replacing: false, expecting: nil)
        let plan = try Plan(document: JSON(parsing: Sample.plan()))
        _ = try await store.adopt(plan, for: head, expecting: nil)
        try store.close()
    }

    @Test("the daemon starts with them, shows them, says what is wrong, and takes their repair")
    func repair() async throws {
        let folder = try TestServer.makeFolder()
        try await Self.store(in: folder)
        let server = try await TestServer.start(in: folder)
        try await Transcript(
            """
            C: WEEKS
            S: + {"week":"tiny",…
            S: OK weeks=1
            C: WEEK tiny
            S: + …"limit":100000000000000000000…
            S: OK week=tiny revision=1 requests=2
            C: SOLVE tiny
            S: + {"path":"funds[0].limit","message":"above 10000000000: 100000000000000000000",…
            S: + {"path":"venues[0].capacity",…
            S: ERR invalid "week tiny was stored by an earlier version, and its revision 1 breaks rules of this one (2 faults): …" faults=2…
            C: COVERAGE tiny by=fund
            S: + {"key":"city",…"limit":100000000000000000000,…
            S: OK …
            C: EDIT tiny bytes=N
            B: [{"op":"limit","fund":"city","limit":5000}]
            S: + {"path":"venues[0].capacity",…
            S: ERR invalid "…" faults=1…
            C: EDIT tiny bytes=N
            B: [{"op":"limit","fund":"city","limit":5000},{"op":"change","kind":"venue","id":"v1","set":{"capacity":80}}]
            S: OK week=tiny edits=2 revision=2
            C: SOLVE tiny wait=yes
            S: OK job=1 version=2 …
            """
        ).play(on: server)
        try await server.stop()
        server.removeFolder()
    }

    @Test("a week whose time zone is none is shown and not exported as a calendar of another zone")
    func zone() async throws {
        let folder = try TestServer.makeFolder()
        let store = try TestServer.store(in: folder)
        let week = Sample.week().replacing("Asia/Shanghai", with: "CST")
        let head = try await store.load(try Week(stored: JSON(parsing: week)), replacing: false, expecting: nil)
        _ = try await store.adopt(try Plan(document: JSON(parsing: Sample.plan())), for: head, expecting: nil)
        try store.close()
        let server = try await TestServer.start(in: folder)
        try await Transcript(
            """
            C: WEEK tiny
            S: + …"timezone":"CST"…
            S: OK week=tiny revision=1 requests=2
            C: EXPORT tiny as=ics
            S: + {"path":"timezone",…
            S: ERR invalid …
            C: SOLVE tiny
            S: + {"path":"timezone","message":"no time zone of the IANA database: CST; write Asia/Shanghai or …
            S: ERR invalid …
            C: LOAD replace=yes bytes=N
            B: @week
            S: OK week=tiny requests=2 revision=2
            """, ["week": Sample.week()]
        ).play(on: server)
        try await server.stop()
        server.removeFolder()
    }

    @Test("their plans are told of whatever their numbers are", arguments: ["1e300", "1e20", "123456789012"])
    func told(_ number: String) async throws {
        let folder = try TestServer.makeFolder()
        let week = Sample.week().replacing(
            /"(limit|capacity|cost|value|attendance|youth|costPerKm|roadFactor)":\d+(?:\.\d+)?/
        ) {
            "\"\($0.1)\":\(number)"
        }
        try await Self.store(week, in: folder)
        let server = try await TestServer.start(in: folder, engine: SolverEngine())
        let client = try await server.client()
        for line in [
            "PLAN tiny", "COVERAGE tiny", "EXPLAIN tiny version=1", "EXPLAIN tiny r1 version=1",
            "SUGGEST tiny r1 moves=1",
            "DIFF tiny from=1 to=1",
        ] {
            let closing = try await client.ask(line).last ?? ""
            #expect(closing.hasPrefix("OK "), "\(line): \(closing)")
        }
        for format in ["json", "csv", "ics", "html"] {
            let closing = try await client.ask("EXPORT tiny as=\(format)").last ?? ""
            #expect(closing.hasPrefix("OK "), "\(format): \(closing)")
            if let count = closing.split(separator: "bytes=").last.flatMap({ Int($0) }) {
                _ = try await client.payload(count)
            }
        }
        #expect(try await client.ask("PING") == ["OK"])
        try await server.stop()
        server.removeFolder()
    }

    @Test("they can be replaced, and dropped")
    func replacement() async throws {
        let folder = try TestServer.makeFolder()
        try await Self.store(in: folder)
        let server = try await TestServer.start(in: folder)
        try await Transcript(
            """
            C: LOAD replace=yes bytes=N
            B: @week
            S: OK week=tiny requests=2 revision=2
            C: DROP tiny
            S: OK week=tiny plans=1
            """, ["week": Sample.week()]
        ).play(on: server)
        try await server.stop()
        server.removeFolder()
    }
}
