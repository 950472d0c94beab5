import Foundation
import Synchronization
import TestSupport

/// Takes the store's file away under the daemon: removes it, moves it, puts another one in its place. From then on no
/// change may be acknowledged, since it would be gone with the process.
struct FileTrial {
    private let setting: TortureSetting

    private enum Mischief: CaseIterable {
        case remove, removeLog, move, replace
    }

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        var random = SeededGenerator(seed: setting.seed)
        record.count("acknowledged into nowhere", 0)
        repeat {
            let daemon = try DaemonProcess(program: setting.program)
            let writers = (0..<setting.writers).map { Writer($0, seed: random.next()) }
            try daemon.start()
            let time = TrialClock(seconds: 0.3)
            writers.write(to: daemon) { time.isOver }
            let mischief = Mischief.allCases[random.index(below: Mischief.allCases.count)]
            let aside = daemon.data.appending(path: "aside")
            try play(mischief, daemon, aside)
            let acknowledged = writers.reduce(0) { $0 + $1.counts.acknowledged }
            let more = TrialClock(seconds: 0.5)
            writers.write(to: daemon) { more.isOver }
            let into = writers.reduce(0) { $0 + $1.counts.acknowledged } - acknowledged
            record.count("files taken away")
            record.count("acknowledged into nowhere", into)
            if into > 0 { record.fail("\(into) changes acknowledged after the file was gone: \(mischief)") }
            if !daemon.isRunning { record.fail("the daemon died: \(daemon.end())") }
            switch mischief {
            case .remove, .removeLog: try rescue(daemon, writers, &record)
            case .move, .replace: try putBack(daemon, aside, writers, &record)
            }
            clock.tell(
                "\(Int(record["files taken away"] ?? 0)) files, \(Int(record["acknowledged into nowhere"] ?? 0)) into nowhere"
            )
            daemon.kill()
        } while !clock.isOver
    }

    private func play(_ mischief: Mischief, _ daemon: DaemonProcess, _ aside: URL) throws {
        let files = FileManager.default
        switch mischief {
        case .remove: try files.removeItem(at: daemon.store)
        case .removeLog: try files.removeItem(atPath: daemon.store.path + "-wal")
        case .move: try files.moveItem(at: daemon.store, to: aside)
        case .replace:
            try files.moveItem(at: daemon.store, to: aside)
            try files.copyItem(at: aside, to: daemon.store)
        }
    }

    /// The file in its place again, everything acknowledged is there, also after a kill.
    private func putBack(
        _ daemon: DaemonProcess, _ aside: URL, _ writers: [Writer], _ record: inout TrialRecord
    ) throws {
        // In one step, as a person who puts it back would.
        guard rename(aside.path, daemon.store.path) == 0 else { throw TrialError("the file cannot be put back") }
        daemon.kill()
        try daemon.start()
        record.count("files put back")
        writers.audit(daemon, &record, when: "with the file put back")
    }

    /// What the daemon saved of a file that is no more takes its place, and everything acknowledged is there.
    private func rescue(_ daemon: DaemonProcess, _ writers: [Writer], _ record: inout TrialRecord) throws {
        let saved = daemon.store.path + ".saved"
        for _ in 0..<200 where !FileManager.default.fileExists(atPath: saved) { Thread.sleep(forTimeInterval: 0.05) }
        daemon.kill()
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: daemon.store.path + suffix) }
        guard rename(saved, daemon.store.path) == 0 else {
            return record.fail("nothing was saved of a file that is no more")
        }
        try daemon.start()
        record.count("files saved")
        writers.audit(daemon, &record, when: "with what was saved")
    }
}
