import CaravanCore
import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// Several connections at once, over every way in, with jobs running: requests in one breath and in pieces, changed
/// bytes, lines and bodies that are too large, clients that go away in the middle.
struct NoisyFuzz {
    let daemon: DaemonProcess
    let grammar: RequestGrammar
    /// Where what was sent last is left if the daemon dies, a file a connection.
    let evidence: URL

    private enum Way: CaseIterable {
        case unix, secondUnix, tcp, web
    }

    /// Asks over every way for some seconds.
    func run(seconds: Double, _ random: inout SeededGenerator, _ record: inout TrialRecord) {
        let clock = TrialClock(seconds: seconds)
        let gathered = Mutex(TrialRecord(record.name, seed: record.seed))
        let seeds = Way.allCases.map { ($0, random.next()) }
        Crew.run(seeds.count) { number in
            var own = TrialRecord("part", seed: 0)
            var random = SeededGenerator(seed: seeds[number].1)
            while !clock.isOver, daemon.isRunning {
                let batch = (0...random.index(below: 8)).map { _ in grammar.request(&random) }
                do throws(WireError) {
                    switch seeds[number].0 {
                    case .unix, .secondUnix: try talk(batch, daemon.address, &random, &own)
                    case .tcp: try talk(batch, .loopback(daemon.port), &random, &own)
                    case .web: for request in batch { try post(request, &random, &own) }
                    }
                } catch {
                    // A death is told once, by whoever ends the daemon.
                    Thread.sleep(forTimeInterval: 0.5)
                    if daemon.isRunning {
                        own.fail("\(error), asked \(batch.map { String($0.line.text.prefix(120)) })")
                    }
                }
                if !daemon.isRunning { leave(batch, of: number) }
            }
            let part = own
            gathered.withLock { $0.add(part) }
        }
        record.add(gathered.withLock { $0 })
    }

    private func leave(_ batch: [WireRequest], of connection: Int) {
        let file = evidence.appending(path: "death-connection-\(connection)")
        try? Data(batch.flatMap(\.bytes)).write(to: file)
    }

    private func talk(
        _ batch: [WireRequest], _ address: WireAddress, _ random: inout SeededGenerator, _ record: inout TrialRecord
    ) throws(WireError) {
        let client = try WireClient(address, patience: 120)
        if random.chance(0.7) {
            try send(batch.flatMap(\.bytes), to: client, &random)
            for request in batch { judge(try client.answer(), request.line.verb, &record) }
            return record.count("requests", batch.count)
        }
        record.count("streams of changed bytes")
        try client.send(spoilt(batch.flatMap(\.bytes), &random))
        if random.chance(0.3) { return record.count("connections broken off") }
        client.endSending()
        do throws(WireError) {
            while true { judge(try client.answer(), "changed bytes", &record) }
        } catch  where error == .closed {}
    }

    private func post(
        _ request: WireRequest, _ random: inout SeededGenerator, _ record: inout TrialRecord
    ) throws(WireError) {
        let web = WebClient(port: daemon.webPort, patience: 120)
        let bytes = random.chance(0.8) ? request.bytes : spoilt(request.bytes, &random)
        record.count("requests by HTTP")
        // Bytes that hold no request have no answer; what must not be is silence or a broken head.
        let outcome: WebClient.Outcome
        do throws(WireError) { outcome = try web.post(bytes) } catch  where bytes != request.bytes && error != .silent {
            return
        }
        if case .answered(_, let answer) = outcome { judge(answer, request.line.verb, &record) }
    }

    private func judge(_ answer: WireAnswer, _ verb: String, _ record: inout TrialRecord) {
        for complaint in AnswerJudge.complaints(about: answer, to: verb) { record.fail(complaint) }
        if answer.error != nil { record.count("refusals among many") }
    }

    private func send(
        _ bytes: [UInt8], to client: WireClient, _ random: inout SeededGenerator
    ) throws(WireError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let size = random.chance(0.5) ? rest.count : 1 + random.index(below: min(rest.count, 3000))
            try client.send(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
    }

    private func spoilt(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        switch random.index(below: 5) {
        case 0: return Array(bytes.prefix(random.index(below: bytes.count)))
        case 1: return [UInt8](repeating: 0x41, count: 70_000) + [0x0A] + bytes
        case 2: return Array("LOAD bytes=\(random.index(below: 2) == 0 ? 67_108_865 : 99_999_999_999)\n".utf8) + bytes
        default:
            let words = ByteMutator(words: FuzzTarget.request.words)
            return words.mutated(bytes, others: [], limit: 1 << 18, &random)
        }
    }
}
