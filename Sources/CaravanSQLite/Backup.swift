import CaravanLanguage
import CaravanStore
import Foundation
import GRDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SQLiteStore {
    /// Writes a consistent copy of a store into a new file; a daemon may be using the store meanwhile. Under the file's name
    /// there is a whole backup or nothing.
    /// - Returns: What was found out about the store.
    /// - Throws: `StoreError`: `notFound` where there is no such store, `exists` where the new file is there already,
    ///   `full`, `readOnly`, `corrupt`, `foreign`.
    public static func backUp(storeAt given: String, to path: String) throws(StoreError) -> [StoreFinding] {
        guard FileManager.default.fileExists(atPath: given) else {
            throw StoreError(.notFound, StoreFailure.absent(given))
        }
        let source = try FileName.canonical(given)
        try StoreLock.requireOnlyName(source)
        guard let size = FileName.size(of: source), size > 0 else {
            throw StoreError(.foreign, StoreFailure.empty(source))
        }
        do {
            // Only read, so that a log that cannot be read to its end stays as it is.
            var configuration = Self.configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: source, configuration: configuration)
            let findings = try queue.writeWithoutTransaction { db in
                try StoreState.recognise(db, at: source)
                return try Backup(to: path).write(from: db)
            }
            try queue.close()
            return findings
        } catch {
            throw StoreError(error)
        }
    }
}

/// A copy of a store on its way into a file: written under a name beside it, looked through, brought to the disk, and only
/// then given its name.
struct Backup {
    private let path: String
    private let unfinished: String

    /// - Throws: `StoreError` with code `exists`.
    init(to path: String) throws(StoreError) {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw StoreError(.exists, StoreFailure.backupExists(path)) }
        self.path = path
        unfinished = "\(path).unfinished-\(getpid())"
    }

    /// Writes it; where that fails nothing is left.
    /// - Returns: What was found out about the copy.
    func write(from db: Database) throws -> [StoreFinding] {
        do {
            // Made first, for its owner alone: plans name people.
            let file = open(unfinished, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw Self.failure(at: path) }
            _ = close(file)
            try db.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
            let findings = try examine()
            try Self.synchronise(unfinished, O_RDWR)
            try giveName()
            return findings
        } catch {
            for suffix in ["", "-journal", "-wal", "-shm"] { _ = unlink(unfinished + suffix) }
            throw error
        }
    }

    /// Gives the copy a name as a store, and reads all of it.
    private func examine() throws -> [StoreFinding] {
        let queue = try DatabaseQueue(path: unfinished, configuration: SQLiteStore.configuration())
        defer { try? queue.close() }
        return try queue.write { db in
            if try db.tableExists("storeState") { try StoreState.rename(in: db) }
            try SQLiteStore.requireIntact(db)
            guard try db.tableExists("seal") else { return [] }
            var search = DamageSearch()
            return try search.proceed(for: .seconds(1_000_000), in: db).map { StoreFinding(.error, $0.text) }
        }
    }

    private func giveName() throws(StoreError) {
        // A link replaces nothing, unlike `rename`, which has to do where the file system has no links.
        if link(unfinished, path) == 0 {
            _ = unlink(unfinished)
        } else if errno == EEXIST {
            throw StoreError(.exists, StoreFailure.backupExists(path))
        } else if rename(unfinished, path) != 0 {
            throw Self.failure(at: path)
        }
        try Self.synchronise(FileName.folder(of: path), O_RDONLY)
    }

    private static func synchronise(_ path: String, _ mode: Int32) throws(StoreError) {
        let file = open(path, mode | O_CLOEXEC)
        guard file >= 0 else { throw failure(at: path) }
        defer { _ = close(file) }
        // Some file systems synchronise no folders.
        guard fsync(file) == 0 || errno == EINVAL else { throw failure(at: path) }
    }

    private static func failure(at path: String) -> StoreError {
        StoreError(
            errno == ENOSPC ? .full : .readOnly, StoreFailure.backupUnwritten(path, SystemReason.of(errno)))
    }
}
