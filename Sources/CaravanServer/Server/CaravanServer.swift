import CaravanProtocol
import CaravanStore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The daemon as a service: listens, answers, runs jobs, until it is told to shut down.
///
/// At a graceful shutdown it takes no more connections or jobs, stops running jobs and stores their best plans, answers
/// the clients that wait for them, closes the connections, and removes its socket. The store is whoever's who opened it,
/// and may be closed once `run` has returned.
public struct CaravanServer: Service {
    /// Version of the program.
    public static let version = ProgramVersion.current

    /// Where a server listens once it has started.
    public struct Endpoints: Sendable {
        /// Path of the Unix socket.
        public let socket: String
        /// Port of the TCP listener, where there is one.
        public let port: Int?
        /// Ports of the other listeners, in the order in which they were given.
        public let others: [Int]
    }

    private let configuration: ServerConfiguration
    private let store: any WeekStore
    private let engine: any Engine
    private let collector: PrometheusCollector
    private let others: [any RequestListener]
    private let logger: Logger
    private let onStart: @Sendable (Endpoints) -> Void

    /// A server.
    /// - Parameters:
    ///   - configuration: what it is started with.
    ///   - store: what holds its weeks, plans and jobs.
    ///   - engine: what solves its jobs.
    ///   - collector: what `METRICS` shows.
    ///   - others: listeners beside the Unix socket and the TCP listener.
    ///   - logger: where it logs.
    ///   - onStart: called once it listens.
    public init(
        _ configuration: ServerConfiguration, store: any WeekStore, engine: any Engine,
        collector: PrometheusCollector = PrometheusCollector(), others: [any RequestListener] = [], logger: Logger,
        onStart: @escaping @Sendable (Endpoints) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.store = store
        self.engine = engine
        self.collector = collector
        self.others = others
        self.logger = logger
        self.onStart = onStart
    }

    /// Runs until shutdown.
    /// - Throws: `StoreError` or `ServerError` where it cannot start.
    public func run() async throws {
        try UnixSocketFile.makeWay(at: configuration.socket)
        let services = Services(configuration, engine: engine, store: store, collector: collector, logger: logger)
        try await services.board.settleLapsedJobs()
        let leases = Task { await services.board.keepLeases() }
        defer { leases.cancel() }
        let host = ConnectionHost(services: services)
        let started: Started
        do {
            started = try await start(host, services)
        } catch {
            await windDown([], host, services)
            services.workers.shutdown()
            throw error
        }
        defer { started.file.remove() }
        logger.notice(
            "listening",
            metadata: [
                "socket": "\(configuration.socket)", "tcp": "\(started.tcp?.localAddress?.description ?? "no")",
                "jobs": "\(configuration.jobs)", "threadsPerJob": "\(configuration.threadsPerJob)",
                "memoryLimit": "\(MemoryBudget.megabytes(configuration.limits.memory)) MB",
            ])
        onStart(
            Endpoints(
                socket: configuration.socket, port: started.tcp?.localAddress?.port,
                others: started.others.map(\.port)))
        await serve(started, host, services)
        services.workers.shutdown()
        logger.notice("stopped")
    }

    /// What listens.
    private struct Started {
        let unix: any Channel
        let file: UnixSocketFile
        var tcp: (any Channel)?
        var others: [RunningListener] = []

        /// Takes no more connections.
        func stopListening() {
            unix.close(promise: nil)
            tcp?.close(promise: nil)
        }
    }

    /// Listens everywhere, or nowhere.
    private func start(_ host: ConnectionHost, _ services: Services) async throws -> Started {
        let listeners = Listeners(configuration: configuration)
        let onSocket = configuration.tokenOnSocket
        let (unix, file) = try await listeners.unixSocket { host.take($0, needsToken: onSocket) }
        var started = Started(unix: unix, file: file)
        do {
            if let address = configuration.listen {
                let needsToken = configuration.token != nil
                started.tcp = try await listeners.tcp(at: address) { host.take($0, needsToken: needsToken) }
            }
            for listener in others {
                started.others.append(try await RunningListener(listener, CommandDesk(host, services)))
            }
        } catch {
            started.stopListening()
            for other in started.others { await other.end(after: .zero, logger) }
            file.remove()
            throw error
        }
        return started
    }

    /// Takes connections until shutdown, then winds everything down in order.
    private func serve(_ started: Started, _ host: ConnectionHost, _ services: Services) async {
        let renewal = Task { await configuration.tokenRenewal?.run(services.gate, logger) }
        try? await gracefulShutdown()
        renewal.cancel()
        // A task of its own: where this one was cancelled rather than told, jobs still end in order.
        await Task.detached {
            started.stopListening()
            await windDown(started.others, host, services)
        }.value
    }

    private func windDown(_ others: [RunningListener], _ host: ConnectionHost, _ services: Services) async {
        logger.notice("shutting down", metadata: ["connections": "\(host.count)"])
        await services.board.shutdown(grace: configuration.limits.grace)
        host.drain()
        await host.empty(within: Self.farewell)
        host.closeAll()
        for other in others { await other.end(after: Self.lastMoment, logger) }
        await host.empty(within: Self.lastMoment)
    }

    /// Time that answers get to reach their clients at shutdown.
    private static let farewell = Duration.seconds(4)
    /// Time in which what was closed has to be over.
    private static let lastMoment = Duration.milliseconds(500)
}
