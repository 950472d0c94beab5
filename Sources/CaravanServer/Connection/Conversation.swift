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
    let address: ClientAddress
    let activity: ConnectionActivity
    let sink: ReplySink
    /// Gives the client a place among the known; returns whether there is one.
    let welcome: @Sendable () -> Bool
    private var reader: BodyReader
    private var isKnown: Bool
    private var wrongTokens = 0
    private var isOver = false

    init(
        services: Services, needsToken: Bool, address: ClientAddress, activity: ConnectionActivity, sink: ReplySink,
        welcome: @escaping @Sendable () -> Bool
    ) {
        self.services = services
        self.needsToken = needsToken
        self.address = address
        self.activity = activity
        self.sink = sink
        self.welcome = welcome
        isKnown = !needsToken
        reader = BodyReader(
            services.bodies, bodyLimit: needsToken ? Self.strangersLimit : CommandTable.bodyLimit)
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
            let items = reader.feed(bytes)
            for item in items where !isOver { try await answer(item) }
            try await sink.flush()
            if isOver || activity.isDraining { return }
            try await makeRoom()
            activity.enter(items.isEmpty || !reader.isBetweenRequests ? .receiving : .idle)
        }
    }

    private mutating func makeRoom() async throws {
        activity.enter(.working)
        guard let refusal = try await reader.makeRoom() else { return }
        try await Responder(services: services, sink: sink).answer(refusal)
        try await sink.flush()
    }

    private mutating func answer(_ item: BodyReader.Item) async throws {
        activity.enter(.working)
        let responder = Responder(services: services, sink: sink)
        switch item.event {
        case .fault(_, let error): try await responder.answer(error)
        case .request(let line, let body):
            let isKnown = isKnown
            try await responder.answer(line, body, item.lease, isKnown: isKnown) { invocation in
                try await converse(invocation)
            }
        }
    }

    private mutating func converse(_ invocation: Invocation) async throws -> Reply {
        guard invocation.verb == .auth else {
            isOver = true
            return .ok()
        }
        guard needsToken, services.gate.isLocked else { return .ok() }
        do {
            try await services.gate.check(Secret(invocation.text(.token) ?? ""), from: address)
        } catch let error as ProtocolError {
            wrongTokens += 1
            isOver = wrongTokens >= Self.tokenAttempts
            throw error
        }
        guard isKnown || welcome() else {
            isOver = true
            throw ConnectionHost.full
        }
        isKnown = true
        reader.bodyLimit = CommandTable.bodyLimit
        return .ok()
    }
}
