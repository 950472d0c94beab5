import CaravanLanguage
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
    private var framer: RequestFramer
    private var isKnown: Bool
    private var wrongTokens = 0
    private var isOver = false

    init(services: Services, needsToken: Bool, activity: ConnectionActivity, sink: ReplySink) {
        self.services = services
        self.needsToken = needsToken
        self.activity = activity
        self.sink = sink
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
        let responder = Responder(services: services, sink: sink)
        switch event {
        case .fault(_, let error): try await responder.answer(error)
        case .request(let line, let body):
            try await responder.answer(line, body, isKnown: isKnown) { invocation throws(ProtocolError) in
                try converse(invocation)
            }
        }
    }

    private mutating func converse(_ invocation: Invocation) throws(ProtocolError) -> Reply {
        guard invocation.verb == .auth else {
            isOver = true
            return .ok()
        }
        guard needsToken, services.configuration.token != nil else { return .ok() }
        guard services.accepts(token: invocation.text("token") ?? "") else {
            wrongTokens += 1
            isOver = wrongTokens >= Self.tokenAttempts
            throw ProtocolError(.denied, RefusedConnection.tokenWrong)
        }
        isKnown = true
        framer.bodyLimit = CommandTable.bodyLimit
        return .ok()
    }
}
