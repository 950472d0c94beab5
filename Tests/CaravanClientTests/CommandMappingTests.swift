import ArgumentParser
import CaravanProtocol
import Testing

@testable import CaravanClient

@Suite("Commands and their lines")
struct CommandMappingTests {
    /// Command lines and the protocol lines that they stand for; the body's file after `<`.
    static let cases: [(String, String)] = [
        ("load week.json", "LOAD <week.json"), ("load - --replace", "LOAD replace=yes <-"),
        ("load plans/Week.XLSX", "LOAD as=xlsx name=Week.XLSX <plans/Week.XLSX"), ("weeks", "WEEKS"),
        ("week w", "WEEK w"), ("week w -o f", "WEEK w"),
        ("week w -o f.xlsx --lang zh", "WEEK w as=xlsx lang=zh"), ("drop w", "DROP w"),
        ("submit w r.json", "SUBMIT w <r.json"),
        ("amend w r f.json", "AMEND w r <f.json"), ("withdraw w r", "WITHDRAW w r"), ("edit w -", "EDIT w <-"),
        ("solve w", "SOLVE w"), ("solve w --no-wait", "SOLVE w"),
        (
            "solve baishan-2025 --limit 30s --gap 1% --seed 7 --work 1000",
            "SOLVE baishan-2025 limit=30s gap=1% seed=7 work=1000"
        ),
        ("replan w", "REPLAN w"),
        (
            "replan w --edits e.json --baseline 2 --freeze 2025-05-24.am --limit 5s",
            "REPLAN w baseline=2 freeze=2025-05-24.am limit=5s <e.json"
        ),
        ("replan w --edits e.json --preview", "REPLAN w preview=yes <e.json"),
        ("replan w --edits e.json --keep --if 3", "REPLAN w keep=yes if=3 <e.json"),
        ("load f.json --replace --missing keep --if 4", "LOAD replace=yes missing=keep if=4 <f.json"),
        ("load f.json --replace --yes", "LOAD replace=yes missing=drop <f.json"), ("drop w --if 4", "DROP w if=4"),
        ("submit w r.json --if 4", "SUBMIT w if=4 <r.json"), ("edit w e.json --if 4", "EDIT w if=4 <e.json"),
        ("amend w r f.json --if 4", "AMEND w r if=4 <f.json"), ("withdraw w r --if 4", "WITHDRAW w r if=4"),
        ("solve w --if 4", "SOLVE w if=4"), ("accept 3 --if 4", "ACCEPT 3 if=4"),
        ("commit w r --state none --if 4", "COMMIT w r state=none if=4"),
        ("adopt w p.json --if 4", "ADOPT w if=4 <p.json"),
        ("publish w --version 2 --anyway --if 4", "PUBLISH w version=2 anyway=yes if=4"),
        ("week w --revision 3", "WEEK w revision=3"),
        ("diff w --from 1 --to 2 --for fund:f", "DIFF w from=1 to=2 for=fund:f"),
        ("proposal 3", "PROPOSAL 3"), ("proposal 3 --for e1 --by-member", "PROPOSAL 3 for=e1 by=member"),
        ("accept 3", "ACCEPT 3"), ("accept 3 --publish", "ACCEPT 3 publish=yes"),
        ("replan w --for e1 --by-member", "REPLAN w for=e1 by=member"),
        ("diff w --from 1 --to 2 --by-member --for v1", "DIFF w from=1 to=2 for=v1 by=member"),
        ("commit w r1 r2 --state travel-booked", "COMMIT w r1 r2 state=travel-booked"),
        ("commit w r1 --state none --version 3", "COMMIT w r1 state=none version=3"),
        ("commitments w", "COMMITMENTS w"), ("commitments w --version latest", "COMMITMENTS w version=latest"),
        ("whatif w s.json --baseline 1", "WHATIF w baseline=1 <s.json"),
        ("critical w --pool kits", "CRITICAL w pool=kits"),
        ("critical w --standby --limit 2m", "CRITICAL w limit=2m standby=yes"),
        (
            "curve w science --from 90000 --to 40000 --steps 6",
            "CURVE w fund=science from=90000 to=40000 steps=6"
        ), ("worth w --top 5", "WORTH w top=5"),
        ("suggest w r --top 3", "SUGGEST w r top=3"),
        ("suggest w r new.json", "SUGGEST w r <new.json"), ("explain w", "EXPLAIN w"),
        ("suggest w r --moves", "SUGGEST w r moves=1"),
        ("explain w r --version 2", "EXPLAIN w r version=2"), ("jobs", "JOBS"), ("jobs w", "JOBS w"),
        ("job 3", "JOB 3"), ("watch 3", "WATCH 3"), ("stop 3", "STOP 3"), ("cancel 3", "CANCEL 3"),
        ("plans w", "PLANS w"), ("plan w", "PLAN w"), ("plan w --version published", "PLAN w version=published"),
        ("show w --version 2", "PLAN w version=2"), ("publish w --version 2", "PUBLISH w version=2"),
        ("diff w --from 1 --to 2", "DIFF w from=1 to=2"), ("coverage w", "COVERAGE w by=township"),
        ("coverage w --by fund --version 1", "COVERAGE w version=1 by=fund"), ("check w p.json", "CHECK w <p.json"),
        ("adopt w p.json", "ADOPT w <p.json"), ("export w --as csv", "EXPORT w as=csv"),
        ("export w --as mps --version 1 -o f", "EXPORT w version=1 as=mps"),
        ("export w --as csv --for hj-tonggou", "EXPORT w as=csv for=hj-tonggou"),
        ("export w --as csv --table funds --lang zh", "EXPORT w as=csv table=funds lang=zh"),
        ("export w --as xlsx --lang en -o f.xlsx", "EXPORT w as=xlsx lang=en"),
        ("export w --as ics --for e1 --cancelled --lang en", "EXPORT w as=ics for=e1 lang=en cancelled=yes"),
        ("export w --as html --lang zh", "EXPORT w as=html lang=zh"), ("ping", "PING"),
        ("status", "STATUS"), ("metrics", "METRICS"), ("help-verbs", "HELP"), ("help-verbs solve", "HELP solve"),
    ]

    private func request(_ line: String) throws -> ClientRequest {
        let command = try CaravanCommand.parseAsRoot(line.split(separator: " ").map(String.init))
        return try #require(command as? any DaemonCommand).request()
    }

    @Test("each subcommand sends its line", arguments: cases)
    func mapping(command: String, line: String) throws {
        let request = try request(command)
        #expect(request.line.text + (request.bodyPath.map { " <\($0)" } ?? "") == line)
    }

    @Test("the daemon accepts each of these lines", arguments: cases)
    func accepted(command: String, line: String) throws {
        let request = try request(command)
        #expect(throws: Never.self) { try Invocation(request.line, body: request.bodyPath.map { _ in [] }) }
    }

    @Test("every verb has a subcommand, but for AUTH and QUIT, which every connection does by itself")
    func complete() throws {
        let verbs = try Set(Self.cases.map { try request($0.0).line.verb })
        let missing = Verb.allCases.filter { !verbs.contains($0.rawValue) }
        #expect(missing == [.auth, .quit])
    }

    @Test("common options may stand before or after the subcommand")
    func commonOptions() throws {
        for line in ["--socket s --json --lang zh solve w", "solve w --socket s --json --lang zh"] {
            let command = try CaravanCommand.parseAsRoot(line.split(separator: " ").map(String.init))
            let common = try #require(command as? any DaemonCommand).common
            #expect(common.socket == "s" && common.json && common.lang == .chinese)
        }
        for line in ["weeks --socket a --host b:1", "weeks --token a --token-file b", "weeks --lang fr", "fly", "load"]
        {
            #expect(throws: (any Error).self) {
                try CaravanCommand.parseAsRoot(line.split(separator: " ").map(String.init))
            }
        }
    }

    @Test("options and environment name the endpoint")
    func endpoints() throws {
        func resolve(_ socket: String?, _ host: String?, _ environment: [String: String] = [:]) throws -> Endpoint {
            try Endpoint.resolve(socket: socket, host: host, environment: environment)
        }
        #expect(try resolve("a", nil, ["CARAVAN_SOCKET": "b"]) == .unix(path: "a"))
        #expect(try resolve(nil, nil, ["CARAVAN_SOCKET": "b"]) == .unix(path: "b"))
        #expect(try resolve(nil, "h:1", ["CARAVAN_SOCKET": "b"]) == .tcp(host: "h", port: 1))
        #expect(try resolve(nil, "[::1]:8080") == .tcp(host: "::1", port: 8080))
        #expect(throws: ClientError.noEndpoint) { try resolve(nil, nil, ["CARAVAN_SOCKET": ""]) }
        for text in ["host", "host:", ":80", "host:0", "host:65536", "host:x", "[::1:80", "h:99999999999999999999"] {
            #expect(throws: ClientError.badEndpoint(text)) { try resolve(nil, text) }
        }
        let long = String(repeating: "x", count: 108)
        #expect(throws: ClientError.badEndpoint(long)) { try resolve(long, nil) }
    }

    @Test("the shell takes a file as body and leaves the rest of a line alone")
    func shell() {
        #expect(ShellInput("PING") == .send("PING", bodyPath: nil))
        #expect(ShellInput(" LOAD replace=yes  <week.json ") == .send("LOAD replace=yes", bodyPath: "week.json"))
        #expect(ShellInput("  ") == .nothing)
        #expect(ShellInput("LOAD bytes=3") == .announcedByHand)
        #expect(ShellInput("<x") == .send("<x", bodyPath: nil))
    }
}
