import Foundation
import Synchronization
import TestSupport

/// Fills the disk under the daemon: reads go on, a week can be dropped to make room, `SIGTERM` ends it in order, and
/// with room again everything goes on with nothing lost.
struct DiskTrial {
    private let setting: TortureSetting

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let daemon = try DaemonProcess(program: setting.program)
        let faults = try FaultSwitch(in: daemon.room, concerning: daemon.data)
        daemon.environment = faults.environment
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        try daemon.start()
        repeat {
            record.count("times full")
            faults.heal()
            let time = TrialClock(seconds: Double.random(in: 0.1..<0.5, using: &random))
            writers.write(to: daemon) { time.isOver }
            faults.leave(room: [0, 4096, 50_000, 400_000][random.index(below: 4)])
            let full = TrialClock(seconds: 1)
            writers.write(to: daemon) { full.isOver }
            writers.audit(daemon, &record, when: "while the disk is full", jobsMayWait: true)
            if random.chance(0.5) { try makeRoom(daemon, writers, &record) }
            if random.chance(0.4) { try restart(daemon, faults, &record) }
            writers.tally(&record)
            record.set("calls without room", Double(faults.failures))
            clock.tell("\(Int(record["times full"] ?? 0)) times full, \(Int(record["losses"] ?? 0)) losses")
        } while !clock.isOver
        daemon.kill()
    }

    /// On a full disk the way to make room is open.
    private func makeRoom(_ daemon: DaemonProcess, _ writers: [Writer], _ record: inout TrialRecord) throws {
        let refusal = try writers[0].drop(through: try daemon.client())
        // A week that is not there, or has a job, is refused for its own reasons.
        if let refusal, refusal.code == .internal {
            record.fail("DROP on a full disk: \(refusal)")
        } else {
            record.count("weeks dropped on a full disk")
        }
    }

    private func restart(_ daemon: DaemonProcess, _ faults: FaultSwitch, _ record: inout TrialRecord) throws {
        let (ending, seconds) = daemon.terminate()
        record.count("ends on a full disk")
        record.raise("longest end on a full disk", seconds, "s")
        if ending != .exit(0) {
            record.fail("ended by \(ending) after SIGTERM on a full disk: \(daemon.log.suffix(500))")
        }
        faults.heal()
        try daemon.start()
    }
}
