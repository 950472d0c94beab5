import CaravanCore
import CaravanLanguage
import CaravanProtocol
import Dispatch
import Foundation

/// Follows a job to its end: shows its progress, and turns ^C into `STOP`.
struct JobFollower {
    private let session: CommandSession
    private let job: String

    init(_ session: CommandSession, job: String) {
        self.session = session
        self.job = job
    }

    /// The closing reply of `WATCH`.
    /// - Throws: `ClientError`, as for any request.
    func follow() async throws -> Reply {
        let display = ProgressDisplay(session.console)
        let (context, job) = (session.context, job)
        if session.console.isLive, !session.console.isJSON {
            session.console.note(
                session.console.noteStyle.dim(session.console.noteStyle.text(ClientText.interruptHint)) + "\n")
        }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await Self.tick(display) }
            group.addTask { await Self.stopOnInterrupt(job, context, display) }
            defer { group.cancelAll() }
            do {
                let reply = try await session.ask(ClientRequest(.watch, [job])) { await display.update($0) }
                await display.clear()
                return reply
            } catch {
                await display.clear()
                throw error
            }
        }
    }

    private static func tick(_ display: ProgressDisplay) async {
        while (try? await Task.sleep(for: .milliseconds(500))) != nil { await display.tick() }
    }

    /// The first ^C stops the job on a connection of its own: this one is busy with `WATCH`. After it ^C ends the client.
    private static func stopOnInterrupt(_ job: String, _ context: CommandContext, _ display: ProgressDisplay) async {
        for await _ in InterruptSignal.once() {
            let style = context.console.noteStyle
            await display.clear()
            context.console.note(style.text(ClientText.stopping, ["job": job]) + "\n")
            // A job that ended meanwhile cannot be stopped, which is as good.
            _ = try? await Conversation.open(to: context.endpoint, token: context.token) { conversation in
                try await conversation.ask(RequestLine(Verb.stop.rawValue, [job]))
            }
        }
    }
}

/// The terminal's ^C.
enum InterruptSignal {
    /// One element at the first ^C; from then on, and once nobody listens any more, ^C ends the process as usual.
    static func once() -> AsyncStream<Void> {
        AsyncStream { continuation in
            signal(SIGINT, SIG_IGN)
            // Safe to share: Dispatch's objects may be used from any thread; Linux' Dispatch does not say so to the compiler.
            nonisolated(unsafe) let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
            source.setEventHandler {
                signal(SIGINT, SIG_DFL)
                continuation.yield()
                continuation.finish()
            }
            continuation.onTermination = { _ in
                signal(SIGINT, SIG_DFL)
                source.cancel()
            }
            source.resume()
        }
    }
}
