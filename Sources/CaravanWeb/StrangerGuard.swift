import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client sends the head of a request slowly or not at all, and one that stays long without a
/// command that it may give: whoever has no token gets the page, and no place to sit in.
final class StrangerGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let head: TimeAmount
    private let whole: TimeAmount
    private let isStranger: @Sendable (any Channel) -> Bool
    private let onClose: @Sendable () -> Void
    private var waiting: Scheduled<Void>?
    private var stay: Scheduled<Void>?
    private var unanswered = 0

    /// - Parameters:
    ///   - head: how long the head of a request may take, from the beginning of the connection or the end of the last answer.
    ///   - whole: how long a stranger may stay.
    ///   - isStranger: whether the client has given no command yet that it may give.
    ///   - onClose: called when a connection is closed for that.
    init(
        head: Duration, whole: Duration, isStranger: @escaping @Sendable (any Channel) -> Bool,
        onClose: @escaping @Sendable () -> Void
    ) {
        self.head = TimeAmount(head)
        self.whole = TimeAmount(whole)
        self.isStranger = isStranger
        self.onClose = onClose
    }

    func handlerAdded(context: ChannelHandlerContext) {
        awaitHead(context)
        let channel = context.channel
        stay = context.eventLoop.scheduleTask(in: whole) { [isStranger, onClose] in
            guard isStranger(channel) else { return }
            onClose()
            channel.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        waiting?.cancel()
        stay?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) {
            unanswered += 1
            waiting?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            if unanswered <= 0 { awaitHead(context) }
        }
        context.write(data, promise: promise)
    }

    private func awaitHead(_ context: ChannelHandlerContext) {
        waiting?.cancel()
        let channel = context.channel
        waiting = context.eventLoop.scheduleTask(in: head) { [onClose] in
            onClose()
            channel.close(promise: nil)
        }
    }
}
