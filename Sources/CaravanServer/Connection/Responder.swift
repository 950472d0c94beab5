import CaravanLanguage
import CaravanProtocol
import Logging

/// Answers one request, however it came: finds its handler, turns what that throws into a reply, and counts.
struct Responder {
    let services: Services
    let sink: ReplySink

    /// Answers a request.
    /// - Parameters:
    ///   - lease: the memory that the body is reserved, if it needs any.
    ///   - isKnown: whether the client has shown the token, or needs none.
    ///   - conversational: carries out `AUTH` and `QUIT`, which concern the way that requests come.
    /// - Throws: what the outlet throws when the client is gone.
    func answer(
        _ line: RequestLine, _ body: [UInt8]?, _ lease: MemoryLease?, isKnown: Bool,
        conversational: (Invocation) async throws -> Reply
    ) async throws {
        let start = ContinuousClock.now
        let memory = CommandMemory(lease, services.memory)
        let reply = await reply(to: line, body, memory, isKnown, conversational)
        let outcome = if case .failure(let error) = reply.closing { error.code.rawValue } else { "ok" }
        let verb = Verb(rawValue: line.verb)?.rawValue ?? "unknown"
        services.metrics.command(verb, outcome: outcome, took: start.duration(to: .now))
        services.logger.debug("answered", metadata: ["verb": "\(verb)", "outcome": "\(outcome)"])
        memory.count(reply)
        try await sink.send(reply)
    }

    /// Answers what is no request.
    func answer(_ error: ProtocolError) async throws {
        services.metrics.command("none", outcome: error.code.rawValue, took: .zero)
        try await sink.send(.failure(error))
    }

    private func reply(
        to line: RequestLine, _ body: [UInt8]?, _ memory: CommandMemory, _ isKnown: Bool,
        _ conversational: (Invocation) async throws -> Reply
    ) async -> Reply {
        do {
            let spec = try CommandTable.spec(named: line.verb)
            if spec.access == .authenticated, !isKnown {
                throw ProtocolError(.denied, RefusedConnection.tokenNeeded)
            }
            let invocation = try Invocation(line, body: body)
            if [.auth, .quit].contains(invocation.verb) { return try await conversational(invocation) }
            guard let handler = HandlerTable.handlers[invocation.verb] else {
                throw ProtocolError(.usage, RefusedCommand.notAvailable(invocation.verb.rawValue))
            }
            return try await handler(Exchange(invocation: invocation, services: services, sink: sink, memory: memory))
        } catch {
            return Refusal.reply(to: error, services.logger)
        }
    }
}
