/// Where a daemon listens.
public enum Endpoint: Sendable, Equatable, CustomStringConvertible {
    /// A Unix socket by its path.
    case unix(path: String)
    /// A TCP socket.
    case tcp(host: String, port: Int)

    /// As a person writes it.
    public var description: String {
        switch self {
        case .unix(let path): path
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }

    /// The endpoint that options and environment name; an option goes before `CARAVAN_SOCKET`.
    /// - Throws: `ClientError.noEndpoint` where nothing names one, `.badEndpoint` where it makes no sense.
    public static func resolve(
        socket: String?, host: String?, environment: [String: String]
    ) throws(ClientError) -> Endpoint {
        if let host { return try tcp(host) }
        guard let path = socket ?? environment["CARAVAN_SOCKET"], !path.isEmpty else { throw .noEndpoint }
        // The kernel's limit for the path of a Unix socket, its closing zero included, is 108 bytes.
        guard path.utf8.count <= 107 else { throw .badEndpoint(path) }
        return .unix(path: path)
    }

    /// Reads `HOST:PORT` or `[IPV6]:PORT`.
    static func tcp(_ text: String) throws(ClientError) -> Endpoint {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { throw .badEndpoint(text) }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, !host.contains("["), !host.contains("]") else { throw .badEndpoint(text) }
        return .tcp(host: String(host), port: port)
    }
}
