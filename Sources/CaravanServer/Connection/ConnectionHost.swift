import CaravanLanguage
import CaravanProtocol
import Logging
import NIOCore
import Synchronization

/// A client's channel as its conversation reads it.
typealias ClientChannel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

/// Hosts all connections: gives them their places, watches over them, and ends them at shutdown.
final class ConnectionHost: Sendable {
    private struct State {
        var places: Places
        var open: [ObjectIdentifier: Connection] = [:]
        var isDraining = false
    }

    /// A connection that has a place.
    struct Connection: Sendable {
        let channel: any Channel
        let activity: ConnectionActivity
        /// Ends it where it waits for nothing; else it ends by itself after what it waits for.
        let drain: @Sendable () -> Void
    }

    private let services: Services
    private let state: Mutex<State>

    init(services: Services) {
        self.services = services
        let limits = services.configuration.limits
        state = Mutex(State(places: Places(.init(connections: limits.connections, ofAddress: limits.ofAddress))))
    }

    /// How many connections are open.
    var count: Int { state.withLock { $0.open.count } }

    /// Serves a client until it goes or is sent away. It is called on the loop of the channel as soon as that is active,
    /// so what has to be ended in order is made only of connections that are there.
    func take(_ channel: any Channel, needsToken: Bool) {
        // At most three pieces lie between the socket and the conversation, which takes one only when it has room for it.
        let client: ClientChannel
        do {
            client = try ClientChannel(
                wrappingChannelSynchronously: channel,
                configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2)))
        } catch {
            return channel.close(promise: nil)
        }
        let activity = ConnectionActivity()
        let connection = Connection(channel: channel, activity: activity) {
            if activity.drain() { channel.close(promise: nil) }
        }
        if let refusal = admit(connection, isKnown: !needsToken) {
            _ = Task { await refuse(client, refusal) }
            return
        }
        let watchdog = watch(channel, activity)
        let task = Task { await converse(client, activity, needsToken: needsToken) }
        // A client that is gone ends what it waits for; its jobs go on.
        channel.closeFuture.whenComplete { _ in
            watchdog.cancel()
            task.cancel()
        }
    }

    private func converse(_ client: ClientChannel, _ activity: ConnectionActivity, needsToken: Bool) async {
        defer { leave(client.channel) }
        do {
            try await client.executeThenClose { inbound, _ in
                let sink = ReplySink(
                    outlet: ChannelOutlet(channel: client.channel), activity: activity, metrics: services.metrics)
                var conversation = Conversation(
                    services: services, needsToken: needsToken, address: ClientAddress(of: client.channel),
                    activity: activity, sink: sink
                ) { [self] in promote(client.channel) != nil }
                try await conversation.run(inbound)
            }
        } catch {
            services.logger.debug("connection ended", metadata: ["reason": "\(error)"])
        }
    }

    private func refuse(_ client: ClientChannel, _ refusal: ProtocolError) async {
        let bytes = ReplyWriter.greeting(programVersion: services.version) + Reply.failure(refusal).bytes
        try? await client.executeThenClose { _, _ in
            try await client.channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
        }
    }
}

extension ConnectionHost {
    /// What a client hears for whom there is no room.
    static let full = ProtocolError(.busy, RefusedConnection.full)

    /// Gives a connection a place; whoever gets one has to `leave`.
    /// - Returns: nil where there is a place; else why there is none. A refusal is counted.
    func admit(_ connection: Connection, isKnown: Bool) -> ProtocolError? {
        let id = ObjectIdentifier(connection.channel)
        let address = ClientAddress(of: connection.channel)
        let (verdict, leaving) = state.withLock { state in
            guard !state.isDraining else { return (Places.Verdict.full, Connection?.none) }
            let verdict = state.places.admit(id, from: address, isKnown: isKnown)
            guard case .admitted(let other) = verdict else { return (verdict, nil) }
            state.open[id] = connection
            return (verdict, other.flatMap { state.open.removeValue(forKey: $0) })
        }
        if let leaving {
            services.metrics.connectionClosed()
            services.metrics.refused("stranger")
            leaving.channel.close(promise: nil)
        }
        switch verdict {
        case .admitted:
            services.metrics.connectionOpened()
            if isKnown { connection.activity.becomeKnown() }
            return nil
        case .full:
            services.metrics.refused("limit")
            return Self.full
        case .tooManyOfAddress:
            services.metrics.refused("address")
            return ProtocolError(.busy, RefusedConnection.tooManyOfAddress)
        }
    }

    /// Gives a stranger a place among the known.
    /// - Returns: nil where there is none, which is counted.
    func promote(_ channel: any Channel) -> ConnectionActivity? {
        let id = ObjectIdentifier(channel)
        let activity = state.withLock { $0.places.promote(id) ? $0.open[id]?.activity : nil }
        activity?.becomeKnown()
        if activity == nil { services.metrics.refused("limit") }
        return activity
    }

    /// Whether the client of a connection has not shown yet that it may use more than strangers may.
    func isStranger(_ channel: any Channel) -> Bool {
        state.withLock { $0.places.guests[ObjectIdentifier(channel)]?.isKnown == false }
    }

    /// Counts a client out.
    func leave(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let hadPlace = state.withLock { state in
            state.open[id] = nil
            return state.places.remove(id)
        }
        if hadPlace { services.metrics.connectionClosed() }
    }

    /// Ends every connection: idle ones at once, the others when the command that runs is answered.
    func drain() {
        let open = state.withLock { state in
            state.isDraining = true
            return Array(state.open.values)
        }
        for connection in open { connection.drain() }
    }

    /// Closes whatever is still open.
    func closeAll() {
        for connection in state.withLock({ Array($0.open.values) }) { connection.channel.close(promise: nil) }
    }

    /// Waits until no connection is left, or the time is over.
    func empty(within limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while count > 0, ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(20)) }
    }
}

extension ConnectionHost {
    /// Looks at a connection at intervals and closes it if the client stalls, or does not say who it is.
    private func watch(_ channel: any Channel, _ activity: ConnectionActivity) -> RepeatedTask {
        let limits = services.configuration.limits
        let times = [limits.stalled, limits.unread, limits.idle, limits.login]
        let shortest = times.filter { $0 > .zero }.min() ?? .seconds(60)
        let interval = TimeAmount.milliseconds(Int64(min(max(shortest.seconds * 250, 10), 5000)))
        let arrived = ContinuousClock.now
        return channel.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { [services] task in
            let (phase, lasted) = activity.now
            switch phase {
            case _ where !activity.isKnown && arrived.duration(to: .now) > limits.login:
                services.metrics.refused("login")
                Self.say(RefusedConnection.noLogin(Int(limits.login.seconds)), on: channel)
            case .idle where limits.idle > .zero && lasted > limits.idle: channel.close(promise: nil)
            case .sending where lasted > limits.unread:
                services.metrics.refused("unread")
                channel.close(promise: nil)
            case .receiving
            where lasted > limits.stalled || lasted > limits.stalledBeforeOthers && services.bodies.waiting > 0:
                services.metrics.refused("stalled")
                Self.say(RefusedConnection.silence(Int(lasted.seconds)), on: channel)
            default: return
            }
            task.cancel()
        }
    }

    /// Tells a client why it is sent away. Whoever reads nothing is not waited for.
    private static func say(_ text: Bilingual, on channel: any Channel) {
        let bytes = Reply.failure(ProtocolError(.timeout, text)).bytes
        let end = channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
        channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in
            end.cancel()
            channel.close(promise: nil)
        }
    }
}
