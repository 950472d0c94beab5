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
    private let isHeld = Mutex(false)

    /// The reserve of a store; one that an earlier process left is taken over.
    init(besideStoreAt path: String) {
        self.path = path + ".reserve"
        isHeld.withLock { $0 = FileName.size(of: self.path) ?? 0 > 0 }
    }

    /// Makes the reserve where there is none and its disk has much more room than it takes.
    func fill() {
        isHeld.withLock { isHeld in
            guard !isHeld, let free = freeBytes else { return }
            let size = min(Self.largest, max(Self.smallest, free / 16))
            guard free / 4 >= size else { return }
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return }
            isHeld = posix_fallocate(file, 0, off_t(size)) == 0
            _ = close(file)
            if !isHeld { _ = unlink(path) }
        }
    }

    /// Gives the room back to the disk.
    func release() {
        isHeld.withLock { isHeld in
            _ = unlink(path)
            isHeld = false
        }
    }

    /// Bytes. To drop a province's week of a thousand revisions writes less than a megabyte; moving the write-ahead log into
    /// the file takes as much as the file grows by, seldom more than 4 MiB.
    private static let largest = 16 << 20
    private static let smallest = 1 << 20

    /// Bytes that the disk has left for this user.
    private var freeBytes: Int? {
        var status = statvfs()
        guard statvfs(FileName.folder(of: path), &status) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }
}
