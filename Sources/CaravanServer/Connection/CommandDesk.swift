import CaravanLanguage
import CaravanProtocol
import Logging
import NIOCore

/// Where a listener of another kind than the server's own sockets brings requests, and gets their replies.
public struct CommandDesk: Sendable {
    private let host: ConnectionHost
    private let services: Services

    init(_ host: ConnectionHost, _ services: Services) {
        self.host = host
        self.services = services
    }

    /// Bounds of what clients may do; the listener sees to those of its connections.
    public var limits: ServerConfiguration.Limits { services.configuration.limits }

    /// Whether clients have to show a token.
    public var needsToken: Bool { services.gate.isLocked }

    /// Where to log.
    public var logger: Logger { services.logger }

    /// Listens on an address. Each connection is handed over on its loop once it is active, as a stranger that has a place;
    /// the place is free again when it is closed.
    /// - Parameters:
    ///   - serve: sets the connection up and serves it.
    ///   - drain: ends one that waits for nothing at shutdown; others end by themselves.
    /// - Throws: `ServerError` where it cannot.
    public func listen(
        on address: ServerConfiguration.Address, serve: @escaping @Sendable (any Channel) -> Void,
        drain: @escaping @Sendable (any Channel) -> Void
    ) async throws -> any Channel {
        try await Listeners(configuration: services.configuration).tcp(at: address) { [host] channel in
            let connection = ConnectionHost.Connection(channel: channel, activity: ConnectionActivity()) {
                drain(channel)
            }
            guard host.admit(connection, isKnown: false) == nil else { return channel.close(promise: nil) }
            channel.closeFuture.whenComplete { _ in host.leave(channel) }
            serve(channel)
        }
    }

    /// Looks at a client's token; it may have to wait for its turn.
    /// - Parameter address: where the client is, where that is not where its connection comes from.
    /// - Throws: `ProtocolError` `denied` for a wrong one; `CancellationError`.
    public func check(token: Secret, on channel: any Channel, from address: ClientAddress? = nil) async throws {
        try await services.gate.check(token, from: address ?? ClientAddress(of: channel))
    }

    /// Counts a client that was sent away for a reason: `unread`, `stalled`.
    public func countRefusal(_ reason: String) { services.metrics.refused(reason) }

    /// Whether the client of a connection is still a stranger.
    public func isStranger(_ channel: any Channel) -> Bool { host.isStranger(channel) }

    /// Lets the client of a connection in for one request, after which the connection has to end.
    /// - Throws: `ProtocolError` `busy` where there is no room.
    public func visit(on channel: any Channel) throws(ProtocolError) -> CommandVisit {
        guard let activity = host.promote(channel) else { throw ConnectionHost.full }
        activity.enter(.working)
        return CommandVisit(activity, services)
    }
}

/// A client that is let in for one request.
public struct CommandVisit: Sendable {
    private let services: Services
    private let activity: ConnectionActivity

    fileprivate init(_ activity: ConnectionActivity, _ services: Services) {
        self.activity = activity
        self.services = services
    }

    /// Answers the one request that a message holds, exactly as over a socket, without the greeting.
    /// - Throws: what reading and writing throw when the client is gone. Cancelling the task ends what the client waits for.
    public func answer<Pieces: AsyncSequence>(
        _ message: Pieces, through outlet: any ReplyOutlet
    ) async throws where Pieces.Element == ByteBuffer {
        let sink = ReplySink(outlet: outlet, activity: activity, metrics: services.metrics)
        let responder = Responder(services: services, sink: sink)
        switch try await SingleRequest(message, services) {
        case .fault(let error): try await responder.answer(error)
        case .request(let line, let body, let lease):
            try await responder.answer(line, body, lease, isKnown: true) { invocation in
                if invocation.verb == .quit { return .ok() }
                throw ProtocolError(.usage, RefusedConnection.authNeedless)
            }
        }
        try await sink.flush()
    }
}
