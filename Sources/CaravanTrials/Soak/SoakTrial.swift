import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// A day's mixed load, for as long as one likes: planners who change, solve, replan, explain and export, browsers,
/// faulty bodies. Samples what the daemon holds of the machine, and tells whether that stays.
struct SoakTrial {
    private let seed: UInt64
    private let program: URL

    /// A run with a seed.
    init(seed: UInt64, program: URL = ProjectFolder.daemon) { (self.seed, self.program) = (seed, program) }

    /// Goes on until the time is over. The first half warms up; lines are laid through the second.
    func run(_ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord("soak", seed: seed)
        let daemon = try DaemonProcess(program: program, ways: true)
        try daemon.start()
        let planners = try (0..<3).map { try SoakPlanner($0, seed: seed &+ UInt64($0)) }
        let shared = Mutex(TrialRecord("soak", seed: seed))
        let isOver = Mutex(false)
        Thread {
            Crew.run(planners.count) { number in
                let part = planners[number].work(on: daemon, until: { isOver.withLock { $0 } })
                shared.withLock { $0.add(part) }
            }
            isOver.withLock { $0 = false }
        }.start()
        var samples: [(seconds: Double, ProcessFigures)] = []
        while !clock.isOver, daemon.isRunning {
            if let figures = ProcessFigures(of: daemon.number) {
                samples.append((clock.elapsed, figures))
                clock.tell(
                    "\(figures.resident >> 20) MB, \(figures.descriptors) descriptors, \(figures.threads) threads")
            }
            Thread.sleep(forTimeInterval: 0.5)
        }
        isOver.withLock { $0 = true }
        while isOver.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.05) }
        record.add(shared.withLock { $0 })
        judge(samples, &record)
        if daemon.isRunning {
            let (ending, seconds) = daemon.terminate()
            record.set("end by SIGTERM", seconds, "s")
            if ending != .exit(0) { record.fail("ended by \(ending) after SIGTERM") }
        } else {
            record.fail("the daemon died: \(daemon.end()), \(daemon.log.suffix(600))")
        }
        for complaint in AnswerJudge.complaints(inLog: daemon.log) { record.fail(complaint) }
        record.seconds = clock.elapsed
        return record
    }

    /// Flat is what rises over the second half by less than a twentieth, or than what a few jobs more or less need.
    private func judge(_ samples: [(seconds: Double, ProcessFigures)], _ record: inout TrialRecord) {
        let half = samples.suffix(samples.count / 2)
        let kinds: [(name: String, unit: String, slack: Double, value: (ProcessFigures) -> Double)] = [
            ("memory", "MB", 16, { Double($0.resident) / 1_048_576 }),
            ("descriptors", "", 4, { Double($0.descriptors) }), ("threads", "", 4, { Double($0.threads) }),
        ]
        for kind in kinds {
            guard let trend = Trend(half.map { ($0.seconds, kind.value($0.1)) }) else { continue }
            record.set("mean \(kind.name)", trend.mean, kind.unit)
            record.set("\(kind.name) an hour", trend.slope * 3600, kind.unit)
            // Shorter trials are still warming up.
            guard trend.duration >= 20 else { continue }
            if trend.rise > max(trend.mean / 20, kind.slack) {
                record.fail("\(kind.name) rises by \(trend.rise) \(kind.unit) in \(trend.duration) s")
            }
        }
        record.set("samples", Double(samples.count))
    }
}
