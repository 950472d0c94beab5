import CaravanStore
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Room on the store's disk that is kept for what has to be possible when the disk is full: to make room (`DROP`), to
/// note how jobs end, and to close the store. It is a file beside the store (`FILE.reserve`) that is given back to the
/// disk when one of these needs it, and made again once there is plenty.
final class Reserve: Sendable {
    /// What a change may use.
    enum Room: Sendable {
        /// What the disk has.
        case disk
        /// The reserve too.
        case reserve
    }

    /// Pages that a store of limited size may grow beyond its limit for these.
    static let pages = 256

    private let path: String
    /// Bytes of the file.
    private let held: Mutex<Int>

    /// The reserve of a store; one that an earlier process left is taken over.
    init(besideStoreAt path: String) {
        self.path = path + ".reserve"
        held = Mutex(FileName.size(of: self.path) ?? 0)
    }

    /// Makes the reserve, or what is missing of it, where its disk has much more room than it takes.
    func fill() {
        held.withLock { held in
            guard let free = freeBytes else { return }
            let size = min(Self.largest, max(Self.smallest, free / 16))
            guard held < size, free / 4 >= size - held else { return }
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return }
            if posix_fallocate(file, 0, off_t(size)) == 0 { held = size } else { _ = ftruncate(file, off_t(held)) }
            _ = close(file)
            if held == 0 { _ = unlink(path) }
        }
    }

    /// Does something that the disk may have no room for, and gives it the reserve piece by piece until it has. What is left
    /// serves the next: given back as a whole, the room would be taken by any change.
    /// - Throws: what `body` throws; that the disk is full once nothing is left.
    func spend<Value>(on body: () throws -> Value) throws -> Value {
        while true {
            do { return try body() } catch  where StoreError(error).isShortOfRoom {
                guard shrink() else { throw error }
            }
        }
    }

    /// Gives a piece back to the disk.
    /// - Returns: Whether there was one.
    private func shrink() -> Bool {
        held.withLock { held in
            guard held > 0 else { return false }
            held = max(0, held - Self.piece)
            let file = open(path, O_RDWR | O_CLOEXEC)
            if file < 0 || ftruncate(file, off_t(held)) != 0 { held = 0 }
            if file >= 0 { _ = close(file) }
            if held == 0 { _ = unlink(path) }
            return true
        }
    }

    /// Bytes. To drop a province's week of a thousand revisions writes less than a megabyte; moving the write-ahead log into
    /// the file takes as much as the file grows by, seldom more than 4 MiB.
    private static let largest = 16 << 20
    private static let smallest = 1 << 20
    /// Enough for most of what it is for.
    private static let piece = 1 << 20

    /// Bytes that the disk has left for this user.
    private var freeBytes: Int? {
        var status = statvfs()
        guard statvfs(FileName.folder(of: path), &status) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }
}
