import CaravanLanguage
import CaravanStore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Which file it is, whatever it is called: its device and its number there.
struct FileIdentity: Equatable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// The file of that name, behind symbolic links; nil where there is none.
    init?(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// An open file, whether it still has a name or not.
    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
    }
}

/// What file names mean to the file system.
enum FileName {
    /// The absolute name without symbolic links, under which SQLite sets its companions beside a file. Of a file that is
    /// not there yet its folder has to exist.
    /// - Throws: `StoreError` with code `readOnly`.
    static func canonical(_ path: String) throws(StoreError) -> String {
        if let real = resolved(path) { return real }
        let reason = SystemReason.of(errno)
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw StoreError(.readOnly, StoreFailure.brokenLink(path, reason))
        }
        let name = String(path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
        guard !name.isEmpty, let real = resolved(folder(of: path)) else {
            throw StoreError(.readOnly, StoreFailure.unopened(path, reason))
        }
        return (real == "/" ? "" : real) + "/" + name
    }

    /// The folder that a file is in; the working directory of a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return String(path[...slash])
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The name, with a number behind it where a file of that name is there already.
    static func unused(_ path: String) -> String {
        var (candidate, number) = (path, 1)
        while size(of: candidate) != nil {
            number += 1
            candidate = "\(path)-\(number)"
        }
        return candidate
    }

    /// The size of a file in bytes; nil where there is none.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int(status.st_size)
    }
}
