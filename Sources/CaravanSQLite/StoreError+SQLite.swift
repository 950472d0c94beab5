import CaravanLanguage
import CaravanStore
import GRDB

extension StoreError {
    /// Whether there is too little room; a quota, or a limit of the process, shows as a failure to write.
    var isShortOfRoom: Bool { code == .full || code == .failed }

    /// The failure behind an error of SQLite, GRDB or the file system.
    init(_ error: any Error) {
        if let known = error as? StoreError {
            self = known
        } else if let database = error as? DatabaseError {
            self.init(database)
        } else {
            self.init(.failed, StoreFailure.failedFor("\(error)"))
        }
    }

    private init(_ error: DatabaseError) {
        let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.full, StoreFailure.full(reason))
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(.readOnly, StoreFailure.readOnly(reason))
        case .SQLITE_CANTOPEN:
            self.init(.readOnly, StoreFailure.notOpened(reason))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.corrupt, StoreFailure.noStore(reason))
        case .SQLITE_CONSTRAINT:
            self.init(.corrupt, StoreFailure.failed(reason))
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.inUse, StoreFailure.locked(reason))
        default:
            self.init(.failed, StoreFailure.failed(reason))
        }
    }
}
