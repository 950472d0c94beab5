import CaravanProtocol
import CaravanStore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The daemon as a service: listens, answers, runs jobs, until it is told to shut down.
///
/// At a graceful shutdown it takes no more connections or jobs, stops running jobs and stores their best plans, answers
/// the clients that wait for them, closes the connections and the store, and removes its socket.
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
    private let engine: Engine
    private let collector: PrometheusCollector
    private let others: [any RequestListener]
    private let logger: Logger
    private let onStart: @Sendable (Endpoints) -> Void

    /// A server.
    /// - Parameters:
    ///   - configuration: what it is started with.
    ///   - engine: what solves its jobs.
    ///   - collector: what `METRICS` shows.
    ///   - others: listeners beside the Unix socket and the TCP listener.
    ///   - logger: where it logs.
    ///   - onStart: called once it listens.
    public init(
        _ configuration: ServerConfiguration, engine: Engine,
        collector: PrometheusCollector = PrometheusCollector(), others: [any RequestListener] = [], logger: Logger,
        onStart: @escaping @Sendable (Endpoints) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.engine = engine
        self.collector = collector
        self.others = others
        self.logger = logger
        self.onStart = onStart
    }

    /// Writes a consistent copy of a store into a new file; a daemon may be using the store meanwhile.
    /// - Returns: What was found out about the store.
    /// - Throws: `StoreError`.
    public static func backUp(storeAt source: String, to path: String) throws -> [StoreFinding] {
        try Store.backUp(storeAt: source, to: path)
    }

    /// Runs until shutdown.
    /// - Throws: `StoreError` or `ServerError` where it cannot start.
    public func run() async throws {
        try UnixSocketFile.makeWay(at: configuration.socket)
        let store = try Store(path: configuration.store, pageLimit: configuration.storeLimit.map { $0 * 256 })
        for finding in store.findings { logger.log(finding) }
        report(store.recovered)
        let watch = StoreWatch(over: store) { [logger] in logger.log($0) }
        let listeners = Listeners(configuration: configuration)
        let (unix, file) = try await listeners.unixSocket()
        defer { file.remove() }
        let tcp = try await listeners.tcp()
        let services = services(over: store)
        let host = ConnectionHost(services: services)
        let all = [unix] + (tcp.map { [$0] } ?? [])
        let others = try await start(others, CommandDesk(host, services))
        logger.notice(
            "listening",
            metadata: [
                "socket": "\(configuration.socket)", "tcp": "\(tcp?.channel.channel.localAddress?.description ?? "no")",
                "jobs": "\(configuration.jobs)", "threadsPerJob": "\(configuration.threadsPerJob)",
            ])
        let port = tcp?.channel.channel.localAddress?.port
        onStart(Endpoints(socket: configuration.socket, port: port, others: others.map(\.port)))
        await serve(all, others, host, services)
        services.workers.shutdown()
        watch.end()
        if let finding = try store.close() { logger.log(finding) }
        logger.notice("stopped")
    }

    private func start(_ listeners: [any RequestListener], _ desk: CommandDesk) async throws -> [RunningListener] {
        var running: [RunningListener] = []
        for listener in listeners {
            do { running.append(try await RunningListener(listener, desk)) } catch {
                for earlier in running { await earlier.end(after: .zero, logger) }
                throw error
            }
        }
        return running
    }

    private func services(over store: Store) -> Services {
        let metrics = ServerMetrics(collector)
        let workers = Workers(threads: min(4, max(2, configuration.cores)))
        let settings = JobBoard.Settings(
            slots: configuration.jobs, threadsPerJob: configuration.threadsPerJob,
            queueLimit: configuration.limits.queuedJobs)
        let merger = EditMerger(
            weeks: WeekCatalog(store: store, workers: workers), changes: ChangeQueue(), workers: workers)
        return Services(
            configuration: configuration, version: Self.version, engine: engine, store: store,
            weeks: merger.weeks, changes: merger.changes,
            standings: StandingCatalog(store: store, weeks: merger.weeks, workers: workers),
            board: JobBoard(
                store: store, engine: engine, merger: merger, settings: settings, metrics: metrics, logger: logger),
            workers: workers, metrics: metrics, collector: collector, startedAt: .now,
            logger: logger)
    }

    private func report(_ recovered: [JobRecord]) {
        for job in recovered {
            logger.warning(
                "job was interrupted by the end of an earlier daemon",
                metadata: ["job": "\(job.id)", "week": "\(job.week)", "version": "\(job.version ?? 0)"])
        }
    }

    /// Takes connections until shutdown, then winds everything down in order.
    private func serve(
        _ listeners: [Listener], _ others: [RunningListener], _ host: ConnectionHost, _ services: Services
    ) async {
        await withTaskGroup(of: Void.self) { group in
            for listener in listeners { group.addTask { await accept(from: listener, host) } }
            try? await gracefulShutdown()
            // A task of its own: where this one was cancelled rather than told, jobs still end in order.
            await Task.detached {
                await windDown(listeners, host, services)
                for other in others { await other.end(after: Self.farewell, logger) }
            }.value
            await group.waitForAll()
        }
    }

    private func accept(from listener: Listener, _ host: ConnectionHost) async {
        do {
            try await listener.channel.executeThenClose { clients in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await client in clients {
                        group.addTask { await host.serve(client, needsToken: listener.needsToken) }
                    }
                }
            }
        } catch {
            logger.error("a listener failed", metadata: ["error": "\(error)"])
        }
    }

    private func windDown(_ listeners: [Listener], _ host: ConnectionHost, _ services: Services) async {
        logger.notice("shutting down", metadata: ["connections": "\(host.count)"])
        for listener in listeners {
            await Accepting.stop(on: listener.channel.channel)
            listener.channel.channel.close(promise: nil)
        }
        await services.board.shutdown(grace: configuration.limits.grace)
        host.drain()
        let deadline = ContinuousClock.now + Self.farewell
        while host.count > 0, ContinuousClock.now < deadline { try? await Task.sleep(for: .milliseconds(20)) }
        host.closeAll()
    }

    /// Time that answers get to reach their clients at shutdown.
    private static let farewell = Duration.seconds(5)
}
