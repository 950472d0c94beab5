import CaravanLanguage
import CaravanProtocol
import Logging
import NIOCore
import Synchronization

/// A client's channel as the listener hands it over.
typealias ClientChannel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

/// Hosts all connections: counts them, watches over them, and ends them at shutdown.
final class ConnectionHost: Sendable {
    private struct State {
        var open: [ObjectIdentifier: (channel: any Channel, activity: ConnectionActivity)] = [:]
        var isDraining = false
    }

    private let services: Services
    private let state = Mutex(State())

    init(services: Services) { self.services = services }

    /// How many connections are open.
    var count: Int { state.withLock { $0.open.count } }

    /// Serves one client until it goes or is sent away.
    func serve(_ client: ClientChannel, needsToken: Bool) async {
        let activity = ConnectionActivity()
        guard admit(client.channel, activity) else { return await refuse(client) }
        defer { leave(client.channel) }
        let watchdog = watch(client.channel, activity)
        let task = Task { await converse(client, activity, needsToken: needsToken) }
        // A client that is gone ends what it waits for; its jobs go on.
        client.channel.closeFuture.whenComplete { _ in task.cancel() }
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            client.channel.close(promise: nil)
        }
        watchdog.cancel()
    }

    private func converse(_ client: ClientChannel, _ activity: ConnectionActivity, needsToken: Bool) async {
        do {
            try await client.executeThenClose { inbound, _ in
                let sink = ReplySink(
                    outlet: ChannelOutlet(channel: client.channel), activity: activity, metrics: services.metrics)
                var conversation = Conversation(
                    services: services, needsToken: needsToken, activity: activity, sink: sink)
                try await conversation.run(inbound)
            }
        } catch {
            services.logger.debug("connection ended", metadata: ["reason": "\(error)"])
        }
    }

    /// Counts a client in; whoever is let in has to `leave`.
    /// - Returns: whether there is room; a refusal is counted.
    func admit(_ channel: any Channel, _ activity: ConnectionActivity) -> Bool {
        let hasRoom = state.withLock { state in
            guard !state.isDraining, state.open.count < services.configuration.limits.connections else { return false }
            state.open[ObjectIdentifier(channel)] = (channel, activity)
            return true
        }
        if hasRoom { services.metrics.connectionOpened() } else { services.metrics.refused("limit") }
        return hasRoom
    }

    /// Counts a client out.
    func leave(_ channel: any Channel) {
        state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(channel)) }
        services.metrics.connectionClosed()
    }

    /// What a client hears for whom there is no room.
    static let full = ProtocolError(.busy, RefusedConnection.full)

    private func refuse(_ client: ClientChannel) async {
        let bytes =
            ReplyWriter.greeting(programVersion: services.version) + Reply.failure(Self.full).bytes
        try? await client.executeThenClose { _, _ in
            try await client.channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
        }
    }
}

extension ConnectionHost {
    /// Looks at a connection at intervals and closes it if the client stalls.
    private func watch(_ channel: any Channel, _ activity: ConnectionActivity) -> RepeatedTask {
        let limits = services.configuration.limits
        let shortest = [limits.stalled, limits.unread, limits.idle].filter { $0 > .zero }.min() ?? .seconds(60)
        let interval = TimeAmount.milliseconds(Int64(min(max(shortest.seconds * 250, 10), 5000)))
        return channel.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { [services] task in
            let (phase, lasted) = activity.now
            switch phase {
            case .idle where limits.idle > .zero && lasted > limits.idle: channel.close(promise: nil)
            case .sending where lasted > limits.unread:
                services.metrics.refused("unread")
                channel.close(promise: nil)
            case .receiving where lasted > limits.stalled:
                services.metrics.refused("stalled")
                Self.sayTimeout(channel, after: limits.stalled)
            default: return
            }
            task.cancel()
        }
    }

    private static func sayTimeout(_ channel: any Channel, after limit: Duration) {
        let error = ProtocolError(.timeout, RefusedConnection.silence(Int(limit.seconds)))
        channel.writeAndFlush(ByteBuffer(bytes: Reply.failure(error).bytes)).whenComplete { _ in
            channel.close(promise: nil)
        }
    }

    /// Ends every connection: idle ones at once, the others when the command that runs is answered.
    func drain() {
        let open = state.withLock { state in
            state.isDraining = true
            return Array(state.open.values)
        }
        for (channel, activity) in open where activity.drain() { channel.close(promise: nil) }
    }

    /// Closes whatever is still open.
    func closeAll() {
        for (channel, _) in state.withLock({ Array($0.open.values) }) { channel.close(promise: nil) }
    }
}
