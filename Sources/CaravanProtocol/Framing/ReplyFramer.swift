import CaravanCore
import CaravanLanguage

/// What comes out of the daemon's bytes.
public enum ReplyEvent: Sendable, Equatable {
    /// The line that opens a connection.
    case greeting(programVersion: String)
    /// A record of the reply.
    case record(JSON)
    /// A line of a stream.
    case stream(JSON)
    /// The end of the reply, its payload included.
    case closing(Closing)
    /// Nothing that a daemon says; the stream cannot be followed any further.
    case broken(ProtocolError)
}

/// The client's side of framing, free of I/O: bytes in, events out.
///
/// Bytes may come in any pieces. What is kept between pieces is at most one line and one payload of `limit` bytes.
public struct ReplyFramer: Sendable {
    /// Bytes of a line or payload unless told otherwise: a week document is one line.
    public static let defaultLimit = 1 << 28

    private enum State: Sendable {
        case greeting
        case line
        case payload(ReplyFields, remaining: Int)
        case payloadEnd(ReplyFields)
        case broken
    }

    private let limit: Int
    private var state = State.greeting
    private var collector: LineCollector
    private var payload: [UInt8] = []

    /// A framer that waits for the greeting.
    public init(limit: Int = ReplyFramer.defaultLimit) {
        self.limit = limit
        collector = LineCollector(limit: limit)
    }

    /// Takes the next bytes of the stream and returns what they complete, in order.
    public mutating func feed(_ bytes: some Collection<UInt8>) -> [ReplyEvent] {
        let events: [ReplyEvent]? = bytes.withContiguousStorageIfAvailable { consume($0) }
        return events ?? Array(bytes).withUnsafeBufferPointer { consume($0) }
    }

    private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> [ReplyEvent] {
        var rest = bytes[...]
        var events: [ReplyEvent] = []
        while !rest.isEmpty {
            do throws(ProtocolError) {
                if let event = try step(&rest) { events.append(event) }
            } catch {
                state = .broken
                events.append(.broken(error))
            }
        }
        return events
    }

    private mutating func step(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) throws(ProtocolError) -> ReplyEvent? {
        switch state {
        case .greeting, .line: return try takeLine(&rest)
        case .payload(let fields, let remaining):
            takePayload(&rest, fields, remaining: remaining)
            return nil
        case .payloadEnd(let fields): return try endPayload(&rest, fields)
        case .broken:
            rest = rest[rest.endIndex...]
            return nil
        }
    }

    private mutating func takeLine(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
    ) throws(ProtocolError) -> ReplyEvent? {
        switch collector.take(from: &rest) {
        case .needsMore: return nil
        case .oversized: throw ProtocolError(.tooLarge, ForeignReply.lineTooLong(limit))
        case .line(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ProtocolError(.internal, ForeignReply.encoding)
            }
            return try event(of: try ReplyLine(parsing: text))
        }
    }

    private mutating func event(of line: ReplyLine) throws(ProtocolError) -> ReplyEvent? {
        switch (state, line) {
        case (.greeting, .greeting(ReplyWriter.protocolVersion, let program)):
            state = .line
            return .greeting(programVersion: program)
        case (.greeting, .greeting(let version, _)):
            throw ProtocolError(.internal, ForeignReply.otherVersion(version, ReplyWriter.protocolVersion))
        case (.greeting, _), (_, .greeting):
            throw ProtocolError(.internal, ForeignReply.noGreeting)
        case (_, .record(let value)): return .record(value)
        case (_, .stream(let value)): return .stream(value)
        case (_, .failure(let error)): return .closing(.failure(error))
        case (_, .ok(let fields, bytes: nil)): return .closing(.ok(fields))
        case (_, .ok(let fields, bytes: let count?)):
            guard count <= limit else {
                throw ProtocolError(.tooLarge, ForeignReply.payloadTooLarge(count, limit))
            }
            payload = []
            state = count == 0 ? .payloadEnd(fields) : .payload(fields, remaining: count)
            return nil
        }
    }

    private mutating func takePayload(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ fields: ReplyFields, remaining: Int
    ) {
        let piece = rest.prefix(remaining)
        payload.append(contentsOf: piece)
        rest = rest[piece.endIndex...]
        let left = remaining - piece.count
        state = left == 0 ? .payloadEnd(fields) : .payload(fields, remaining: left)
    }

    private mutating func endPayload(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ fields: ReplyFields
    ) throws(ProtocolError) -> ReplyEvent {
        guard rest.first == 0x0A else { throw ProtocolError(.internal, ForeignReply.payloadUnended) }
        rest = rest.dropFirst()
        state = .line
        defer { payload = [] }
        return .closing(.ok(fields, payload: payload))
    }
}
