import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

/// A store in one SQLite file (WAL, `synchronous = FULL`), which one process at a time can hold. A change is on disk when
/// its method returns. Readers work on snapshots, beside each other and beside the one writer.
public final class SQLiteStore: WeekStore {
    let pool: DatabasePool
    let place: StorePlace
    let witness: Witness
    let damage = DamageRegister()
    let reserve: Reserve
    private let lock: StoreLock
    private let name: String
    private let pageLimit: Int?
    /// What was found while it was opened.
    public let findings: [StoreFinding]

    /// Opens the store, makes or migrates its tables, and ends the leases of the jobs that an earlier process left
    /// unfinished: `settleLapsedJobs` settles them.
    /// - Parameters:
    ///   - path: the file; it is made where there is none, its folder must exist. `-wal`, `-shm`, `.lock` and `.witness`
    ///     files stand beside it.
    ///   - pageLimit: pages of 4096 bytes that the file may grow to; nil: as many as the disk holds.
    /// - Throws: `StoreError`: `inUse`, `readOnly`, `corrupt`, `foreign`, `newer`, `full`.
    public init(path: String, pageLimit: Int? = nil) throws(StoreError) {
        lock = try StoreLock(forStoreAt: path)
        place = StorePlace(lock)
        witness = Witness(besideStoreAt: lock.path)
        reserve = Reserve(besideStoreAt: lock.path)
        self.pageLimit = pageLimit
        do {
            findings = try StoreOpening(lock, witness).findings
            let opened: OpenedPool
            do { opened = try OpenedPool(lock, place, pageLimit) } catch  where StoreError(error).isShortOfRoom {
                opened = try reserve.spend { [lock, place] in
                    try OpenedPool(lock, place, pageLimit.map { $0 + Reserve.pages })
                }
            }
            pool = opened.pool
            name = opened.state?.name ?? ""
            witness.note(opened.state?.changes ?? 0, of: name)
            try lock.storeHasBegun()
            place.rememberCompanions()
        } catch {
            throw StoreError(error)
        }
        reserve.fill()
    }

    /// Waits for running accesses, moves the write-ahead log into the file so that the file alone is the store, and
    /// closes it; every later call fails, and another daemon may open the store.
    /// - Returns: That the disk had no room for that, where it had not; the log still belongs to the file then.
    @discardableResult
    public func close() throws(StoreError) -> StoreFinding? {
        defer { lock.release() }
        do {
            // What there is no room for in the file stays in the log, where the next start finds it.
            let left = try pool.writeWithoutTransaction { db in
                do { try db.moveLog() } catch  where StoreError(error).isShortOfRoom {
                    do { try reserve.spend { try db.moveLog() } } catch  where StoreError(error).isShortOfRoom {
                        return true
                    }
                }
                return false
            }
            try pool.close()
            witness.synchronise()
            reserve.fill()
            return left ? StoreFinding(.warning, StoreTrouble.logLeft(place.path)) : nil
        } catch { throw StoreError(error) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.read(body) } catch { throw StoreError(error) }
    }

    /// Changes something, all or nothing.
    /// - Parameter room: whether the reserve is there for it too.
    func write<Value: Sendable>(
        _ room: Reserve.Room = .disk, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        // A task of its own: a change that has begun is finished, even if whoever asked for it is gone meanwhile.
        do {
            return try await Task {
                try await pool.writeWithoutTransaction { db in try self.change(db, room, body) }
            }.value
        } catch { throw StoreError(error) }
    }

    private func change<Value>(
        _ db: Database, _ room: Reserve.Room, _ body: (Database) throws -> Value
    ) throws -> Value {
        do { return try change(db, body) } catch  where room == .reserve && StoreError(error).isShortOfRoom {
            return try db.withPages(beyond: pageLimit) { try reserve.spend { try change(db, body) } }
        }
    }

    private func change<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value {
        var changes = 0
        let value: Value
        do {
            value = try db.inTransaction(returning: body) {
                try place.require()
                changes = try StoreState.count(in: db)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
            // It may stand whole in the log and would be there after a restart, though it was refused: written over.
            try? db.inTransaction {
                try db.execute(sql: "UPDATE storeState SET changes = changes")
                return .commit
            }
            throw error
        }
        witness.note(changes, of: name)
        return value
    }
}

extension Database {
    /// Runs a change with the pages that are kept in reserve.
    fileprivate func withPages<Value>(beyond pageLimit: Int?, _ change: () throws -> Value) throws -> Value {
        if let pageLimit { _ = try Int.fetchOne(self, sql: "PRAGMA max_page_count = \(pageLimit + Reserve.pages)") }
        defer {
            if let pageLimit { _ = try? Int.fetchOne(self, sql: "PRAGMA max_page_count = \(pageLimit)") }
        }
        let value = try change()
        // Makes the log's room its own again; where that fails it is done later.
        _ = try? checkpoint(.passive)
        return value
    }

    /// Moves the write-ahead log into the file, which says then that it was closed in order.
    fileprivate func moveLog() throws {
        try StoreState.set(isOpen: false, in: self)
        _ = try checkpoint(.truncate)
    }

    /// Runs a transaction of two parts, and returns what the first one does.
    fileprivate func inTransaction<Value>(
        returning body: (Database) throws -> Value, last: () throws -> Void
    ) throws -> Value {
        var value: Value?
        try inTransaction(.immediate) {
            value = try body(self)
            try last()
            return .commit
        }
        guard let value else { throw StoreError(.failed, StoreFailure.failed("rollback")) }
        return value
    }
}

/// The present as the store writes it: seconds since 1970.
func secondsNow() -> Double { Date().timeIntervalSince1970 }
