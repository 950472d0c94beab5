import CaravanCore
import CaravanProtocol
import Foundation
import TestSupport

/// One connection alone: a request at a time, and after each refusal a look whether anything has changed.
struct QuietFuzz {
    let daemon: DaemonProcess
    let grammar: RequestGrammar
    /// Where what was sent last is left if the daemon dies.
    let evidence: URL

    /// What a client can see of the weeks.
    private struct Sight: Equatable {
        var lines: [String] = []
        var weeks: [String] = []
    }

    /// Asks for some seconds.
    func run(seconds: Double, _ random: inout SeededGenerator, _ record: inout TrialRecord) throws {
        let client = try daemon.client()
        for week in RequestGrammar.weeks { _ = try client.ask(grammar.load(week).line, body: grammar.load(week).body) }
        var before = try sight(client)
        let clock = TrialClock(seconds: seconds)
        while !clock.isOver {
            let request = grammar.request(&random)
            let answer: WireAnswer
            do throws(WireError) { answer = try client.ask(request.line, body: request.body) } catch {
                try? Data(request.bytes).write(to: evidence.appending(path: "death-alone"))
                return record.fail("\(error) after \(request.line.text.prefix(300))")
            }
            record.count("requests")
            for complaint in AnswerJudge.complaints(about: answer, to: request.line.verb) {
                record.fail("\(complaint), asked \(request.line.text.prefix(200))")
            }
            if let error = answer.error { record.count("refusals: \(error.code.rawValue)") }
            let after = try sight(client)
            if answer.error != nil {
                record.count("refusals held against the weeks before")
                if after != before { record.fail("ERR, and the weeks are others: \(request.line.text.prefix(300))") }
            }
            before = try thinned(after, client)
        }
    }

    private func sight(_ client: WireClient) throws -> Sight {
        var sight = Sight()
        for record in try client.ask("WEEKS").records {
            sight.lines.append(record.text)
            guard let id = record["week"]?.string else { continue }
            sight.weeks.append(contentsOf: try client.ask("WEEK \(id)").records.map(\.text))
        }
        return sight
    }

    /// Documents with changed identifiers become weeks of their own; a few are enough.
    private func thinned(_ sight: Sight, _ client: WireClient) throws -> Sight {
        guard sight.lines.count > 6 || sight.weeks.joined().utf8.count > 200_000 else { return sight }
        for record in try client.ask("WEEKS").records {
            guard let id = record["week"]?.string else { continue }
            _ = try client.ask("DROP \(id)")
        }
        for week in RequestGrammar.weeks { _ = try client.ask(grammar.load(week).line, body: grammar.load(week).body) }
        return try self.sight(client)
    }
}
