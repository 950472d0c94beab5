import CaravanCore
import CaravanLanguage
import Foundation
import GRDB

/// The only owner of durable state: weeks with their revisions, plans with their versions, jobs with their outcomes,
/// in one SQLite file (WAL, `synchronous = FULL`).
///
/// A method that changes something returns after the change is on disk, and changes all or nothing. Readers work on
/// snapshots, beside each other and beside the one writer. Everything throws `StoreError`.
public final class Store: Sendable {
    let pool: DatabasePool
    private let lock: StoreLock
    /// Jobs that an earlier process left unfinished and that this opening marked `interrupted`.
    public let recovered: [JobRecord]

    /// Opens the store, makes or migrates its tables, and settles the jobs that an earlier process left unfinished.
    /// - Parameters:
    ///   - path: the file; it is made where there is none, its folder must exist. `-wal`, `-shm` and `.lock` files
    ///     stand beside it while it is open.
    ///   - pageLimit: pages of 4096 bytes that the file may grow to; nil: as many as the disk holds.
    /// - Throws: `StoreError`: `inUse`, `readOnly`, `corrupt`, `newer`, `full`.
    public init(path: String, pageLimit: Int? = nil) throws(StoreError) {
        lock = try StoreLock(forStoreAt: path)
        StoreLock.makePrivateFile(at: path)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(pageLimit: pageLimit))
            // GRDB lowers this to NORMAL when it turns the write-ahead log on; an OK must mean that it is on disk.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Self.prepare(pool)
            recovered = try pool.write { try Recovery.settleUnfinishedJobs(in: $0) }
        } catch {
            throw StoreError(error)
        }
    }

    /// Waits for running accesses, moves the write-ahead log into the file so that the file alone is the store, and
    /// closes it; every later call fails, and another daemon may open the store.
    public func close() throws(StoreError) {
        defer { lock.release() }
        do {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        } catch { throw StoreError(error) }
    }

    /// Writes a consistent copy of a store into a new file; a daemon may be using the store meanwhile.
    /// - Throws: `StoreError`: `notFound` where there is no such store, `exists` where the new file is there already,
    ///   `full`, `readOnly`, `corrupt`.
    public static func backUp(storeAt source: String, to path: String) throws(StoreError) {
        guard FileManager.default.fileExists(atPath: source) else {
            throw StoreError(.notFound, StoreFailure.absent(source))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw StoreError(.exists, StoreFailure.backupExists(path))
        }
        do {
            StoreLock.makePrivateFile(at: path)
            let queue = try DatabaseQueue(path: source, configuration: configuration(pageLimit: nil))
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
            try queue.close()
        } catch {
            throw StoreError(error)
        }
    }

    private static func configuration(pageLimit: Int?) -> Configuration {
        var configuration = Configuration()
        configuration.label = "caravan"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            if let pageLimit { _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pageLimit)") }
        }
        return configuration
    }

    private static func prepare(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator
        if try pool.read(migrator.hasBeenSuperseded) {
            throw StoreError(.newer, StoreFailure.newer)
        }
        try migrator.migrate(pool)
        try pool.read { db in
            if let fault = try String.fetchOne(db, sql: "PRAGMA quick_check(1)"), fault != "ok" {
                throw StoreError(.corrupt, StoreFailure.damaged(fault))
            }
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.read(body) } catch { throw StoreError(error) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        // A task of its own: a change that has begun is finished, even if whoever asked for it is gone meanwhile.
        do { return try await Task { try await pool.write(body) }.value } catch { throw StoreError(error) }
    }
}

/// The present as the store writes it: seconds since 1970.
func secondsNow() -> Double { Date().timeIntervalSince1970 }
