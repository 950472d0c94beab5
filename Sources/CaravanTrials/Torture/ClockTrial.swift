import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// Lets the wall clock jump while planners write and jobs run: nothing hangs, ends too soon or is lost.
struct ClockTrial {
    private let setting: TortureSetting

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        let daemon = try DaemonProcess(program: setting.program)
        let faults = try FaultSwitch(in: daemon.room, concerning: daemon.data)
        daemon.environment = faults.environment
        let writers = Writer.crew(setting.writers, seed: setting.seed)
        try daemon.start()
        let sample = try RequestGrammar().load("tiny")
        _ = try daemon.client().ask(sample.line, body: sample.body)
        repeat {
            let jumps = (0..<3).map { _ in Self.jump(&random) }
            let isOver = Mutex(false)
            Thread {
                for jump in jumps {
                    Thread.sleep(forTimeInterval: 0.1)
                    faults.shiftClock(by: jump)
                }
                Thread.sleep(forTimeInterval: 0.1)
                isOver.withLock { $0 = true }
            }.start()
            writers.write(to: daemon) { isOver.withLock { $0 } }
            record.count("jumps", jumps.count)
            solve(daemon, &record)
            guard daemon.isRunning else {
                throw TrialError("the daemon died: \(daemon.end()), \(daemon.log.suffix(600))")
            }
            writers.audit(daemon, &record, when: "after the jump to \(jumps[2]) s")
            if random.chance(0.2) {
                daemon.kill()
                try daemon.start()
                writers.audit(daemon, &record, when: "started again at \(jumps[2]) s")
            }
            writers.tally(&record)
            clock.tell("\(Int(record["jumps"] ?? 0)) jumps, \(Int(record["losses"] ?? 0)) losses")
        } while !clock.isOver
        let (ending, _) = daemon.terminate()
        if ending != .exit(0) { record.fail("ended by \(ending) after SIGTERM") }
    }

    /// A solve by the clock has its time, whatever the wall clock says.
    private func solve(_ daemon: DaemonProcess, _ record: inout TrialRecord) {
        do throws(WireError) {
            let answer = try daemon.client(patience: 120).ask("SOLVE tiny limit=200ms wait=yes")
            record.count("solves by the clock")
            if let error = answer.error { record.fail("a solve while the clock jumps: \(error)") }
        } catch { record.fail("a solve while the clock jumps: \(error)") }
    }

    /// Seconds to or fro: a leap, a daylight saving, a year, a machine whose clock begins in 1970 or beyond 2038.
    private static func jump(_ random: inout SeededGenerator) -> Double {
        let sizes: [Double] = [0, 1, 3600, 86_400, 31_536_000, 20 * 31_536_000.0]
        return sizes[random.index(below: sizes.count)] * (random.chance(0.5) ? 1 : -1)
    }
}
