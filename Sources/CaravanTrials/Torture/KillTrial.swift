import Foundation
import TestSupport

/// Kills the daemon at random moments while several planners write, starts it again, and holds what it has against what
/// it acknowledged.
struct KillTrial {
    private let setting: TortureSetting

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let daemon = try DaemonProcess(program: setting.program)
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        try daemon.start()
        repeat {
            let delay = Double.random(in: 0.02..<1.2, using: &random)
            let killer = Thread {
                Thread.sleep(forTimeInterval: delay)
                daemon.signal(SIGKILL)
            }
            killer.start()
            writers.write(to: daemon) { false }
            _ = daemon.end()
            record.count("kills")
            try daemon.start()
            writers.audit(daemon, &record, when: "after kill \(Int(record["kills"] ?? 0))")
            writers.tally(&record)
            clock.tell("\(Int(record["kills"] ?? 0)) kills, \(Int(record["losses"] ?? 0)) losses")
        } while !clock.isOver
        daemon.kill()
    }
}
