import Foundation
import Synchronization
import TestSupport

/// Lets calls of the system fail at random moments while planners write. What was refused must not have been done, what
/// was acknowledged must be there, at once and after a kill, and the daemon goes on once the calls succeed again.
struct FaultTrial {
    private let setting: TortureSetting
    private static let kinds: [(FailingCalls, Int32)] = [
        (.write, EIO), (.write, ENOSPC), (.sync, EIO), (.sync, ENOSPC), (.truncate, EIO), (.truncate, ENOSPC),
        (.open, EMFILE), (.open, EIO), ([.write, .sync, .truncate, .open], EIO),
    ]

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let daemon = try DaemonProcess(program: setting.program)
        let faults = try FaultSwitch(in: daemon.room, concerning: daemon.data)
        daemon.environment = faults.environment
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        try daemon.start()
        repeat {
            sabotage(daemon, faults, writers, &random, &record)
            guard daemon.isRunning else {
                record.fail("the daemon died: \(daemon.end()), \(daemon.log.suffix(600))")
                try daemon.start()
                continue
            }
            goesOn(daemon, writers, &record)
            if random.chance(0.3) {
                // The last refusals must not come back with a kill.
                daemon.kill()
                record.count("kills")
                try daemon.start()
            }
            writers.audit(daemon, &record, when: "after round \(Int(record["rounds"] ?? 0))")
            writers.tally(&record)
            record.set("calls that failed", Double(faults.failures))
            clock.tell("\(faults.failures) calls failed, \(Int(record["losses"] ?? 0)) losses")
        } while !clock.isOver
        let (ending, _) = daemon.terminate()
        if ending != .exit(0) { record.fail("ended by \(ending) after SIGTERM") }
    }

    /// Lets planners write for a moment in which faults come and go.
    private func sabotage(
        _ daemon: DaemonProcess, _ faults: FaultSwitch, _ writers: [Writer], _ random: inout SeededGenerator,
        _ record: inout TrialRecord
    ) {
        record.count("rounds")
        var plan: [(wait: Double, calls: FailingCalls, error: Int32, skip: Int, count: Int?, every: Int)] = []
        for _ in 0..<(1 + random.index(below: 4)) {
            let (calls, error) = Self.kinds[random.index(below: Self.kinds.count)]
            plan.append(
                (
                    Double.random(in: 0.01..<0.3, using: &random), calls, error, random.index(below: 30),
                    random.chance(0.5) ? 1 + random.index(below: 5) : nil, [1, 1, 3, 10][random.index(below: 4)]
                ))
        }
        let isOver = Mutex(false)
        let steps = plan
        Thread {
            for step in steps {
                Thread.sleep(forTimeInterval: step.wait)
                faults.fail(step.calls, error: step.error, skip: step.skip, count: step.count, every: step.every)
            }
            Thread.sleep(forTimeInterval: 0.2)
            faults.heal()
            isOver.withLock { $0 = true }
        }.start()
        writers.write(to: daemon) { isOver.withLock { $0 } }
        // Writers may have been sent away before the faults end.
        while !isOver.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.01) }
    }

    /// Once nothing fails any more changes are taken again.
    private func goesOn(_ daemon: DaemonProcess, _ writers: [Writer], _ record: inout TrialRecord) {
        do throws(WireError) {
            let client = try daemon.client()
            for _ in 0..<100 {
                if try writers[0].writeOnce(through: client) { return }
                Thread.sleep(forTimeInterval: 0.1)
            }
            record.fail("no change is taken ten seconds after the last fault")
        } catch { record.fail("after the faults: \(error)") }
    }
}
