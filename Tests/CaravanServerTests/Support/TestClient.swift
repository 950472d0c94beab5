import CaravanCore
import CaravanProtocol
import Foundation
import NIOCore
import NIOPosix
import Testing

/// A client that sees bytes, so that tests can say exactly what goes over the wire.
actor TestClient {
    /// Where to connect.
    enum Target: Sendable {
        case unix(String)
        case tcp(port: Int)
    }

    /// Why a test got no answer.
    enum Failure: Error {
        /// The server closed the connection.
        case closed(rest: String)
    }

    private let channel: any Channel
    private let chunks: AsyncStream<ByteBuffer>.AsyncIterator
    private var buffer: [UInt8] = []

    private init(_ channel: any Channel, _ chunks: AsyncStream<ByteBuffer>) {
        self.channel = channel
        self.chunks = chunks.makeAsyncIterator()
    }

    /// Connects; the greeting is not read yet.
    static func connect(_ target: Target, reading: Bool = true) async throws -> TestClient {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.autoRead, value: reading)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ChunkCollector(continuation))
                }
            }
        let channel =
            switch target {
            case .unix(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
            case .tcp(let port): try await bootstrap.connect(host: "127.0.0.1", port: port).get()
            }
        return TestClient(channel, stream)
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// Says that nothing more will come, and still reads.
    func endSending() async throws { try await channel.close(mode: .output) }

    func close() async { try? await channel.close() }

    /// Reads from now on.
    func startReading() async throws { try await channel.setOption(.autoRead, value: true).get() }

    /// The next line, without its end.
    func line() async throws -> String {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                if line.hasPrefix("ERR ") { #expect(line.contains(" messageZh=\""), "\(line) says nothing in Chinese") }
                if line.hasPrefix("+ {") || line.hasPrefix("* {") {
                    #expect(Self.isDocumented(line), "no type of the protocol has all of \(line)")
                }
                return line
            }
            guard let chunk = await nextChunk() else {
                throw Failure.closed(rest: String(decoding: buffer, as: UTF8.self))
            }
            buffer += Array(buffer: chunk)
        }
    }

    /// Whether a record is one of the types of the command table, with no further field, or a document.
    private static func isDocumented(_ line: String) -> Bool {
        guard let record = try? JSON(parsing: Array(line.utf8.dropFirst(2))) else { return false }
        return record["format"] != nil
            || types.contains { $0.isStreamed == line.hasPrefix("*") && $0.reread(record) == record }
    }

    private static let types = CommandTable.all.flatMap(\.replies).flatMap(\.records)
        .filter { $0.fields.first?.name != "…" }

    /// The lines up to a closing line.
    func reply() async throws -> [String] {
        var lines: [String] = []
        while true {
            lines.append(try await line())
            if let last = lines.last, last.hasPrefix("OK") || last.hasPrefix("ERR ") { return lines }
        }
    }

    /// Exactly that many bytes and the LF after them.
    func payload(_ count: Int) async throws -> String { String(decoding: try await bytes(count), as: UTF8.self) }

    /// The same as bytes.
    func bytes(_ count: Int) async throws -> [UInt8] {
        while buffer.count < count + 1 {
            guard let chunk = await nextChunk() else { throw Failure.closed(rest: "") }
            buffer += Array(buffer: chunk)
        }
        let bytes = Array(buffer[..<count])
        buffer.removeSubrange(...count)
        return bytes
    }

    /// Sends a line, with a body where there is one, and reads the reply.
    func ask(_ line: String, body: String? = nil) async throws -> [String] {
        try await send(body.map { "\(line) bytes=\($0.utf8.count)\n\($0)\n" } ?? "\(line)\n")
        return try await reply()
    }

    private func nextChunk() async -> ByteBuffer? {
        // A copy shares the stream's state; the property itself cannot be changed across a suspension.
        var iterator = chunks
        return await iterator.next(isolation: self)
    }

    /// Everything up to the end of the connection.
    func rest() async -> String {
        while let chunk = await nextChunk() { buffer += Array(buffer: chunk) }
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
    }
}

/// Hands what comes in to a stream that ends with the connection, or with the server's half of it.
private final class ChunkCollector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let continuation: AsyncStream<ByteBuffer>.Continuation

    init(_ continuation: AsyncStream<ByteBuffer>.Continuation) { self.continuation = continuation }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { continuation.yield(unwrapInboundIn(data)) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { continuation.finish() }
    }

    func channelInactive(context: ChannelHandlerContext) { continuation.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension TestClient {
    /// Leaves a socket file behind that nobody listens on, as a killed daemon does.
    static func leaveStaleSocket(at path: String) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: path + ".live").get()
        try FileManager.default.moveItem(atPath: path + ".live", toPath: path)
        try await server.close()
    }
}
