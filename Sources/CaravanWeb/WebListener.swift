import CaravanServer
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

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
        guard address.isLoopback || desk.needsToken else {
            throw ServerError(
                .tokenNeeded,
                "\(address.host) is reachable from other machines; give --token-file, or listen on loopback")
        }
        let running = RunningApplication(logger: Self.quiet(desk.logger)) { application(desk, $0, onListening) }
        do {
            try await running.run()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ServerError(.badAddress, "cannot listen on \(address.host):\(address.port): \(error)")
        }
    }

    private func application(
        _ desk: CommandDesk, _ onChannel: @escaping @Sendable (any Channel) -> Void,
        _ onListening: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        let origin = OriginCheck(isLoopback: address.isLoopback, names: names)
        let responder = WebResponder(
            origin: origin, files: ConsoleFiles(), commands: CommandEndpoint(desk: desk))
        let limits = desk.limits
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [UnreadGuard(limit: limits.unread) { desk.countRefusal("unread") }],
            idleTimeout: TimeAmount(limits.stalled))
        return Application(
            responder: responder, server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { [host = address.host] channel in
                onChannel(channel)
                let port = channel.localAddress?.port ?? 0
                desk.logger.notice("the console is there", metadata: ["address": "http://\(host):\(port)/"])
                onListening(port)
            },
            logger: Self.quiet(desk.logger))
    }

    /// What the framework tells at `info` concerns nobody who runs the daemon.
    private static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        if logger.logLevel == .info { logger.logLevel = .notice }
        return logger
    }
}
