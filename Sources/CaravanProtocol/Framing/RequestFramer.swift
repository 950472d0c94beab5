import CaravanLanguage

/// The daemon's side of framing, free of I/O: bytes in, requests out.
///
/// Bytes may come in any pieces. What is kept between pieces is at most one line (`lineLimit`) and one body (`bodyLimit`
/// of that line); whatever is too large is counted off the stream and never kept.
public struct RequestFramer: Sendable {
    /// Bytes of a command line, its line end not counted.
    public static let defaultLineLimit = 65_536

    private enum State: Sendable {
        case line
        /// Rest of a line nobody wants, then that many bytes of its body.
        case discarding(thenSkip: Int?)
        case body(RequestLine, remaining: Int)
        /// The LF after a body; `sawReturn`: a CR came already.
        case bodyEnd(RequestLine, sawReturn: Bool)
        case skipping(remaining: Int)
        case skippedEnd(sawReturn: Bool)
    }

    /// How many bytes of a body are taken for a line; may change between requests, e.g. once a client is known.
    public var bodyLimit: @Sendable (RequestLine) -> Int

    private let lineLimit: Int
    private var state = State.line
    private var collector: LineCollector
    private var body: [UInt8] = []

    /// A framer that waits for the first line.
    public init(
        lineLimit: Int = RequestFramer.defaultLineLimit, bodyLimit: @escaping @Sendable (RequestLine) -> Int
    ) {
        self.lineLimit = lineLimit
        self.bodyLimit = bodyLimit
        collector = LineCollector(limit: lineLimit)
    }

    /// A framer with one limit for all bodies, bytes.
    public init(lineLimit: Int = RequestFramer.defaultLineLimit, bodyLimit: Int) {
        self.init(lineLimit: lineLimit) { _ in bodyLimit }
    }

    /// Whether the bytes so far end where a request ends.
    public var isBetweenRequests: Bool { if case .line = state { collector.isEmpty } else { false } }

    /// Bytes of the body that is on its way, as it was announced; nil where none is.
    public var awaitedBody: Int? {
        if case .body(let line, _) = state { line["bytes"].flatMap { Int($0) } } else { nil }
    }

    /// Refuses the body that is on its way: what has come of it is let go, and the rest is skipped as it comes.
    public mutating func skipAwaitedBody() {
        guard case .body(_, let remaining) = state else { return }
        body = []
        startSkipping(remaining)
    }

    /// Takes the next bytes of the stream and returns what they complete, in order.
    public mutating func feed(_ bytes: some Collection<UInt8>) -> [RequestEvent] {
        let events: [RequestEvent]? = bytes.withContiguousStorageIfAvailable { consume($0) }
        return events ?? Array(bytes).withUnsafeBufferPointer { consume($0) }
    }

    private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> [RequestEvent] {
        var rest = bytes[...]
        var events: [RequestEvent] = []
        while !rest.isEmpty {
            if let event = step(&rest) { events.append(event) }
        }
        return events
    }

    /// Takes at least one byte, or changes the state.
    private mutating func step(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> RequestEvent? {
        switch state {
        case .line: return takeLine(&rest)
        case .discarding(let skip): discard(&rest, thenSkip: skip)
        case .body(let line, let remaining): takeBody(&rest, of: line, remaining: remaining)
        case .bodyEnd(let line, let sawReturn): return endBody(&rest, of: line, sawReturn: sawReturn)
        case .skipping(let remaining): skip(&rest, remaining: remaining)
        case .skippedEnd(let sawReturn): endSkip(&rest, sawReturn: sawReturn)
        }
        return nil
    }
}

extension RequestFramer {
    private mutating func takeLine(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> RequestEvent? {
        switch collector.take(from: &rest) {
        case .needsMore: return nil
        case .line(let bytes): return read(bytes)
        case .oversized(let start):
            state = .discarding(thenSkip: BodyAnnouncement.skipped(after: start, complete: false))
            return .fault(.oversizedLine, ProtocolError(.tooLarge, RefusedLine.tooLong(lineLimit)))
        }
    }

    private mutating func read(_ bytes: [UInt8]) -> RequestEvent? {
        if bytes.allSatisfy(WordScanner.isSpace) { return nil }
        do throws(ProtocolError) {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .usage(RefusedLine.encoding) }
            return expectBody(of: try RequestLine(parsing: text))
        } catch {
            if let count = BodyAnnouncement.skipped(after: bytes, complete: true) { startSkipping(count) }
            return .fault(.badLine, error)
        }
    }

    private mutating func expectBody(of line: RequestLine) -> RequestEvent? {
        switch BodyAnnouncement(of: line) {
        case .none: return .request(line, body: nil)
        case .refused(let error): return .fault(.badAnnouncement, error)
        case .bytes(let count):
            let limit = bodyLimit(line)
            guard count <= limit else {
                startSkipping(count)
                return .fault(
                    .oversizedBody, ProtocolError(.tooLarge, RefusedLine.bodyTooLarge(line.verb, limit, count)))
            }
            body = []
            state = count == 0 ? .bodyEnd(line, sawReturn: false) : .body(line, remaining: count)
            return nil
        }
    }

    private mutating func takeBody(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, of line: RequestLine, remaining: Int
    ) {
        let piece = rest.prefix(remaining)
        body.append(contentsOf: piece)
        rest = rest[piece.endIndex...]
        let left = remaining - piece.count
        state = left == 0 ? .bodyEnd(line, sawReturn: false) : .body(line, remaining: left)
    }

    private mutating func endBody(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, of line: RequestLine, sawReturn: Bool
    ) -> RequestEvent? {
        switch (rest.first, sawReturn) {
        case (0x0A, _):
            rest = rest.dropFirst()
            state = .line
            defer { body = [] }
            return .request(line, body: body)
        case (0x0D, false):
            rest = rest.dropFirst()
            state = .bodyEnd(line, sawReturn: true)
            return nil
        default:
            body = []
            state = .discarding(thenSkip: nil)
            return .fault(.badTerminator, .usage(RefusedLine.bodyUnended(line["bytes"] ?? "")))
        }
    }
}

extension RequestFramer {
    private mutating func discard(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, thenSkip count: Int?) {
        guard let end = rest.firstIndex(of: 0x0A) else {
            rest = rest[rest.endIndex...]
            return
        }
        rest = rest[(end + 1)...]
        state = .line
        if let count { startSkipping(count) }
    }

    private mutating func startSkipping(_ count: Int) {
        state = count > 0 ? .skipping(remaining: count) : .skippedEnd(sawReturn: false)
    }

    private mutating func skip(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, remaining: Int) {
        let piece = rest.prefix(remaining)
        rest = rest[piece.endIndex...]
        let left = remaining - piece.count
        state = left == 0 ? .skippedEnd(sawReturn: false) : .skipping(remaining: left)
    }

    /// The LF after a skipped body; where something else stands there the rest of that line goes too.
    private mutating func endSkip(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>, sawReturn: Bool) {
        switch (rest.first, sawReturn) {
        case (0x0A, _):
            rest = rest.dropFirst()
            state = .line
        case (0x0D, false):
            rest = rest.dropFirst()
            state = .skippedEnd(sawReturn: true)
        default: state = .discarding(thenSkip: nil)
        }
    }
}
