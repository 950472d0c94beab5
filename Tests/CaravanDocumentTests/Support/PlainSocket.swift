import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A Unix socket as `nc -U` opens it: nothing but bytes, lines read one by one.
final class PlainSocket {
    /// What went wrong.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Connects; a read that waits longer than a minute fails.
    init(_ path: String) throws {
        #if os(Linux)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        descriptor = socket(AF_UNIX, kind, 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure(description: "long path")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw Failure(description: "cannot connect to \(path): \(errno)") }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends a line.
    func send(_ line: String) throws {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(description: "cannot send: \(errno)") }
            bytes = bytes.dropFirst(count)
        }
    }

    /// The next line without its end, CR LF in exported tables included; nil at the end.
    func line() throws -> String? {
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let end = pending.firstIndex(of: 10) {
                defer { pending.removeFirst(end + 1) }
                let isCarriage = end > 0 && pending[end - 1] == 13
                return String(decoding: pending[..<(isCarriage ? end - 1 : end)], as: UTF8.self)
            }
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else { throw Failure(description: "no answer: \(errno)") }
            if count == 0 { return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self) }
            pending += piece.prefix(count)
        }
    }
}
