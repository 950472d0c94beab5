import NIOCore

/// Where the bytes of replies go: the channel of a socket, or the body of an HTTP response.
public protocol ReplyOutlet {
    /// Hands bytes on; returns when the next ones may follow, so that a client who reads slowly holds back what is
    /// written for it.
    /// - Throws: where the client is gone.
    func write(_ bytes: ByteBuffer) async throws
}

/// A socket: a piece is through when the system has taken it.
struct ChannelOutlet: ReplyOutlet {
    let channel: any Channel

    func write(_ bytes: ByteBuffer) async throws { try await channel.writeAndFlush(bytes).get() }
}
