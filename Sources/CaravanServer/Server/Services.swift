import CaravanStore
import Logging

/// Everything that handlers work with.
struct Services: Sendable {
    let configuration: ServerConfiguration
    /// Version of the program.
    let version: String
    let engine: Engine
    let store: Store
    let weeks: WeekCatalog
    let changes: ChangeQueue
    let standings: StandingCatalog
    let board: JobBoard
    let workers: Workers
    let metrics: ServerMetrics
    let collector: PrometheusCollector
    let startedAt: ContinuousClock.Instant
    let logger: Logger
}
