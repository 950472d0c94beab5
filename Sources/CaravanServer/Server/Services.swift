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
    let board: JobBoard
    let workers: Workers
    /// One thread for studies that solve and store nothing, so that they follow each other.
    let studies: Workers
    let metrics: ServerMetrics
    let collector: PrometheusCollector
    let startedAt: ContinuousClock.Instant
    let logger: Logger
}
