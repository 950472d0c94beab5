import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where a daemon is reached.
enum WireAddress: Sendable, Equatable {
    /// A Unix socket at a path.
    case unix(String)
    /// A port on the loopback interface.
    case loopback(Int)
}

/// Why nothing more comes over a connection.
enum WireError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nobody listens, or the system has no more sockets: its error number.
    case unreachable(Int32)
    /// The other side ended the connection.
    case closed
    /// Nothing came, or nothing was taken, within the patience.
    case silent
    /// What came is no reply of the protocol.
    case broken(String)

    /// For people.
    var description: String {
        switch self {
        case .unreachable(let number): "cannot connect (\(String(cString: strerror(number))))"
        case .closed: "the daemon closed the connection"
        case .silent: "the daemon says nothing"
        case .broken(let why): "no reply of the protocol: \(why)"
        }
    }
}

/// A socket whose owner blocks: one thread sends and reads. What comes while it sends is taken in and kept, so that a
/// daemon that answers before it has read everything never stands still.
final class ByteStream {
    private let descriptor: Int32
    /// Seconds without a byte in either direction after which `silent` is thrown.
    var patience: Double
    private var inbox: [UInt8] = []
    private var hasEnded = false

    /// Connects.
    init(_ address: WireAddress, patience: Double = 60) throws(WireError) {
        self.patience = patience
        descriptor = try Self.connected(to: address)
    }

    deinit { close(descriptor) }

    /// Sends all of it.
    func send(_ bytes: some Sequence<UInt8>) throws(WireError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let ready = try wait(for: hasEnded ? POLLOUT : POLLOUT | POLLIN)
            if ready & POLLIN != 0 { inbox += try receive() }
            guard ready & POLLOUT != 0 else { continue }
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EAGAIN && errno != EINTR {
                throw .closed
            }
        }
    }

    /// The next bytes; none at the end.
    func next() throws(WireError) -> [UInt8] {
        if !inbox.isEmpty {
            defer { inbox = [] }
            return inbox
        }
        if hasEnded { return [] }
        _ = try wait(for: POLLIN)
        return try receive()
    }

    /// Says that nothing more will be sent.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    private func receive() throws(WireError) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        if count < 0 && errno == EINTR { return [] }
        // A daemon that was killed resets what it held.
        hasEnded = count <= 0
        return count > 0 ? Array(piece.prefix(count)) : []
    }

    private func wait(for events: Int32) throws(WireError) -> Int32 {
        var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        let found = poll(&request, 1, Int32(min(patience, 86_400) * 1000))
        if found == 0 { throw .silent }
        let ready = Int32(request.revents)
        // An error or a hang-up is learnt by reading.
        return ready & (POLLERR | POLLHUP) != 0 ? (ready | events) : ready
    }

    private static func connected(to address: WireAddress) throws(WireError) -> Int32 {
        let family = if case .unix = address { AF_UNIX } else { AF_INET }
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .unreachable(errno) }
        let status =
            switch address {
            case .unix(let path): connect(descriptor, path)
            case .loopback(let port): connect(descriptor, port)
            }
        guard status == 0 else {
            let number = errno
            close(descriptor)
            throw .unreachable(number)
        }
        return descriptor
    }

    private static func connect(_ descriptor: Int32, _ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            errno = ENAMETOOLONG
            return -1
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        // The structure is laid out as the call expects it for this family, and its size is given.
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func connect(_ descriptor: Int32, _ port: Int) -> Int32 {
        var address = loopback(port)
        // As above, for the internet's addresses.
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        return address
    }

    /// A port on the loopback interface that was free a moment ago.
    static func freePort() -> Int? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var address = loopback(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // Both calls get the structure of this family with its size, as they demand.
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
            }
        }
        return status == 0 ? Int(in_port_t(bigEndian: address.sin_port)) : nil
    }
}
