import CaravanCore
import CaravanProtocol

/// What a daemon answered to one request.
struct WireAnswer: Sendable, Equatable {
    /// The `+` lines.
    var records: [JSON] = []
    /// The `*` lines.
    var streamed: [JSON] = []
    /// The line that ended it.
    var closing: Closing

    /// The fields of an `OK`; nil for an `ERR`.
    var fields: ReplyFields? { if case .ok(let fields, _) = closing { fields } else { nil } }
    /// What an `ERR` says; nil for an `OK`.
    var error: ProtocolError? { if case .failure(let error) = closing { error } else { nil } }
    /// The bytes behind an `OK`.
    var payload: [UInt8]? { if case .ok(_, let payload) = closing { payload } else { nil } }
}

/// One connection of the line protocol. Everything that comes goes through `ReplyFramer`, so whatever is no well-formed
/// reply is thrown as `broken`.
final class WireClient {
    private let stream: ByteStream
    private var framer = ReplyFramer()
    private var waiting: [ReplyEvent] = []

    /// Connects and reads the greeting.
    init(_ address: WireAddress, patience: Double = 60) throws(WireError) {
        stream = try ByteStream(address, patience: patience)
        guard case .greeting = try event() else { throw .broken("no greeting") }
    }

    /// Sends a request and reads its answer.
    func ask(_ line: RequestLine, body: [UInt8]? = nil) throws(WireError) -> WireAnswer {
        try stream.send(WireRequest(line, body: body).bytes)
        return try answer()
    }

    /// Sends a request written out, without a body, and reads its answer.
    func ask(_ text: String) throws(WireError) -> WireAnswer {
        try stream.send(Array(text.utf8) + [0x0A])
        return try answer()
    }

    /// Sends bytes, whatever they are.
    func send(_ bytes: some Sequence<UInt8>) throws(WireError) { try stream.send(bytes) }

    /// Says that nothing more will be sent.
    func endSending() { stream.endSending() }

    /// Reads the next answer.
    func answer() throws(WireError) -> WireAnswer {
        var (records, streamed): ([JSON], [JSON]) = ([], [])
        while true {
            switch try event() {
            case .record(let value): records.append(value)
            case .stream(let value): streamed.append(value)
            case .closing(let closing): return WireAnswer(records: records, streamed: streamed, closing: closing)
            case .broken(let error): throw .broken(error.message)
            case .greeting: throw .broken("a second greeting")
            }
        }
    }

    private func event() throws(WireError) -> ReplyEvent {
        while waiting.isEmpty {
            let bytes = try stream.next()
            if bytes.isEmpty { throw .closed }
            waiting = framer.feed(bytes)
        }
        return waiting.removeFirst()
    }
}

/// A request as it goes over the wire.
struct WireRequest: Sendable, Equatable {
    /// The line without `bytes=`.
    let line: RequestLine
    /// What follows it.
    let body: [UInt8]?

    /// A request; `bytes=` is added for a body.
    init(_ line: RequestLine, body: [UInt8]? = nil) {
        self.line = line
        self.body = body
    }

    /// The line, and where there is a body the body and a line end.
    var bytes: [UInt8] {
        guard let body else { return Array(line.text.utf8) + [0x0A] }
        let announced = RequestLine(
            line.verb, line.arguments, options: line.options + [.init("bytes", String(body.count))])
        return Array(announced.text.utf8) + [0x0A] + body + [0x0A]
    }
}
