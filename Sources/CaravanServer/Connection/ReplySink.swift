import CaravanCore
import CaravanProtocol
import NIOCore

/// The way back to a client. Every piece waits until its outlet has taken the one before it, so that a client who reads
/// slowly holds back what is written for it, and at most one piece and one record are in memory.
final class ReplySink {
    /// Bytes that are gathered before they are sent.
    private static let pieceSize = 32_768
    private let outlet: any ReplyOutlet
    private let activity: ConnectionActivity
    private let metrics: ServerMetrics
    private var gathered: ByteBuffer

    init(outlet: any ReplyOutlet, activity: ConnectionActivity, metrics: ServerMetrics) {
        self.outlet = outlet
        self.activity = activity
        self.metrics = metrics
        gathered = ByteBufferAllocator().buffer(capacity: Self.pieceSize)
    }

    /// Writes a reply; it may stay gathered until `flush`.
    func send(_ reply: Reply) async throws {
        for record in reply.records { try await write(ReplyWriter.record(record)) }
        guard case .ok(var fields, let payload?) = reply.closing else {
            return try await write(ReplyWriter.closing(reply.closing))
        }
        // A payload may be large, so it is not copied behind its line first.
        fields.set("bytes", payload.count)
        try await write(ReplyWriter.closing(.ok(fields)))
        try await write(payload)
        try await write([0x0A])
    }

    /// Writes one record of a reply that is still being made, at once.
    func send(record: JSON) async throws {
        try await write(ReplyWriter.record(record))
        try await flush()
    }

    /// Writes one line of a stream, at once.
    func stream(_ value: JSON) async throws {
        try await write(ReplyWriter.stream(value))
        try await flush()
    }

    /// Writes bytes of whole lines; they may stay gathered until `flush`.
    func write(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(max(1, Self.pieceSize - gathered.readableBytes))
            gathered.writeBytes(piece)
            rest = rest[piece.endIndex...]
            if gathered.readableBytes >= Self.pieceSize { try await flush() }
        }
    }

    /// Sends what is gathered, and returns when the outlet has taken it.
    func flush() async throws {
        guard gathered.readableBytes > 0 else { return }
        let piece = gathered
        gathered = ByteBufferAllocator().buffer(capacity: Self.pieceSize)
        let before = activity.now.phase
        activity.enter(.sending)
        try await outlet.write(piece)
        metrics.sent(bytes: piece.readableBytes)
        activity.enter(before)
    }
}
