import NIOCore

/// Where a client comes from, as far as clients are told apart by it: of IPv6 the network, since whoever has one address
/// there has all of it.
public enum ClientAddress: Sendable, Hashable, CustomStringConvertible {
    /// The Unix socket.
    case local
    /// The text of an IPv4 address, or of the first 64 bits of an IPv6 address.
    case remote(String)

    /// The address of a connection's other end.
    init(of channel: any Channel) {
        self = channel.remoteAddress?.ipAddress.map { ClientAddress(text: $0) } ?? .local
    }

    /// An address as text; what is none is kept as it is, without what does not fit an address.
    public init(text: String) {
        let text = String(text.prefix(45).filter { $0.isHexDigit || $0 == "." || $0 == ":" })
        if let dotted = text.split(separator: ":").last, text.contains("."), text.contains(":") {
            // An IPv4 client of a socket that takes both.
            self = .remote(String(dotted))
        } else {
            self = .remote(text.contains(":") ? Self.network(of: text) : text)
        }
    }

    private static func network(of text: String) -> String {
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let gap = halves.dropFirst().firstIndex(of: "") else { return halves.prefix(4).joined(separator: ":") }
        if text == "::1" { return text }
        let head = halves[..<gap].prefix(4)
        let zeros = repeatElement("0", count: 4 - head.count)
        return (head.map(String.init) + zeros).joined(separator: ":")
    }

    /// Whether it is this machine: behind it may be a tunnel or a proxy, with many people.
    var isThisMachine: Bool {
        switch self {
        case .local: true
        case .remote(let text): text == "::1" || text.hasPrefix("127.")
        }
    }

    /// The address; `socket` for the Unix socket.
    public var description: String {
        switch self {
        case .local: "socket"
        case .remote(let text): text
        }
    }
}
