import CaravanLanguage
import CaravanProtocol
import NIOCore

/// What a message that is to hold exactly one request turns out to hold.
enum SingleRequest {
    /// A request.
    case request(RequestLine, body: [UInt8]?, MemoryLease?)
    /// Anything else.
    case fault(ProtocolError)

    /// Reads a message to its end. Nothing is kept of what lies behind a request or a fault.
    /// - Throws: what the pieces throw.
    init<Pieces: AsyncSequence>(
        _ pieces: Pieces, _ services: Services
    ) async throws where Pieces.Element == ByteBuffer {
        var reader = BodyReader(services.bodies, bodyLimit: CommandTable.bodyLimit)
        var found: SingleRequest?
        var isOver = false
        for try await piece in pieces {
            services.metrics.received(bytes: piece.readableBytes)
            if isOver { continue }
            let items = reader.feed(piece)
            if found == nil, let first = items.first { found = SingleRequest(first) }
            if case .request = found, items.count > 1 || !reader.isBetweenRequests {
                found = .fault(
                    ProtocolError(
                        .usage, RefusedConnection.severalRequests))
            }
            if let refusal = try await reader.makeRoom(), found == nil { found = .fault(refusal) }
            if case .fault = found { isOver = true }
        }
        let missing: RefusedConnection = reader.isBetweenRequests ? .noRequest : .requestCut
        self =
            found
            ?? .fault(ProtocolError(.usage, missing))
    }

    private init(_ item: BodyReader.Item) {
        switch item.event {
        case .request(let line, let body): self = .request(line, body: body, item.lease)
        case .fault(_, let error): self = .fault(error)
        }
    }
}
