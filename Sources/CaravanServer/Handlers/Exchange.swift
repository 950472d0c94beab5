import CaravanCore
import CaravanProtocol

/// What a handler gets: the checked command, everything the server has, and the way back for streams.
struct Exchange {
    let invocation: Invocation
    let services: Services
    let sink: ReplySink
    /// What the command holds; all of its work keeps it.
    let memory: CommandMemory

    /// A required identifier; the command table has seen to it that it is there.
    func id(_ name: ArgumentName) -> String { invocation.text(name) ?? "" }

    /// A required number of a job; the command table has seen to it that it is there.
    var job: Int { invocation.integer(.job) ?? 0 }

    /// The revision that the week has to be at, which `if` names; nil: whichever it is.
    var expected: Int? { invocation.integer(.if) }

    /// The body as JSON.
    /// - Throws: `JSONError`.
    func json() async throws -> JSON {
        let body = invocation.body ?? []
        let allowed = JSON.memory(toRead: body.count)
        try await memory.reserve(allowed)
        return try await work(Workers.Lane(reading: body.count)) { try JSON(parsing: body, within: allowed) }
    }

    /// Sends a document as a record: a large one is written where it keeps nobody waiting.
    func send(document: JSON, bytes: Int) async throws {
        let line = try await work(Workers.Lane(reading: bytes / 6)) { ReplyWriter.record(document) }
        let lease = services.memory.count(line.count)
        try await sink.write(line)
        withExtendedLifetime(lease) {}
    }

    /// Does work on a thread of a lane.
    /// - Throws: what `body` throws; `CancellationError`.
    func work<Value: Sendable>(
        _ lane: Workers.Lane, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await services.workers.run(lane) { [memory] in
            // A client that is gone gives nothing back before the work has noticed it.
            try withExtendedLifetime(memory) { try body() }
        }
    }

    /// Does long work that makes something out of a week; it needs room about as large as that.
    /// - Throws: as `work`; `ProtocolError` where there is no memory for it.
    func workLong<Value: Sendable>(
        over bytes: Int, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await memory.reserve(bytes)
        return try await work(.long, body)
    }
}
