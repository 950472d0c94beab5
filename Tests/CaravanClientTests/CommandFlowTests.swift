import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Foundation
import Synchronization
import Testing

@testable import CaravanClient

@Suite("Commands at work")
struct CommandFlowTests {
    /// What a command wrote.
    private final class Capture: Sendable {
        private let texts = Mutex((results: "", notes: ""))

        var results: String { texts.withLock { $0.results } }
        var notes: String { texts.withLock { $0.notes } }

        func console(isJSON: Bool = false, isLive: Bool = false, _ language: Language = .english) -> Console {
            Console(
                isJSON: isJSON, style: Style(language: language), noteStyle: Style(language: language), isLive: isLive,
                results: { bytes in self.texts.withLock { $0.results += String(decoding: bytes, as: UTF8.self) } },
                notes: { bytes in self.texts.withLock { $0.notes += String(decoding: bytes, as: UTF8.self) } })
        }
    }

    private static let week: JSON = [
        "id": "w", "title": "Week", "slots": [["id": "am", "start": "09:00", "end": "11:30"]], "audiences": ["youth"],
        "townships": [["id": "t", "name": "红旗街道", "county": "浑江区"]], "venues": [["id": "v", "name": "School"]],
        "experts": [["id": "e", "name": "Expert A"]], "requests": [["id": "r", "title": "Robots"]],
    ]
    private static let plan: JSON = [
        "week": "w", "version": 2, "objective": 10, "bound": 9, "gap": 0.1, "status": "feasible",
        "terms": ["travel": 10],
        "sessions": [["request": "r", "start": "2025-05-23.am", "township": "t", "venue": "v", "crew": ["e"]]],
    ]

    /// A title that clears the screen, hides what follows, overwrites its line and turns the text around.
    private static let hostile = "A\u{1B}[2J\u{1B}[31m\u{9B}8m\rB\u{202E}C\u{200B}D\u{7}E 白山👨‍👩‍👧"

    /// A daemon with one week and one plan; it keeps the lines that it gets.
    private final class Daemon: Sendable {
        private let received = Mutex<[String]>([])
        var lines: [String] { received.withLock { $0 } }

        func answer(_ line: RequestLine) -> Reply {
            received.withLock { $0.append(line.text) }
            switch line.verb {
            case "WEEK": return .ok(["week": "w", "revision": "5"], records: [week])
            case "LOAD" where line["missing"] == "refuse":
                let lost: JSON = [
                    "missing": "refused", "kind": "request", "id": "q", "text": "request q", "textZh": "申请 q",
                ]
                let fields: ReplyFields = ["missing": "1", "revision": "5"]
                return .failure(ProtocolError(.conflict, Verbatim("the week has 1"), fields: fields), records: [lost])
            case "LOAD":
                let lost: JSON = [
                    "missing": "dropped", "kind": "request", "id": "q", "text": "request q\nq", "textZh": "申请 q",
                ]
                return .ok(["week": "w", "requests": "1", "revision": "6", "dropped": "1"], records: [lost])
            case "PLANS":
                return .ok(
                    ["week": "w", "plans": "1"],
                    records: [["version": 2, "published": true, "stale": 2, "violations": 3]])
            case "WEEKS": return .ok(["weeks": "1"], records: [["week": "w", "title": .string(hostile)]])
            case "PLAN":
                return .ok(
                    ["week": "w", "version": "2", "published": "yes", "stale": "1", "violations": "1"], records: [plan])
            case "COVERAGE" where line["by"] == "fund":
                return .ok(records: [["key": "f", "name": "Fund", "money": 50, "limit": 100]])
            case "COVERAGE": return .ok(records: [["key": "t", "county": "浑江区", "sessions": 1, "attendance": 40]])
            case "EXPLAIN":
                return .ok(records: [["request": "q", "held": false, "reason": "no hall", "reasonZh": "没有礼堂"]])
            case "SOLVE": return .ok(["job": "7"])
            case "CHECK": return .ok(["violations": "1"], records: [["rule": "H3", "message": "venue v is taken"]])
            case "EXPORT": return .ok(["as": "csv"], payload: Array("a,b\r\n".utf8))
            default: return .failure(ProtocolError(.notFound, Verbatim("no week x")))
            }
        }
    }

    private func run(
        _ commandLine: String, _ capture: Capture, isJSON: Bool = false, isLive: Bool = false,
        _ language: Language = .english
    ) async throws -> Daemon {
        let daemon = Daemon()
        let script: ScriptedDaemon.Script = { line, _ in
            guard line.verb == "WATCH" else { return daemon.answer(line).bytes }
            let progress: [JSON] = [
                ["seconds": 0, "phase": "queued"], ["seconds": 0.3, "objective": 20],
                ["seconds": 1.5, "objective": 11],
            ]
            let end: ReplyFields = ["job": "7", "version": "2", "objective": "10.04", "status": "feasible"]
            return progress.flatMap(ReplyWriter.stream) + Reply.ok(end).bytes
        }
        let command = try CaravanCommand.parseAsRoot(commandLine.split(separator: " ").map(String.init))
        let daemonCommand = try #require(command as? any DaemonCommand)
        try await ScriptedDaemon.run(script) { endpoint in
            let console = capture.console(isJSON: isJSON, isLive: isLive, language)
            let context = CommandContext(endpoint: endpoint, token: nil, console: console)
            try await Conversation.open(to: endpoint) { conversation in
                try await daemonCommand.perform(CommandSession(conversation, context))
            }
        }
        return daemon
    }

    @Test("plan shows the timetable with names; as JSON only the plan")
    func plan() async throws {
        let capture = Capture()
        let daemon = try await run("plan w", capture)
        #expect(daemon.lines == ["PLAN w", "WEEK w"])
        for part in [
            "Week (w), plan version 2, feasible  published", "浑江区  sessions: 1", "2025-05-23 Fri", "Robots", "Expert A",
        ] {
            #expect(capture.results.contains(part), "\(part)")
        }
        let json = Capture()
        #expect(try await run("plan w", json, isJSON: true).lines == ["PLAN w"])
        #expect(json.results.split(separator: "\n").count == 2)
        #expect(
            json.results.hasSuffix(
                "{\"ok\":{\"week\":\"w\",\"version\":2,\"published\":\"yes\",\"stale\":1,\"violations\":1}}\n"))
    }

    @Test("show asks for everything about the one version that it got first")
    func show() async throws {
        let capture = Capture()
        let daemon = try await run("show w --version published", capture, .chinese)
        #expect(
            daemon.lines == [
                "PLAN w version=published", "WEEK w", "COVERAGE w version=2 by=township",
                "COVERAGE w version=2 by=fund",
                "EXPLAIN w version=2",
            ])
        for part in ["== 日程 ==", "== 覆盖情况 ==", "1 (40)", "没有礼堂", "50.00%", "路程"] {
            #expect(capture.results.contains(part), "\(part)")
        }
    }

    @Test("solve follows the job: progress goes to the notes, the result to the results")
    func solve() async throws {
        let capture = Capture()
        let daemon = try await run("solve w --limit 5s", capture)
        #expect(daemon.lines == ["SOLVE w limit=5s"])
        #expect(
            capture.results
                == "plan version 2: objective 10.0, bound –, gap –, feasible\nsee it with: caravan show w --version 2\n"
        )
        #expect(capture.notes == "0.0 s  queued\n1.5 s  objective 11.0\n")
        let live = Capture()
        _ = try await run("solve w", live, isLive: true)
        #expect(live.notes.contains("\r\u{1B}[K0.3 s  objective 20.0") && live.notes.hasSuffix("\r\u{1B}[K"))
        let json = Capture()
        _ = try await run("solve w", json, isJSON: true)
        #expect(json.notes.isEmpty)
        #expect(json.results.split(separator: "\n").count == 4)
        let queued = Capture()
        _ = try await run("solve w --no-wait", queued)
        #expect(queued.results == "job 7; follow it with: caravan watch 7\n")
    }

    @Test("check shows the violations and ends as a failure of its own")
    func check() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).json")
        try Data("{}".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let capture = Capture()
        await #expect(throws: ClientError.violations) { _ = try await run("check w \(file.path)", capture) }
        #expect(capture.results == "rule  message\nH3    venue v is taken\nviolations: 1\n")
    }

    @Test("export writes the text as it is, to standard output or to a file")
    func export() async throws {
        let capture = Capture()
        let daemon = try await run("export w --as csv", capture)
        #expect(daemon.lines == ["EXPORT w as=csv"])
        let page = try await run("export w --as html", Capture(), .chinese)
        #expect(page.lines == ["EXPORT w as=html lang=zh"], "a page is in the language of the output")
        #expect(capture.results == "a,b\r\n")
        let file = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let silent = Capture()
        _ = try await run("export w --as csv -o \(file.path)", silent)
        #expect(silent.results.isEmpty && silent.notes.contains(file.path))
        #expect(try Data(contentsOf: file) == Data("a,b\r\n".utf8))
    }

    @Test("nothing that planners typed steers the terminal, hides or turns the text around")
    func hostileTitle() async throws {
        let capture = Capture()
        _ = try await run("weeks", capture)
        #expect(capture.results.contains(#"A\u{1B}[2J\u{1B}[31m\u{9B}8m B\u{202E}C\u{200B}D\u{7}"#))
        #expect(capture.results.contains("白山👨‍👩‍👧"))
        let forbidden: Set<Unicode.Scalar> = ["\u{1B}", "\u{9B}", "\r", "\u{202E}", "\u{200B}", "\u{7}"]
        #expect(!capture.results.unicodeScalars.contains { forbidden.contains($0) })
        let json = Capture()
        _ = try await run("weeks", json, isJSON: true)
        #expect(!json.results.unicodeScalars.contains { forbidden.contains($0) })
        let line = try #require(json.results.split(separator: "\n").first)
        #expect(try JSON(parsing: String(line))["title"]?.string == Self.hostile)
        let report = FailureReport(
            .refused(ProtocolError(.invalid, Verbatim("\(Self.hostile)\nOK week=w")), records: []))
        let failed = Capture()
        report.write(to: failed.console())
        #expect(!failed.notes.unicodeScalars.contains { forbidden.contains($0) })
        #expect(failed.notes.split(separator: "\n").count == 1)
    }

    @Test("a plan that the week was changed under is told as such")
    func stale() async throws {
        let shown = Capture()
        _ = try await run("plan w", shown)
        #expect(shown.notes == "stale: 1 session no longer stands\n")
        let listed = Capture()
        _ = try await run("plans w", listed, .chinese)
        #expect(listed.results.contains("方案已失效：2 场活动不再成立"))
    }

    @Test("a week in a file says which revision it is, and loading it again says so to the daemon")
    func taken() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "week-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try await run("week w -o \(file.path)", Capture())
        #expect(try String(contentsOf: file, encoding: .utf8).contains(#""storedRevision": 5"#))
        let error = ProtocolError(.conflict, Verbatim("the week has 1"), fields: ["missing": "1", "revision": "5"])
        await #expect(throws: ClientError.self) { try await run("load \(file.path) --replace", Capture()) }
        let capture = Capture()
        let daemon = try await run("load \(file.path) --replace --yes", capture)
        let line = try #require(daemon.lines.first)
        #expect(line.hasPrefix("LOAD replace=yes missing=drop if=5 bytes="))
        #expect(line.hasSuffix("=\(Self.week.text.utf8.count)"))
        #expect(capture.results.hasPrefix("deleted: request q q\nw stored: requests 1, revision 6\n"))
        let named = try await run("load \(file.path) --replace --missing keep --if 9", Capture())
        #expect(named.lines.first?.hasPrefix("LOAD replace=yes missing=keep if=9 bytes=") == true)
        #expect(FailureReport(.refused(error, records: [["text": "request q"]])).details(Style()).contains("request q"))
    }

    @Test("a failure is reported with its faults, for people and as JSON")
    func failure() async throws {
        let capture = Capture()
        let error = ProtocolError(.notFound, Verbatim("no week x"))
        await #expect(throws: ClientError.refused(error, records: [])) { _ = try await run("drop x", capture) }
        let faults: [JSON] = [["path": "days", "message": "is 15"]]
        let report = FailureReport(.refused(ProtocolError(.invalid, Verbatim("1 fault")), records: faults))
        report.write(to: capture.console())
        #expect(capture.notes == "path  message\ndays  is 15\ncaravan: invalid: 1 fault\n")
        report.write(to: capture.console(isJSON: true))
        #expect(capture.results.hasSuffix("{\"error\":{\"code\":\"invalid\",\"message\":\"1 fault\"}}\n"))
    }
}
