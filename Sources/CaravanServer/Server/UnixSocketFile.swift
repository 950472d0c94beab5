import CaravanLanguage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file of a Unix socket: cleared where a dead daemon left it, refused where a live one listens, removed at the end.
struct UnixSocketFile: Sendable {
    let path: String
    private let device: dev_t
    private let inode: ino_t

    /// Makes way for a new socket.
    /// - Throws: `ServerError`: `socketInUse`, or `badSocket` where the path holds something else or is too long.
    static func makeWay(at path: String) throws(ServerError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw ServerError(.badSocket, StartFailure.noSocket(path))
        }
        if try isListened(path) {
            throw ServerError(.socketInUse, StartFailure.socketInUse(path))
        }
        guard unlink(path) == 0 else {
            throw ServerError(.badSocket, StartFailure.socketStale(path, SystemReason.of(errno)))
        }
    }

    /// The socket file that has just been bound at a path; nil where it is gone already.
    init?(boundAt path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.path = path
        (device, inode) = (status.st_dev, status.st_ino)
    }

    /// Sets who may connect.
    func setPermissions(_ mode: UInt32) throws(ServerError) {
        guard chmod(path, mode_t(mode)) == 0 else {
            throw ServerError(.badSocket, StartFailure.socketMode(path, SystemReason.of(errno)))
        }
    }

    /// Removes the file, unless another one stands in its place by now.
    func remove() {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_dev == device, status.st_ino == inode else { return }
        _ = unlink(path)
    }

    /// Runs `body` while files that it makes are for the owner alone, so that nobody connects before the mode is set.
    static func withOwnerOnlyFiles<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        let before = umask(0o177)
        defer { _ = umask(before) }
        return try await body()
    }

    private static func isListened(_ path: String) throws(ServerError) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw ServerError(.badSocket, StartFailure.socketPathTooLong(path, bytes.count))
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        #if canImport(Darwin)
        let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        defer { _ = close(descriptor) }
        // Safe: the pointer to `address` is used within the closure only, with its exact size.
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        // A full backlog (EAGAIN) or a socket of another user (EACCES) is a live one too.
        return result == 0 || (errno != ECONNREFUSED && errno != ENOENT)
    }
}
