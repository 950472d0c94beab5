import CaravanLanguage
import HTTPTypes

/// Keeps pages of other sites out. A site may let its own name point to this machine (DNS rebinding), so on loopback the
/// host that a request is for has to be this machine, or a name that the administrator gave; and a command has to come
/// from the page's own origin.
struct OriginCheck: Sendable {
    let isLoopback: Bool
    let names: [String]

    /// What speaks against a request; nil: nothing.
    func objection(to request: HTTPRequest) -> Bilingual? {
        guard let authority = request.authority, !authority.isEmpty else { return RefusedConnection.noHost.bilingual }
        let host = Self.host(of: authority)
        if isLoopback, !Self.isThisMachine(host), !names.contains(where: { $0.lowercased() == host }) {
            return RefusedConnection.otherHost(host)
        }
        guard request.method == .post, let origin = request.headerFields[.origin] else { return nil }
        return Self.isSame(origin, authority) ? nil : RefusedConnection.otherOrigin(origin)
    }

    /// The host of `HOST:PORT` or `[v6]:PORT`, in small letters.
    private static func host(of authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }

    private static func isThisMachine(_ host: String) -> Bool {
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host == "localhost" || host == "[::1]"
            || (bytes.count == 4 && bytes.first == 127 && !bytes.contains(nil))
    }

    /// Whether an origin, `SCHEME://HOST[:PORT]`, is the one of the host; the scheme's own port may be left out.
    private static func isSame(_ origin: String, _ authority: String) -> Bool {
        let (origin, authority) = (origin.lowercased(), authority.lowercased())
        return [("http://", ":80"), ("https://", ":443")].contains { scheme, port in
            guard origin.hasPrefix(scheme) else { return false }
            func full(_ authority: String) -> String { authority == host(of: authority) ? authority + port : authority }
            return full(String(origin.dropFirst(scheme.count))) == full(authority)
        }
    }
}
