import NIOCore
import NIOPosix

/// The end of a listening socket.
public enum Accepting {
    /// Takes no more connections on a listening channel, and returns when those taken so far have been handed to whoever
    /// serves them. Where a channel is closed while one is on its way that one is dropped, and NIO ends the process for a
    /// dropped one.
    public static func stop(on channel: any Channel) async {
        try? await channel.setOption(.autoRead, value: false).get()
        // A connection goes from the listener's loop to its own, is set up there, and comes back.
        for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try? await loop.submit {}.get() }
        try? await channel.eventLoop.submit {}.get()
    }
}
