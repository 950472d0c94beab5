import CaravanProtocol
import NIOCore

/// Cuts a client's bytes into requests, and lets bodies in only when there is memory for all of what they announce: until
/// then nothing more is read from the client. Whoever waits holds no part of a body, so nobody waits for each other.
struct BodyReader {
    /// A request, or what is none, with the memory that its body is reserved.
    typealias Item = (event: RequestEvent, lease: MemoryLease?)

    /// Bytes of a body that always pass.
    private static let small = 65_536

    private var framer: RequestFramer
    private let memory: MemoryBudget
    private var lease: MemoryLease?

    init(_ memory: MemoryBudget, bodyLimit: @escaping @Sendable (RequestLine) -> Int) {
        self.memory = memory
        framer = RequestFramer(bodyLimit: bodyLimit)
    }

    /// How many bytes of a body are taken for a line.
    var bodyLimit: @Sendable (RequestLine) -> Int {
        get { framer.bodyLimit }
        set { framer.bodyLimit = newValue }
    }

    /// Whether the bytes so far end where a request ends.
    var isBetweenRequests: Bool { framer.isBetweenRequests }

    /// Takes the next bytes of the stream and returns what they complete, in order.
    mutating func feed(_ bytes: ByteBuffer) -> [Item] {
        framer.feed(bytes.readableBytesView).map { event in
            guard case .request(_, body: _?) = event else { return (event, nil) }
            defer { lease = nil }
            return (event, lease)
        }
    }

    /// Waits until there is room for the body that is on its way, if one is. It is called before more bytes are taken.
    /// - Returns: a refusal where there is no room; the body is skipped then.
    /// - Throws: `CancellationError`.
    mutating func makeRoom() async throws -> ProtocolError? {
        guard lease == nil, let announced = framer.awaitedBody, announced > Self.small else { return nil }
        do {
            lease = try await memory.lease(announced)
            return nil
        } catch let error as ProtocolError {
            framer.skipAwaitedBody()
            return error
        }
    }
}
