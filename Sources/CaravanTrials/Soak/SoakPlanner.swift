import CaravanCore
import CaravanProtocol
import Foundation
import TestSupport

/// One planner's day, over and over: a week is loaded, changed, solved, published, replanned, asked about and exported;
/// then the week is dropped, so that the store does not grow by itself.
struct SoakPlanner: Sendable {
    private let number: Int
    private let seed: UInt64
    private let week: [UInt8]
    private let grammar: RequestGrammar

    private var id: String { "soak-\(number)" }

    init(_ number: Int, seed: UInt64) throws {
        (self.number, self.seed) = (number, seed)
        grammar = try RequestGrammar()
        week = grammar.load("soak-\(number)").body ?? []
    }

    /// Works until told to stop; what was done.
    func work(on daemon: DaemonProcess, until isOver: () -> Bool) -> TrialRecord {
        var record = TrialRecord("part", seed: seed)
        var random = SeededGenerator(seed: seed)
        while !isOver(), daemon.isRunning {
            do {
                // A new connection a day, as people come and go.
                let client = try daemon.client(patience: 300)
                try day(client, &random, &record)
                browse(daemon, &record)
            } catch { record.fail("\(error)") }
        }
        return record
    }

    private func day(_ client: WireClient, _ random: inout SeededGenerator, _ record: inout TrialRecord) throws {
        try expect(client, RequestLine("LOAD", options: [.init("replace", "yes")]), week, &record)
        for _ in 0..<3 {
            let title = "\u{8BB2}\u{5EA7} \(random.index(below: 1000))"
            try expect(client, RequestLine("AMEND", [id, "opening"]), bytes(["title": .string(title)]), &record)
            try expect(
                client, RequestLine("EDIT", [id]),
                bytes([["op": "limit", "fund": "science", "limit": .int(7000 + random.index(below: 999))]]), &record)
        }
        try expect(client, "SOLVE \(id) work=300 seed=\(random.index(below: 1000)) wait=yes", &record)
        try expect(client, "PUBLISH \(id) version=latest", &record)
        let away = bytes([["op": "away", "member": "officer", "slots": ["2025-05-25.am"]]])
        try expect(
            client, RequestLine("REPLAN", [id], options: [.init("work", "300"), .init("wait", "yes")]), away, &record)
        for line in [
            "EXPLAIN \(id)", "COVERAGE \(id)", "SUGGEST \(id) ai-class", "WORTH \(id) limit=0.1s", "PLANS \(id)",
            "STATUS", "METRICS",
        ] {
            try expect(client, line, &record)
        }
        for form in ["csv", "xlsx", "ics", "html", "json", "mps"] {
            try expect(client, "EXPORT \(id) as=\(form)", &record)
        }
        for _ in 0..<10 {
            let request = grammar.request(&random)
            // Other planners' weeks are theirs.
            guard request.body != nil, request.line.verb == "CHECK" || request.line.verb == "SUGGEST" else { continue }
            let answer = try client.ask(request.line, body: request.body)
            record.count("faulty bodies")
            for complaint in AnswerJudge.complaints(about: answer, to: request.line.verb) { record.fail(complaint) }
        }
        _ = try client.ask(RequestLine("LOAD"), body: Array(week.dropLast(9)))
        try expect(client, "DROP \(id)", &record)
        record.count("days")
    }

    private func browse(_ daemon: DaemonProcess, _ record: inout TrialRecord) {
        do throws(WireError) {
            let web = WebClient(port: daemon.webPort)
            _ = try web.get("/")
            _ = try web.post(Array("WEEKS\n".utf8))
            record.count("requests by HTTP", 2)
        } catch { record.fail("by HTTP: \(error)") }
    }

    private func bytes(_ value: JSON) -> [UInt8] { Array(value.text.utf8) }

    private func expect(_ client: WireClient, _ line: String, _ record: inout TrialRecord) throws {
        try judge(try client.ask(line), line, &record)
    }

    private func expect(
        _ client: WireClient, _ line: RequestLine, _ body: [UInt8], _ record: inout TrialRecord
    ) throws {
        try judge(try client.ask(line, body: body), line.text, &record)
    }

    private func judge(_ answer: WireAnswer, _ line: String, _ record: inout TrialRecord) throws {
        record.count("requests")
        if let error = answer.error { record.fail("\(line): \(error)") }
    }
}
