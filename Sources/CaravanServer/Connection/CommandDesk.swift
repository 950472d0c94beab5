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
    public var needsToken: Bool { services.configuration.token != nil }

    /// Where to log.
    public var logger: Logger { services.logger }

    /// Whether a token is the one that clients have to show; a wrong one is counted and logged.
    public func accepts(token: String) -> Bool { services.accepts(token: token) }

    /// Counts a client that was sent away for a reason: `unread`, `stalled`.
    public func countRefusal(_ reason: String) { services.metrics.refused(reason) }

    /// Lets a client in for one request. It counts as a connection while the visit is kept, and its channel is closed
    /// where it is not over some seconds after a shutdown.
    /// - Throws: `ProtocolError` `busy` where there is no room.
    public func visit(on channel: any Channel) throws(ProtocolError) -> CommandVisit {
        guard let visit = CommandVisit(channel, host, services) else { throw ConnectionHost.full }
        return visit
    }
}

/// A client that is let in for one request; it leaves when nobody keeps the visit any more.
public final class CommandVisit: Sendable {
    private let channel: any Channel
    private let host: ConnectionHost
    private let services: Services
    private let activity = ConnectionActivity()

    fileprivate init?(_ channel: any Channel, _ host: ConnectionHost, _ services: Services) {
        activity.enter(.working)
        guard host.admit(channel, activity) else { return nil }
        self.channel = channel
        self.host = host
        self.services = services
    }

    deinit { host.leave(channel) }

    /// Answers the one request that a message holds, exactly as over a socket, without the greeting.
    /// - Throws: what reading and writing throw when the client is gone. Cancelling the task ends what the client waits for.
    public func answer<Pieces: AsyncSequence>(
        _ message: Pieces, through outlet: any ReplyOutlet
    ) async throws where Pieces.Element == ByteBuffer {
        let sink = ReplySink(outlet: outlet, activity: activity, metrics: services.metrics)
        let responder = Responder(services: services, sink: sink)
        switch try await SingleRequest(message, services.metrics) {
        case .fault(let error): try await responder.answer(error)
        case .request(let line, let body):
            try await responder.answer(line, body, isKnown: true) { invocation throws(ProtocolError) in
                if invocation.verb == .quit { return .ok() }
                throw ProtocolError(
                    .usage, RefusedConnection.authNeedless)
            }
        }
        try await sink.flush()
    }
}
