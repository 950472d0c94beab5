import NIOCore
import NIOPosix

/// A socket that takes connections, and what it asks of clients.
struct Listener: Sendable {
    let channel: NIOAsyncChannel<ClientChannel, Never>
    let needsToken: Bool
}

/// Makes the sockets of a configuration.
struct Listeners: Sendable {
    /// Bytes that may wait in a connection's outgoing buffer before writing is held back.
    private static let waterMarks = ChannelOptions.Types.WriteBufferWaterMark(low: 32_768, high: 131_072)

    let configuration: ServerConfiguration

    /// Binds the Unix socket.
    /// - Throws: `ServerError`: `socketInUse`, `badSocket`.
    func unixSocket() async throws -> (Listener, UnixSocketFile) {
        let path = configuration.socket
        let bootstrap = bootstrap()
        let channel: NIOAsyncChannel<ClientChannel, Never>
        do {
            channel = try await UnixSocketFile.withOwnerOnlyFiles {
                try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: Self.wrap)
            }
        } catch {
            throw ServerError(.badSocket, "cannot listen on \(path): \(error)")
        }
        guard let file = UnixSocketFile(boundAt: path) else {
            throw ServerError(.badSocket, "\(path) was removed while the daemon started")
        }
        try file.setPermissions(configuration.socketMode)
        return (Listener(channel: channel, needsToken: configuration.tokenOnSocket), file)
    }

    /// Binds the TCP listener, where the configuration has one.
    /// - Throws: `ServerError`: `badAddress`; `tokenNeeded` beyond loopback without a token.
    func tcp() async throws -> Listener? {
        guard let address = configuration.listen else { return nil }
        guard address.isLoopback || configuration.token != nil else {
            throw ServerError(
                .tokenNeeded,
                "\(address.host) is reachable from other machines; give --token-file, or listen on loopback")
        }
        let bootstrap = bootstrap()
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        do {
            let channel = try await bootstrap.bind(
                host: address.host, port: address.port, childChannelInitializer: Self.wrap)
            return Listener(channel: channel, needsToken: configuration.token != nil)
        } catch {
            throw ServerError(.badAddress, "cannot listen on \(address.host):\(address.port): \(error)")
        }
    }

    private func bootstrap() -> ServerBootstrap {
        ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.writeBufferWaterMark, value: Self.waterMarks)
    }

    @Sendable private static func wrap(_ channel: any Channel) -> EventLoopFuture<ClientChannel> {
        channel.eventLoop.makeCompletedFuture { try ClientChannel(wrappingChannelSynchronously: channel) }
    }
}
