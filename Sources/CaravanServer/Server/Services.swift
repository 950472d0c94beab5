import CaravanProtocol
import CaravanStore
import Logging

/// Everything that handlers work with.
struct Services: Sendable {
    let configuration: ServerConfiguration
    /// Version of the program.
    let version: String
    let engine: any Engine
    let store: any WeekStore
    let weeks: WeekCatalog
    let changes: ChangeQueue
    let standings: StandingCatalog
    let board: JobBoard
    let workers: Workers
    /// For the models of the weeks that are being solved.
    let models: MemoryBudget
    /// For what is made of bodies and stored texts: weeks, proposals, exports.
    let memory: MemoryBudget
    /// For bodies while they arrive and are read.
    let bodies: MemoryBudget
    let gate: TokenGate
    let metrics: ServerMetrics
    let collector: PrometheusCollector
    let startedAt: ContinuousClock.Instant
    let logger: Logger

    /// All memory that clients make the daemon hold.
    var budgets: [MemoryBudget] { [models, memory, bodies] }
}

extension Services {
    /// What a server works with over a store.
    init(
        _ configuration: ServerConfiguration, engine: any Engine, store: any WeekStore, collector: PrometheusCollector,
        logger: Logger
    ) {
        let metrics = ServerMetrics(collector)
        let limits = configuration.limits
        let models = MemoryBudget(limit: limits.modelMemory)
        let memory = MemoryBudget(limit: limits.memory - limits.modelMemory - limits.bodyMemory)
        let workers = Workers(threads: min(4, max(2, configuration.cores)))
        let settings = JobBoard.Settings(
            slots: configuration.jobs, threadsPerJob: configuration.threadsPerJob,
            memoryOfModel: configuration.memoryOfModel, queueLimit: limits.queuedJobs,
            proposalMemory: memory.limit / 4)
        let weeks = WeekCatalog(store: store, workers: workers, memory: memory)
        let changes = ChangeQueue()
        self.init(
            configuration: configuration, version: ProgramVersion.current, engine: engine, store: store,
            weeks: weeks, changes: changes, standings: StandingCatalog(store: store, weeks: weeks, workers: workers),
            board: JobBoard(
                store: store, engine: engine,
                merger: EditMerger(weeks: weeks, changes: changes, workers: workers), workers: workers,
                models: models, settings: settings, metrics: metrics, logger: logger),
            workers: workers, models: models, memory: memory, bodies: MemoryBudget(limit: limits.bodyMemory),
            gate: TokenGate(configuration.token, metrics: metrics, logger: logger), metrics: metrics,
            collector: collector, startedAt: .now, logger: logger)
    }
}
