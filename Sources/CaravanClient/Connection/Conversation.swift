import CaravanCore
import CaravanLanguage
import CaravanProtocol
import NIOCore
import NIOPosix

/// One connection to the daemon, greeting and token behind it. Belongs to one task.
public final class Conversation {
    typealias DaemonChannel = NIOAsyncChannel<ReplyEvent, ByteBuffer>

    /// The program version that the daemon's greeting named.
    public private(set) var daemonVersion = ""
    private var events: NIOAsyncChannelInboundStream<ReplyEvent>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    private init(
        _ inbound: NIOAsyncChannelInboundStream<ReplyEvent>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        events = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Connects, identifies with the token if there is one, carries out `body` and ends the connection.
    /// - Throws: `ClientError`, and whatever `body` throws.
    public static func open<Result>(
        to endpoint: Endpoint, token: String? = nil, _ body: (Conversation) async throws -> Result
    ) async throws -> Result {
        let channel = try await connect(to: endpoint)
        return try await channel.executeThenClose { inbound, outbound in
            let conversation = Conversation(inbound, outbound)
            try await conversation.greet(token: token)
            return try await body(conversation)
        }
    }

    private static func connect(to endpoint: Endpoint) async throws(ClientError) -> DaemonChannel {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(10))
        do {
            switch endpoint {
            case .unix(let path):
                return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: initialize)
            case .tcp(let host, let port):
                return try await bootstrap.connect(host: host, port: port, channelInitializer: initialize)
            }
        } catch {
            throw .unreachable(endpoint, reason: Self.reason(of: error))
        }
    }

    private static let initialize: @Sendable (any Channel) -> EventLoopFuture<DaemonChannel> = { channel in
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(ReplyEventHandler())
            return try DaemonChannel(wrappingChannelSynchronously: channel)
        }
    }

    /// The system's own words where it has some.
    private static func reason(of error: any Error) -> Bilingual {
        let last = (error as? NIOConnectionError)?.connectionErrors.last?.error ?? error
        return (last as? IOError).map { SystemReason.of($0.errnoCode) } ?? Verbatim("\(last)").bilingual
    }

    private func greet(token: String?) async throws {
        guard case .greeting(let version) = try await nextEvent() else {
            throw ClientError.foreign(ClientFailure.noGreeting.bilingual)
        }
        daemonVersion = version
        if let token { _ = try await ask(RequestLine("AUTH", [token])) }
    }
}

extension Conversation {
    /// Sends a request and collects its reply.
    /// - Parameters:
    ///   - onStream: called for each `*` line as it comes.
    ///   - onRecord: called for each record as it comes.
    /// - Throws: `ClientError.refused` for an `ERR`, `.closed` or `.foreign` where there is no reply.
    public func ask(
        _ line: RequestLine, body: [UInt8]? = nil, onStream: (JSON) async -> Void = { _ in },
        onRecord: (JSON) async -> Void = { _ in }
    ) async throws -> Reply {
        try await send(line.announcing(body), body: body)
        var records: [JSON] = []
        while true {
            switch try await nextEvent() {
            case .greeting, .broken: throw ClientError.foreign(ClientFailure.greetingInside.bilingual)
            case .record(let record):
                records.append(record)
                await onRecord(record)
            case .stream(let record): await onStream(record)
            case .closing(.failure(let error)): throw ClientError.refused(error, records: records)
            case .closing(let closing): return Reply(records: records, closing: closing)
            }
        }
    }

    /// Sends a line as it is, with a body where it announces one.
    func send(_ line: String, body: [UInt8]?) async throws {
        var buffer = ByteBuffer(string: line + "\n")
        if let body {
            buffer.writeBytes(body)
            buffer.writeInteger(UInt8(ascii: "\n"))
        }
        do { try await outbound.write(buffer) } catch { throw ClientError.closed }
    }

    /// The next thing that the daemon says.
    /// - Throws: `ClientError.closed` at the end of the connection, `.foreign` for bytes that are no reply.
    func nextEvent() async throws -> ReplyEvent {
        let event: ReplyEvent?
        do { event = try await events.next() } catch { throw ClientError.closed }
        switch event {
        case nil: throw ClientError.closed
        case .broken(let error): throw ClientError.foreign(error.text)
        case let event?: return event
        }
    }
}

extension RequestLine {
    /// The line as it is sent, with the size of its body.
    func announcing(_ body: [UInt8]?) -> String {
        guard let body else { return text }
        return RequestLine(verb, arguments, options: options + [Option("bytes", String(body.count))]).text
    }
}
