import CaravanLanguage
import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#endif

/// Makes the sockets of a configuration. A connection is handed over on its loop once it is active; one that is closed on
/// its way there has left nothing to be cleared up.
struct Listeners: Sendable {
    /// Takes a connection.
    typealias Enter = @Sendable (any Channel) -> Void

    /// Bytes that may wait in a connection's outgoing buffer before writing is held back.
    private static let waterMarks = ChannelOptions.Types.WriteBufferWaterMark(low: 32_768, high: 131_072)
    /// Bytes that are read from a connection at a time, and few pieces of it lie ready: they count for every connection.
    private static let pieces = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 4096, maximum: 16_384)

    let configuration: ServerConfiguration

    /// Binds the Unix socket.
    /// - Throws: `ServerError`: `socketInUse`, `badSocket`.
    func unixSocket(_ enter: @escaping Enter) async throws -> (any Channel, UnixSocketFile) {
        let path = configuration.socket
        let bootstrap = bootstrap(enter)
        let channel: any Channel
        do {
            channel = try await UnixSocketFile.withOwnerOnlyFiles {
                try await bootstrap.bind(unixDomainSocketPath: path).get()
            }
        } catch {
            throw ServerError(.badSocket, StartFailure.notListening(path, "\(error)"))
        }
        do throws(ServerError) {
            guard let file = UnixSocketFile(boundAt: path) else {
                throw ServerError(.badSocket, StartFailure.socketRemoved(path))
            }
            try file.setPermissions(configuration.socketMode)
            return (channel, file)
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// Listens by TCP.
    /// - Throws: `ServerError`: `badAddress`; `tokenNeeded` beyond loopback without a token.
    func tcp(at address: ServerConfiguration.Address, _ enter: @escaping Enter) async throws -> any Channel {
        guard address.isLoopback || configuration.token != nil else {
            throw ServerError(.tokenNeeded, StartFailure.beyondLoopback(address.host))
        }
        var bootstrap = bootstrap(enter)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        #if canImport(Glibc)
        // A client whose machine is gone, or who has closed its end, is noticed within some three minutes.
        for (option, value) in [(TCP_KEEPIDLE, 60), (TCP_KEEPINTVL, 30), (TCP_KEEPCNT, 4)] {
            bootstrap = bootstrap.childChannelOption(
                .tcpOption(.init(rawValue: option)), value: ChannelOptions.Types.SocketOption.Value(value))
        }
        #endif
        do {
            return try await bootstrap.bind(host: address.host, port: address.port).get()
        } catch {
            throw ServerError(.badAddress, StartFailure.notListening("\(address.host):\(address.port)", "\(error)"))
        }
    }

    private func bootstrap(_ enter: @escaping Enter) -> ServerBootstrap {
        ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.writeBufferWaterMark, value: Self.waterMarks)
            .childChannelOption(.recvAllocator, value: Self.pieces)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Entrance(enter))
                }
            }
    }
}

/// Hands a connection over when it is active.
private final class Entrance: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let enter: Listeners.Enter

    init(_ enter: @escaping Listeners.Enter) { self.enter = enter }

    func channelActive(context: ChannelHandlerContext) {
        enter(context.channel)
        context.fireChannelActive()
    }
}
