import CaravanProtocol
import NIOCore
import NIOPosix

@testable import CaravanClient

/// A listener on the loopback that answers each request with what a script says.
struct ScriptedDaemon {
    /// Bytes to answer with; nil ends the connection.
    typealias Script = @Sendable (RequestLine, [UInt8]?) -> [UInt8]?

    /// Starts it, runs the body against its endpoint, and stops it.
    static func run<Result>(
        greeting: String = "CARAVAN 1 test\n", _ script: @escaping Script, body: (Endpoint) async throws -> Result
    ) async throws -> Result {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answering(greeting: greeting, script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        defer { server.close(promise: nil) }
        return try await body(.tcp(host: "127.0.0.1", port: server.localAddress?.port ?? 0))
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let greeting: String
        private let script: Script
        private var framer = RequestFramer(bodyLimit: 1 << 20)

        init(greeting: String, script: @escaping Script) {
            self.greeting = greeting
            self.script = script
        }

        func channelActive(context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: greeting)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            for event in framer.feed(unwrapInboundIn(data).readableBytesView) {
                switch event {
                case .request(let line, let body):
                    guard let answer = script(line, body) else { return context.close(promise: nil) }
                    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
                case .fault(_, let error):
                    let answer = Reply.failure(error).bytes
                    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
                }
            }
        }
    }
}
