import Foundation
import TestSupport

/// The ways in which a daemon is tortured, each a trial with a record of its own.
enum TortureTrial: String, Sendable, CaseIterable {
    /// `kill -9` at random moments under mixed writers.
    case kill
    /// Calls of the system that fail, while the daemon lives.
    case faults
    /// A disk that is full for a time.
    case disk
    /// Files of the store damaged at random places.
    case damage
    /// The store's file removed, moved or replaced under the daemon.
    case file
    /// A wall clock that jumps.
    case clock
    /// `SIGTERM` and `SIGHUP` at random moments, with clients that connect without pause.
    case signals
    /// Many large bodies at once, and an address space that is too small.
    case memory
    /// Clients without a token.
    case strangers

    /// Tortures a daemon until the time is over.
    /// - Throws: Where the trial cannot be made at all.
    func run(_ setting: TortureSetting, _ clock: TrialClock) throws -> TrialRecord {
        var record = TrialRecord(rawValue, seed: setting.seed)
        switch self {
        case .kill: try KillTrial(setting).run(clock, &record)
        case .faults: try FaultTrial(setting).run(clock, &record)
        case .disk: try DiskTrial(setting).run(clock, &record)
        case .damage: try DamageTrial(setting).run(clock, &record)
        case .file: try FileTrial(setting).run(clock, &record)
        case .clock: try ClockTrial(setting).run(clock, &record)
        case .signals: try SignalTrial(setting).run(clock, &record)
        case .memory: try MemoryTrial(setting).run(clock, &record)
        case .strangers: try StrangerTrial(setting).run(clock, &record)
        }
        record.seconds = clock.elapsed
        return record
    }
}

/// What the trials have in common.
struct TortureSetting: Sendable {
    /// The seed of every random choice.
    var seed: UInt64
    /// The daemon.
    var program = ProjectFolder.daemon
    /// How many connections write at once.
    var writers = 6
    /// Seconds within which `SIGTERM` has to end the daemon.
    var patience = 15.0

    /// A setting with a seed.
    init(seed: UInt64) { self.seed = seed }
}
