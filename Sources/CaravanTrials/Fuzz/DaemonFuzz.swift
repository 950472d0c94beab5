import CaravanProtocol
import Foundation
import TestSupport

/// Fuzzes a living daemon: rounds of one quiet connection and of many noisy ones, the daemon being ended in order and
/// started again between some of them.
struct DaemonFuzz {
    private let seed: UInt64
    private let program: URL
    private let evidence: URL

    /// A run with a seed.
    /// - Parameter evidence: The folder that gets what was sent last where a daemon dies.
    init(seed: UInt64, program: URL = ProjectFolder.daemon, evidence: URL) {
        (self.seed, self.program, self.evidence) = (seed, program, evidence)
    }

    /// Goes on until the time is over.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord("daemon", seed: seed)
        var random = SeededGenerator(seed: seed)
        var (quiet, noisy) = (try RequestGrammar(), try RequestGrammar())
        quiet.waits = true
        noisy.wrong = 0.15
        while !clock.isOver {
            let daemon = try DaemonProcess(program: program, ways: true)
            try daemon.start()
            record.count("daemons")
            for _ in 0..<4 where !clock.isOver && daemon.isRunning {
                try QuietFuzz(daemon: daemon, grammar: quiet, evidence: evidence).run(
                    seconds: min(5, clock.left / 2), &random, &record)
                clock.tell(summary(record))
                NoisyFuzz(daemon: daemon, grammar: noisy, evidence: evidence).run(
                    seconds: min(5, clock.left), &random, &record)
                clock.tell(summary(record))
                settle(daemon, &record)
            }
            end(daemon, &record)
        }
        record.seconds = clock.elapsed
        return record
    }

    private func summary(_ record: TrialRecord) -> String {
        let requests = (record["requests"] ?? 0) + (record["requests by HTTP"] ?? 0)
        return "\(Int(requests)) requests, \(record.failures.count) failures"
    }

    /// Ends the jobs that noise has left, so that what follows is alone.
    private func settle(_ daemon: DaemonProcess, _ record: inout TrialRecord) {
        do throws(WireError) {
            let client = try daemon.client()
            let active = try client.ask("JOBS").records.filter { ["queued", "running"].contains($0["state"]?.string) }
            for job in active { if let number = job["job"]?.integer { _ = try client.ask("CANCEL \(number)") } }
            for _ in 0..<1200 {
                let status = try client.ask("STATUS").fields
                if status?["queued"] == "0", status?["running"] == "0" { return }
                Thread.sleep(forTimeInterval: 0.05)
            }
            record.fail("jobs that were cancelled do not end")
        } catch { record.fail("after noise: \(error)") }
    }

    private func end(_ daemon: DaemonProcess, _ record: inout TrialRecord) {
        if let figures = ProcessFigures(of: daemon.number) {
            record.raise("peak memory", Double(figures.peak >> 20), "MB")
        }
        if daemon.isRunning {
            let (ending, seconds) = daemon.terminate()
            record.raise("longest end by SIGTERM", seconds, "s")
            if ending != .exit(0) { record.fail("ended by \(ending) after SIGTERM") }
        } else {
            record.fail("the daemon died: \(daemon.end()), \(daemon.log.suffix(600))")
        }
        for complaint in AnswerJudge.complaints(inLog: daemon.log) { record.fail(complaint) }
        // A start looks the whole store over.
        do {
            try daemon.start()
            daemon.kill()
        } catch { record.fail("does not start again: \(error)") }
    }
}
