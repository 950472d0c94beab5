import CaravanServer
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// Runs the framework's application in a group of its own, so that a shutdown reaches it only when the connections that
/// are on their way have been handed over.
final class RunningApplication: Sendable {
    private let group: ServiceGroup
    private let channel: Listening

    /// The channel that listens, once there is one.
    private final class Listening: Sendable {
        let channel = Mutex<(any Channel)?>(nil)
    }

    /// - Parameter application: makes the application; it hands over its channel when it listens.
    init(logger: Logger, _ application: (@escaping @Sendable (any Channel) -> Void) -> any Service) {
        let listening = Listening()
        let service = application { channel in listening.channel.withLock { $0 = channel } }
        channel = listening
        group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [service], logger: logger))
    }

    /// Runs until the task is gracefully shut down or cancelled.
    func run() async throws {
        // Detached: a task of this one would hear of the shutdown by itself.
        let running = Task.detached { [group] in try await group.run() }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await running.value
            } onGracefulShutdown: {
                Task { await self.wind() }
            }
        } onCancel: {
            Task {
                await self.wind()
                running.cancel()
            }
        }
    }

    private func wind() async {
        if let listening = channel.channel.withLock({ $0 }) { await Accepting.stop(on: listening) }
        await group.triggerGracefulShutdown()
    }
}
