import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

/// What has to be known of the files of a store before SQLite may write to them: that they are a store's, and whether
/// changes that were acknowledged are gone. A log that SQLite would write over is set aside first.
struct StoreOpening {
    /// What was found.
    private(set) var findings: [StoreFinding] = []

    /// Looks at the files of a locked store.
    /// - Throws: `StoreError`: `foreign`, `corrupt`, `newer`; `full` where a damaged log cannot be set aside.
    init(_ lock: StoreLock, _ witness: Witness) throws {
        let path = lock.path
        if lock.isUnbegun { return }
        guard let size = FileName.size(of: path), size > 0 else {
            throw StoreError(.foreign, StoreFailure.empty(path))
        }
        let log = try WriteAheadLog(at: path + "-wal")
        let logSize = FileName.size(of: path + "-wal")
        let state = try Self.look(at: path)
        let statement = witness.statement.flatMap { $0.store == state?.name ? $0 : nil }
        if let state, let statement, statement.changes > state.changes {
            let lost = statement.changes - state.changes
            findings.append(
                StoreFinding(.error, StoreTrouble.changesLost(lost, Self.time(statement.writtenAt), path)))
        } else if statement == nil {
            if log.isHeaderDamaged {
                findings.append(StoreFinding(.error, StoreTrouble.logUnreadable(path + "-wal")))
            } else if log.isDamaged {
                findings.append(StoreFinding(.error, StoreTrouble.logDamaged(path + "-wal", log.lostCommits)))
            } else if let state, state.isOpen, logSize == nil {
                findings.append(StoreFinding(.error, StoreTrouble.logMissing(path + "-wal")))
            }
        }
        if log.isDamaged || (!findings.isEmpty && logSize ?? 0 > 0) { try setAside(path + "-wal") }
    }

    /// Opens the file without changing it.
    private static func look(at path: String) throws -> StoreState? {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let state = try queue.read { db in
            try StoreState.recognise(db, at: path)
            if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError(.newer, StoreFailure.newer) }
            return try StoreState(in: db)
        }
        try queue.close()
        return state
    }

    private mutating func setAside(_ log: String) throws {
        let copy = FileName.unused(log + ".damaged")
        do { try FileManager.default.copyItem(atPath: log, toPath: copy) } catch {
            try? FileManager.default.removeItem(atPath: copy)
            throw StoreError(.full, StoreFailure.logNotKept(log, "\(error.localizedDescription)"))
        }
        findings.append(StoreFinding(.warning, StoreTrouble.logKept(copy)))
    }

    /// A moment as the log and messages name it.
    static func time(_ date: Date) -> String { date.formatted(.iso8601) }
}
