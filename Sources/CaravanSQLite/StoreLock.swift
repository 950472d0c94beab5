import CaravanLanguage
import CaravanStore
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps a second daemon out of a store, by whatever name it comes. The name is locked (`FILE.lock`), since the write-ahead
/// log belongs to it, and so is the file itself: through another link, or another mount, it is the same file. Both are
/// advisory locks (`flock`) that the kernel gives back when the process ends, however it ends.
final class StoreLock: Sendable {
    /// The file's name without symbolic links.
    let path: String
    /// Which file is locked.
    let identity: FileIdentity
    /// Whether the file is to become a store: this process made it, or one that was killed before there was anything in it.
    let isUnbegun: Bool
    /// Held open until the end: to close any descriptor of the file drops the record locks that SQLite has on it.
    private let descriptors: Mutex<[Int32]>
    private let nameFile: Int32

    /// Takes the lock, and makes the file where there is none, empty and for its owner alone: plans name people. SQLite
    /// gives the files that it sets beside the store the same permissions.
    /// - Throws: `StoreError` with code `inUse` where another process, or this one, holds it; `readOnly` where the file
    ///   cannot be opened or made; `foreign` where its write-ahead log is there without it.
    init(forStoreAt given: String) throws(StoreError) {
        path = try FileName.canonical(given)
        nameFile = try Self.lock(name: path)
        do throws(StoreError) {
            if FileName.size(of: path) == nil {
                if let rest = FileName.size(of: path + "-wal"), rest > 0 {
                    throw StoreError(.foreign, StoreFailure.logWithoutStore(path))
                }
                try Self.mark(nameFile, as: Self.unbegun)
            }
            isUnbegun = Self.mark(of: nameFile) == Self.unbegun
            let file = try Self.openFile(path, O_RDONLY | O_CREAT)
            guard flock(file, LOCK_EX | LOCK_NB) == 0, let identity = FileIdentity(of: file) else {
                // Left open: where this process uses the store under another name, closing it would free SQLite's locks.
                throw StoreError(.inUse, StoreFailure.inUse(given))
            }
            self.identity = identity
            descriptors = Mutex([file, nameFile])
        } catch {
            _ = close(nameFile)
            throw error
        }
    }

    /// To be said once the file holds a store's tables.
    func storeHasBegun() throws(StoreError) { if isUnbegun { try Self.mark(nameFile, as: "") } }

    /// Gives the lock back; once is enough, more does no harm.
    func release() {
        descriptors.withLock { files in
            for file in files { _ = close(file) }
            files = []
        }
    }

    deinit { release() }
}

extension StoreLock {
    /// What the lock file says while its store is being made.
    private static let unbegun = "unbegun"

    /// Sees to it that a store which some daemon uses is used by this very name: its write-ahead log, without which the
    /// file is incomplete, is found by no other.
    /// - Throws: `StoreError` with code `inUse`.
    static func requireOnlyName(_ path: String) throws(StoreError) {
        guard let name = try? lock(name: path) else { return }
        defer { _ = close(name) }
        let file = try openFile(path, O_RDONLY)
        defer { _ = close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreError(.inUse, StoreFailure.inUseByOtherName(path))
        }
    }

    private static func lock(name path: String) throws(StoreError) -> Int32 {
        let file = try openFile(path + ".lock", O_RDWR | O_CREAT)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            _ = close(file)
            throw StoreError(.inUse, StoreFailure.inUse(path))
        }
        return file
    }

    private static func openFile(_ path: String, _ mode: Int32) throws(StoreError) -> Int32 {
        // Opened without waiting: a pipe of that name would keep the daemon.
        let file = open(path, mode | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard file >= 0 else {
            throw StoreError(.readOnly, StoreFailure.unopened(path, SystemReason.of(errno)))
        }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            _ = close(file)
            throw StoreError(.foreign, StoreFailure.noFile(path))
        }
        return file
    }

    private static func mark(_ file: Int32, as text: String) throws(StoreError) {
        guard ftruncate(file, 0) == 0, pwrite(file, text, text.utf8.count, 0) == text.utf8.count else {
            throw StoreError(.full, StoreFailure.full(SystemReason.of(errno)))
        }
    }

    private static func mark(of file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
