import Foundation
import Synchronization
import TestSupport

/// Ends the daemon by `SIGTERM` at random moments, while clients connect without pause, planners write and jobs run: it
/// returns 0 in time. `SIGHUP` never ends it.
struct SignalTrial {
    private let setting: TortureSetting

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let daemon = try DaemonProcess(program: setting.program, ways: true)
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        repeat {
            try daemon.start()
            writers.audit(daemon, &record, when: "at a start")
            let delay = Double.random(in: 0.02..<0.8, using: &random)
            let hangsUp = random.chance(0.5)
            let isOver = Mutex(false)
            let outcome = Mutex<(ending: DaemonProcess.Ending, seconds: Double)?>(nil)
            Thread {
                Thread.sleep(forTimeInterval: delay)
                if hangsUp {
                    daemon.signal(SIGHUP)
                    Thread.sleep(forTimeInterval: 0.05)
                }
                let ending = daemon.terminate()
                outcome.withLock { $0 = ending }
                isOver.withLock { $0 = true }
            }.start()
            let seeds = (0..<3).map { _ in random.next() }
            Crew.run(writers.count + seeds.count) { number in
                if number < writers.count {
                    writers[number].write(to: daemon) { isOver.withLock { $0 } }
                } else {
                    Self.knock(daemon, seed: seeds[number - writers.count]) { isOver.withLock { $0 } }
                }
            }
            while outcome.withLock({ $0 }) == nil { Thread.sleep(forTimeInterval: 0.005) }
            if let (ending, seconds) = outcome.withLock({ $0 }) { judge(ending, seconds, daemon, &record) }
            if hangsUp { record.count("hang-ups") }
            writers.tally(&record)
            clock.tell("\(Int(record["ends by SIGTERM"] ?? 0)) ends, \(record.failures.count) out of order")
        } while !clock.isOver
    }

    private func judge(
        _ ending: DaemonProcess.Ending, _ seconds: Double, _ daemon: DaemonProcess, _ record: inout TrialRecord
    ) {
        record.count("ends by SIGTERM")
        record.raise("longest end", seconds, "s")
        if ending != .exit(0) { record.fail("ended by \(ending): \(daemon.log.suffix(500))") }
        if seconds > setting.patience { record.fail("an end that took \(seconds) s") }
    }

    /// Connects over every way and goes, at once or after a word.
    private static func knock(_ daemon: DaemonProcess, seed: UInt64, until isOver: () -> Bool) {
        var random = SeededGenerator(seed: seed)
        while !isOver() {
            let ways: [WireAddress] = [daemon.address, .loopback(daemon.port), .loopback(daemon.webPort)]
            guard let stream = try? ByteStream(ways[random.index(below: 3)], patience: 5) else { continue }
            if random.chance(0.5) { try? stream.send(Array("PING\nWEEKS\n".utf8)) }
            if random.chance(0.3) { _ = try? stream.next() }
        }
    }
}
