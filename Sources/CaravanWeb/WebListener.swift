import CaravanServer
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The web console: its page, and over HTTP the commands that the daemon's sockets take.
public struct WebListener: RequestListener {
    /// What the log calls it.
    public let name = "web"
    private let address: ListenAddress
    private let names: [String]

    /// A listener.
    /// - Parameters:
    ///   - address: where it listens; port 0: any free one.
    ///   - names: host names by which browsers reach it through a proxy. Requests for others are refused on loopback.
    public init(_ address: ListenAddress, names: [String] = []) {
        self.address = address
        self.names = names
    }

    /// Listens until the task is gracefully shut down or cancelled.
    /// - Throws: `ServerError`: `badAddress`; `tokenNeeded` beyond loopback without a token.
    public func run(_ desk: CommandDesk, onListening: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let (http, logger) = (protocolStack(desk), desk.logger)
        let channel = try await desk.listen(on: address) { channel in
            http.setup(channel: channel, logger: logger).whenComplete { made in
                switch made {
                // What is made has to be run, or NIO ends the process.
                case .success(let ready): _ = Task { await http.handle(value: ready, logger: logger) }
                case .failure: channel.close(promise: nil)
                }
            }
        } drain: { channel in
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
        let port = channel.localAddress?.port ?? 0
        desk.logger.notice("the console is there", metadata: ["address": "http://\(address.host):\(port)/"])
        onListening(port)
        try? await gracefulShutdown()
        try? await channel.close()
    }

    private func protocolStack(_ desk: CommandDesk) -> HTTP1Channel {
        let responder = WebResponder(
            origin: OriginCheck(isLoopback: address.isLoopback, names: names), files: ConsoleFiles(),
            commands: CommandEndpoint(desk: desk, isBehindProxy: address.isLoopback && !names.isEmpty))
        let limits = desk.limits
        return HTTP1Channel(
            responder: responder.respond,
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    UnreadGuard(limit: limits.unread) { desk.countRefusal("unread") },
                    StrangerGuard(head: limits.login, whole: limits.stalled) { channel in
                        desk.isStranger(channel)
                    } onClose: {
                        desk.countRefusal("login")
                    },
                ],
                idleTimeout: TimeAmount(limits.stalled)))
    }
}
