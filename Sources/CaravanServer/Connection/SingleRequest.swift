import CaravanLanguage
import CaravanProtocol
import NIOCore

/// What a message that is to hold exactly one request turns out to hold.
enum SingleRequest {
    /// A request.
    case request(RequestLine, body: [UInt8]?)
    /// Anything else.
    case fault(ProtocolError)

    /// Reads a message to its end. Nothing is kept of what lies behind a request or a fault.
    /// - Throws: what the pieces throw.
    init<Pieces: AsyncSequence>(
        _ pieces: Pieces, _ metrics: ServerMetrics
    ) async throws where Pieces.Element == ByteBuffer {
        var framer = RequestFramer(bodyLimit: CommandTable.bodyLimit)
        var found: SingleRequest?
        var isOver = false
        for try await piece in pieces {
            metrics.received(bytes: piece.readableBytes)
            if isOver { continue }
            let events = framer.feed(piece.readableBytesView)
            if found == nil, let first = events.first { found = SingleRequest(first) }
            if case .fault = found { isOver = true }
            if case .request = found, events.count > 1 || !framer.isBetweenRequests {
                found = .fault(
                    ProtocolError(
                        .usage, RefusedConnection.severalRequests))
                isOver = true
            }
        }
        let missing: RefusedConnection = framer.isBetweenRequests ? .noRequest : .requestCut
        self =
            found
            ?? .fault(ProtocolError(.usage, missing))
    }

    private init(_ event: RequestEvent) {
        switch event {
        case .request(let line, let body): self = .request(line, body: body)
        case .fault(_, let error): self = .fault(error)
        }
    }
}
