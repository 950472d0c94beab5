import NIOCore
import NIOHTTP1
import NIOPosix

/// The answer to one HTTP request on a connection of its own, read as it comes.
actor WebAnswer {
    /// Why a test got no answer.
    struct Closed: Error {
        let rest: String
    }

    let status: Int
    let headers: HTTPHeaders
    private let channel: any Channel
    private let parts: AsyncStream<HTTPClientResponsePart>.AsyncIterator
    private var buffer: [UInt8] = []

    /// Sends the request and waits for the head of the answer.
    init(
        port: Int, _ method: String, _ path: String, _ headers: [(String, String)], _ body: [UInt8],
        reading: Bool = true
    ) async throws {
        var head = HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: path)
        head.headers = HTTPHeaders(headers)
        if !body.isEmpty { head.headers.add(name: "Content-Length", value: String(body.count)) }
        let (stream, continuation) = AsyncStream.makeStream(of: HTTPClientResponsePart.self)
        var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { [head] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    try channel.pipeline.syncOperations.addHandler(RequestHandler(head, body, continuation))
                }
            }
        // A small buffer, so that what is not read waits at the server.
        if !reading { bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: 65_536) }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port).get()
        self.channel = channel
        var iterator = stream.makeAsyncIterator()
        guard case .head(let answer) = await iterator.next() else { throw Closed(rest: "") }
        if !reading { try await channel.setOption(.autoRead, value: false).get() }
        status = Int(answer.status.code)
        self.headers = answer.headers
        parts = iterator
    }

    /// The next line of the body, without its end.
    func line() async throws -> String {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer.removeSubrange(...end) }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            guard await readMore() else { throw Closed(rest: String(decoding: buffer, as: UTF8.self)) }
        }
    }

    /// What is left of the body.
    func rest() async -> String {
        while await readMore() {}
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
    }

    /// Goes away.
    func close() async { try? await channel.close() }

    private func readMore() async -> Bool {
        // A copy shares the stream's state; the property itself cannot be changed across a suspension.
        var iterator = parts
        while let part = await iterator.next(isolation: self) {
            switch part {
            case .head: continue
            case .body(let piece):
                buffer += Array(buffer: piece)
                return true
            case .end: return false
            }
        }
        return false
    }
}

/// Sends a request, and hands what comes back to a stream that ends with the connection.
private final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private let body: [UInt8]
    private let continuation: AsyncStream<HTTPClientResponsePart>.Continuation

    init(
        _ head: HTTPRequestHead, _ body: [UInt8], _ continuation: AsyncStream<HTTPClientResponsePart>.Continuation
    ) {
        self.head = head
        self.body = body
        self.continuation = continuation
    }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !body.isEmpty { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        continuation.yield(part)
        if case .end = part { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) { continuation.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
