import CaravanProtocol

/// The web console's way in: a connection a request, as a browser's page makes them.
struct WebClient: Sendable {
    /// What came back.
    enum Outcome: Sendable, Equatable {
        /// An answer of the protocol, with the status of HTTP.
        case answered(status: Int, WireAnswer)
        /// Another status, with a body that is no protocol.
        case refused(status: Int)
    }

    private let port: Int
    private let patience: Double

    /// A client of a port on the loopback interface.
    init(port: Int, patience: Double = 60) {
        self.port = port
        self.patience = patience
    }

    /// Sends the bytes of a request as the body of a `POST` and reads the answer.
    func post(_ request: [UInt8], type: String = "application/x-caravan-request") throws(WireError) -> Outcome {
        let head =
            "POST /api/command HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: \(type)\r\n"
            + "Content-Length: \(request.count)\r\nConnection: close\r\n\r\n"
        return try outcome(of: try exchange(Array(head.utf8) + request))
    }

    /// Gets a file of the console; its status.
    func get(_ path: String) throws(WireError) -> Int {
        let head = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        guard let head = HTTPHead(try exchange(Array(head.utf8))) else { throw .broken("no response of HTTP") }
        return head.status
    }

    /// Sends bytes, whatever they are, and reads to the end.
    func exchange(_ bytes: [UInt8]) throws(WireError) -> [UInt8] {
        let stream = try ByteStream(.loopback(port), patience: patience)
        // A server that refuses by the head alone may close before it has read everything.
        do throws(WireError) { try stream.send(bytes) } catch  where error == .closed {}
        var answer: [UInt8] = []
        while true {
            let piece = try stream.next()
            if piece.isEmpty { return answer }
            answer += piece
        }
    }

    private func outcome(of response: [UInt8]) throws(WireError) -> Outcome {
        guard let head = HTTPHead(response) else { throw .broken("no response of HTTP") }
        guard let body = head.body(in: response) else { throw .broken("a body of HTTP that is cut off") }
        guard head.isPlainText else { return .refused(status: head.status) }
        var framer = ReplyFramer()
        let events = framer.feed(ReplyWriter.greeting(programVersion: "web") + body).dropFirst()
        var answer = WireAnswer(closing: .ok([:]))
        for event in events {
            switch event {
            case .record(let value): answer.records.append(value)
            case .stream(let value): answer.streamed.append(value)
            case .closing(let closing):
                answer.closing = closing
                return .answered(status: head.status, answer)
            case .greeting: throw .broken("a greeting")
            case .broken(let error): throw .broken(error.message)
            }
        }
        throw .broken("an answer without its closing line")
    }
}

/// The head of a response, and how its body is read.
private struct HTTPHead {
    let status: Int
    private let fields: [String: String]
    private let end: Int

    init?(_ response: [UInt8]) {
        guard let end = response.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: response[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else { return nil }
        self.status = status
        self.end = end.upperBound
        fields = Dictionary(
            lines.dropFirst().compactMap { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return parts.count == 2 ? (parts[0].lowercased(), parts[1].drop { $0 == " " }.lowercased()) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    var isPlainText: Bool { fields["content-type"]?.hasPrefix("text/plain") == true }

    /// The bytes of the body; nil where they are fewer than announced.
    func body(in response: [UInt8]) -> [UInt8]? {
        let rest = response[end...]
        if fields["transfer-encoding"] == "chunked" { return Self.unchunked(rest) }
        guard let length = fields["content-length"].flatMap({ Int($0) }) else { return Array(rest) }
        return rest.count >= length ? Array(rest.prefix(length)) : nil
    }

    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var (rest, body): (ArraySlice<UInt8>, [UInt8]) = (bytes, [])
        while let end = rest.firstRange(of: [0x0D, 0x0A]) {
            let size = String(decoding: rest[rest.startIndex..<end.lowerBound], as: UTF8.self)
            guard let count = Int(size, radix: 16), count >= 0 else { return nil }
            if count == 0 { return body }
            rest = rest[end.upperBound...]
            guard rest.count >= count + 2 else { return nil }
            body += rest.prefix(count)
            rest = rest.dropFirst(count + 2)
        }
        return nil
    }
}
