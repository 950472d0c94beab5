import CaravanLanguage
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps a second daemon out of a store: an advisory lock on `FILE.lock`. The kernel gives it back when the process
/// ends, however it ends, so a lock file that is left over locks nobody out.
final class StoreLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock.
    /// - Throws: `StoreError` with code `inUse` where another process, or this one, holds it; `readOnly` where the lock
    ///   file cannot be made.
    init(forStoreAt path: String) throws(StoreError) {
        let lockPath = path + ".lock"
        let file = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(.readOnly, StoreFailure.lockUnmade(lockPath, String(cString: strerror(errno))))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            _ = close(file)
            throw StoreError(.inUse, StoreFailure.inUse(path))
        }
        descriptor = Mutex(file)
    }

    /// Makes a file where there is none, empty and for its owner alone: plans name people. SQLite gives the files that
    /// it sets beside the store the same permissions.
    static func makePrivateFile(at path: String) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file >= 0 { _ = close(file) }
    }

    /// Gives the lock back; once is enough, more does no harm.
    func release() {
        descriptor.withLock { file in
            if let open = file { _ = close(open) }
            file = nil
        }
    }

    deinit { release() }
}
