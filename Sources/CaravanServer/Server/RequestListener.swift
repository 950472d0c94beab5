import CaravanLanguage
import Logging

/// A listener of another kind beside the sockets of a server, for example one that speaks HTTP. It brings requests to a
/// desk and carries the replies back; it decides nothing of what they do.
public protocol RequestListener: Sendable {
    /// What the log calls it.
    var name: String { get }

    /// Listens until the task is gracefully shut down or cancelled.
    /// - Parameters:
    ///   - desk: where requests go.
    ///   - onListening: called once it listens, with its port.
    /// - Throws: `ServerError` where it cannot listen.
    func run(_ desk: CommandDesk, onListening: @escaping @Sendable (_ port: Int) -> Void) async throws
}

/// A listener that listens.
struct RunningListener: Sendable {
    let name: String
    let port: Int
    private let task: Task<Void, any Error>

    /// Starts a listener and waits until it listens.
    /// - Throws: what it throws where it cannot.
    init(_ listener: any RequestListener, _ desk: CommandDesk) async throws {
        let (started, continuation) = AsyncStream.makeStream(of: Int.self)
        name = listener.name
        task = Task {
            defer { continuation.finish() }
            try await listener.run(desk) { continuation.yield($0) }
        }
        var ports = started.makeAsyncIterator()
        guard let port = await ports.next() else {
            try await task.value
            throw ServerError(.badAddress, StartFailure.endedEarly(listener.name))
        }
        self.port = port
    }

    /// Waits until it is over; where a shutdown has not ended it in time, it is cancelled.
    func end(after limit: Duration, _ logger: Logger) async {
        let overdue = Task {
            try await Task.sleep(for: limit)
            task.cancel()
        }
        do { try await task.value } catch is CancellationError {} catch {
            logger.error("a listener failed", metadata: ["listener": "\(name)", "error": "\(error)"])
        }
        overdue.cancel()
    }
}
