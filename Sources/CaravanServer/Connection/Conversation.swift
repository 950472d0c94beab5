import CaravanProtocol
import Logging
import NIOCore

/// One client's requests, answered in order, from the greeting to the end.
struct Conversation {
    /// Wrong tokens before the connection is closed.
    private static let tokenAttempts = 3
    /// Bytes of a body that is taken from a client nobody knows yet.
    private static let strangersBodyLimit = 65_536

    let services: Services
    let needsToken: Bool
    let activity: ConnectionActivity
    let sink: ReplySink
    let logger: Logger
    private var framer: RequestFramer
    private var isKnown: Bool
    private var wrongTokens = 0
    private var isOver = false

    init(
        services: Services, needsToken: Bool, activity: ConnectionActivity, sink: ReplySink, logger: Logger
    ) {
        self.services = services
        self.needsToken = needsToken
        self.activity = activity
        self.sink = sink
        self.logger = logger
        isKnown = !needsToken
        framer = RequestFramer(bodyLimit: needsToken ? Self.strangersLimit : CommandTable.bodyLimit)
    }

    @Sendable private static func strangersLimit(_ line: RequestLine) -> Int {
        min(strangersBodyLimit, CommandTable.bodyLimit(of: line))
    }

    /// Answers until the client has sent its last byte, quits, or the server drains.
    /// - Throws: what the channel throws when the client is gone.
    mutating func run(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws {
        try await sink.write(ReplyWriter.greeting(programVersion: services.version))
        try await sink.flush()
        activity.enter(.idle)
        for try await bytes in inbound {
            services.metrics.received(bytes: bytes.readableBytes)
            let events = framer.feed(bytes.readableBytesView)
            for event in events where !isOver { try await answer(event) }
            try await sink.flush()
            if isOver || activity.isDraining { return }
            activity.enter(events.isEmpty ? .receiving : .idle)
        }
    }

    private mutating func answer(_ event: RequestEvent) async throws {
        activity.enter(.working)
        switch event {
        case .fault(_, let error):
            services.metrics.command("none", outcome: error.code.rawValue, took: .zero)
            try await sink.send(.failure(error))
        case .request(let line, let body): try await answer(line, body)
        }
    }

    private mutating func answer(_ line: RequestLine, _ body: [UInt8]?) async throws {
        let start = ContinuousClock.now
        let reply = await reply(to: line, body)
        let outcome = if case .failure(let error) = reply.closing { error.code.rawValue } else { "ok" }
        let verb = Verb(rawValue: line.verb)?.rawValue ?? "unknown"
        services.metrics.command(verb, outcome: outcome, took: start.duration(to: .now))
        logger.debug("answered", metadata: ["verb": "\(verb)", "outcome": "\(outcome)"])
        try await sink.send(reply)
    }

    private mutating func reply(to line: RequestLine, _ body: [UInt8]?) async -> Reply {
        do {
            let spec = try CommandTable.spec(named: line.verb)
            if spec.access == .authenticated, !isKnown {
                throw ProtocolError(.denied, "this listener asks for a token: send AUTH token first")
            }
            let invocation = try Invocation(line, body: body)
            switch invocation.verb {
            case .auth: return try authenticate(invocation)
            case .quit:
                isOver = true
                return .ok()
            default:
                guard let handler = HandlerTable.handlers[invocation.verb] else {
                    throw ProtocolError(.usage, "\(invocation.verb.rawValue) is not available in this version")
                }
                return try await handler(Exchange(invocation: invocation, services: services, sink: sink))
            }
        } catch {
            return Refusal.reply(to: error, logger)
        }
    }

    private mutating func authenticate(_ invocation: Invocation) throws(ProtocolError) -> Reply {
        guard needsToken, let wanted = services.configuration.token else { return .ok() }
        guard Self.areEqual(invocation.text("token") ?? "", wanted) else {
            wrongTokens += 1
            isOver = wrongTokens >= Self.tokenAttempts
            services.metrics.refused("token")
            logger.warning("wrong token")
            throw ProtocolError(.denied, "the token is wrong")
        }
        isKnown = true
        framer.bodyLimit = CommandTable.bodyLimit
        return .ok()
    }

    /// Compares in a time that tells nothing of where the two differ.
    private static func areEqual(_ given: String, _ wanted: String) -> Bool {
        let (given, wanted) = (Array(given.utf8), Array(wanted.utf8))
        var difference = UInt8(given.count == wanted.count ? 0 : 1)
        for (at, byte) in wanted.enumerated() { difference |= byte ^ (at < given.count ? given[at] : 0) }
        return difference == 0
    }
}
