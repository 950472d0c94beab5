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

    /// A daemon with one week and one plan; it keeps the lines that it gets.
    private final class Daemon: Sendable {
        private let received = Mutex<[String]>([])
        var lines: [String] { received.withLock { $0 } }

        func answer(_ line: RequestLine) -> Reply {
            received.withLock { $0.append(line.text) }
            switch line.verb {
            case "WEEK": return .ok(["week": "w"], records: [week])
            case "PLAN": return .ok(["week": "w", "version": "2", "published": "yes"], records: [plan])
            case "COVERAGE" where line["by"] == "fund":
                return .ok(records: [["key": "f", "name": "Fund", "money": 50, "limit": 100]])
            case "COVERAGE": return .ok(records: [["key": "t", "county": "浑江区", "sessions": 1, "attendance": 40]])
            case "EXPLAIN":
                return .ok(records: [["request": "q", "held": false, "reason": "q: no hall", "reasonZh": "q：没有礼堂"]])
            case "SOLVE": return .ok(["job": "7"])
            case "CHECK": return .ok(["violations": "1"], records: [["rule": "H3", "message": "venue v is taken"]])
            case "EXPORT": return .ok(["as": "csv"], payload: Array("a,b\r\n".utf8))
            default: return .failure(ProtocolError(.notFound, "no week x"))
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
        #expect(json.results.hasSuffix("{\"ok\":{\"week\":\"w\",\"version\":2,\"published\":\"yes\"}}\n"))
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
        for part in ["== 日程 ==", "== 覆盖情况 ==", "1 (40)", "没有礼堂", "50.00 %", "路程"] {
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

    @Test("a failure is reported with its faults, for people and as JSON")
    func failure() async throws {
        let capture = Capture()
        let error = ProtocolError(.notFound, "no week x")
        await #expect(throws: ClientError.refused(error, records: [])) { _ = try await run("drop x", capture) }
        let faults: [JSON] = [["path": "days", "message": "is 15"]]
        let report = FailureReport(.refused(ProtocolError(.invalid, "1 fault"), records: faults))
        report.write(to: capture.console())
        #expect(capture.notes == "path  message\ndays  is 15\ncaravan: invalid: 1 fault\n")
        report.write(to: capture.console(isJSON: true))
        #expect(capture.results.hasSuffix("{\"error\":{\"code\":\"invalid\",\"message\":\"1 fault\"}}\n"))
    }
}
