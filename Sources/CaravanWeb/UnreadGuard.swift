import NIOCore

/// Closes a connection whose client takes nothing of what is written for it.
final class UnreadGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let limit: TimeAmount
    private let onClose: @Sendable () -> Void
    private var end: Scheduled<Void>?

    /// - Parameters:
    ///   - limit: how long a client may leave the outgoing buffer full.
    ///   - onClose: called when a connection is closed for that.
    init(limit: Duration, onClose: @escaping @Sendable () -> Void) {
        self.limit = TimeAmount(limit)
        self.onClose = onClose
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        end?.cancel()
        end = nil
        if !context.channel.isWritable {
            end = context.eventLoop.scheduleTask(in: limit) { [onClose, channel = context.channel] in
                onClose()
                channel.close(promise: nil)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end?.cancel() }
}
