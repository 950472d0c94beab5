import CaravanProtocol
import NIOCore

/// Turns the bytes of a connection into reply events.
final class ReplyEventHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ReplyEvent

    private var framer = ReplyFramer()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        for event in framer.feed(unwrapInboundIn(data).readableBytesView) {
            context.fireChannelRead(wrapInboundOut(event))
        }
    }
}
