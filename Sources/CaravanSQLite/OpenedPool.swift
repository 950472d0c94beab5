import CaravanCore
import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

/// The connections to a store's file, with its tables made or migrated and the leases ended that an earlier process gave.
struct OpenedPool {
    let pool: DatabasePool
    let state: StoreState?

    init(_ lock: StoreLock, _ place: StorePlace, _ pageLimit: Int?) throws {
        pool = try DatabasePool(path: lock.path, configuration: SQLiteStore.configuration(pageLimit, place))
        // GRDB lowers this to NORMAL when it turns the write-ahead log on; an OK must mean that it is on disk.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try Self.prepare(pool)
        state = try pool.write { db in
            try StoreState.set(isOpen: true, in: db)
            try Lapse.endAllLeases(in: db)
            return try StoreState(in: db)
        }
        // Into the file itself, so that it says that its write-ahead log belongs to it.
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
        try Self.openReaders(of: pool)
    }

    /// Opens every reader, which GRDB would do when it is needed first: by then another file may stand under the name.
    private static func openReaders(of pool: DatabasePool) throws {
        let (opened, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        for _ in 0..<SQLiteStore.readerCount {
            pool.asyncRead { result in
                // A failure shows again, and is told, when the reader is used.
                if let db = try? result.get() { _ = try? Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") }
                opened.signal()
                mayEnd.wait()
            }
        }
        for _ in 0..<SQLiteStore.readerCount { opened.wait() }
        for _ in 0..<SQLiteStore.readerCount { mayEnd.signal() }
    }

    private static func prepare(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator
        if try pool.read(migrator.hasBeenSuperseded) {
            throw StoreError(.newer, StoreFailure.newer)
        }
        try migrator.migrate(pool)
        try pool.read(SQLiteStore.requireIntact)
    }
}

extension SQLiteStore {
    /// - Parameter place: where the file has to be for a connection to be opened to it.
    static func configuration(_ pageLimit: Int? = nil, _ place: StorePlace? = nil) -> Configuration {
        var configuration = Configuration()
        configuration.label = "caravan"
        configuration.maximumReaderCount = readerCount
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // What stands under the name now need not be what the other connections have open.
            try place?.require()
            // Deleting must take little room; what is deleted is overwritten where that costs none.
            _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = FAST")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            db.add(function: .checksum)
            if let pageLimit { _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pageLimit)") }
        }
        return configuration
    }

    static let readerCount = 4

    /// Looks through the file's structure.
    /// - Throws: `StoreError` with code `corrupt`.
    static func requireIntact(_ db: Database) throws {
        if let fault = try String.fetchOne(db, sql: "PRAGMA quick_check(1)"), fault != "ok" {
            throw StoreError(.corrupt, StoreFailure.damaged(fault))
        }
    }
}
