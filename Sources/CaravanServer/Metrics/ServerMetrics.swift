import CaravanProtocol
import Metrics

/// What the daemon counts. Names and dimensions are listed in docs/operations.md.
final class ServerMetrics: Sendable {
    private let factory: any MetricsFactory
    private let openConnections: Meter
    private let connections: Counter
    private let received: Counter
    private let sent: Counter
    private let solveSeconds: Timer
    private let queued: Meter
    private let running: Meter
    private let weeks: Meter
    private let uptime: Meter
    private let memoryUsed: Meter
    private let memoryLimit: Meter
    private let memoryWaiting: Meter
    private let resident: Meter

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        openConnections = Meter(label: "caravan_connections_open", factory: factory)
        connections = Counter(label: "caravan_connections_total", factory: factory)
        received = Counter(label: "caravan_received_bytes_total", factory: factory)
        sent = Counter(label: "caravan_sent_bytes_total", factory: factory)
        solveSeconds = Timer(label: "caravan_solve_seconds", factory: factory)
        queued = Meter(label: "caravan_jobs_queued", factory: factory)
        running = Meter(label: "caravan_jobs_running", factory: factory)
        weeks = Meter(label: "caravan_weeks", factory: factory)
        uptime = Meter(label: "caravan_uptime_seconds", factory: factory)
        memoryUsed = Meter(label: "caravan_memory_used_bytes", factory: factory)
        memoryLimit = Meter(label: "caravan_memory_limit_bytes", factory: factory)
        memoryWaiting = Meter(label: "caravan_memory_waiting", factory: factory)
        resident = Meter(label: "caravan_resident_bytes", factory: factory)
    }

    func connectionOpened() {
        connections.increment()
        openConnections.increment()
    }

    func connectionClosed() { openConnections.decrement() }

    func refused(_ reason: String) {
        Counter(label: "caravan_connections_refused_total", dimensions: [("reason", reason)], factory: factory)
            .increment()
    }

    func received(bytes: Int) { received.increment(by: bytes) }

    func sent(bytes: Int) { sent.increment(by: bytes) }

    /// `verb` is one of the table, or `unknown`; `outcome` is `ok` or the code of the error.
    func command(_ verb: String, outcome: String, took duration: Duration) {
        Counter(
            label: "caravan_commands_total", dimensions: [("verb", verb), ("outcome", outcome)], factory: factory
        ).increment()
        Timer(label: "caravan_command_seconds", dimensions: [("verb", verb)], factory: factory)
            .recordSeconds(duration.seconds)
    }

    /// A job came (`queued`) or ended in a state.
    func jobs(_ state: String) {
        Counter(label: "caravan_jobs_total", dimensions: [("state", state)], factory: factory).increment()
    }

    func solveTime(_ seconds: Double) { solveSeconds.recordSeconds(seconds) }

    /// Sets the gauges of the memory that clients make the daemon hold, and of all that it holds.
    func memory(_ budgets: [MemoryBudget]) {
        memoryUsed.set(budgets.reduce(0) { $0 + $1.used })
        memoryLimit.set(budgets.reduce(0) { $0 + $1.limit })
        memoryWaiting.set(budgets.reduce(0) { $0 + $1.waiting })
        if let bytes = MachineMemory.resident { resident.set(bytes) }
    }

    /// Sets the gauges that are read off rather than counted.
    func gauges(queued: Int, running: Int, weeks: Int, uptime: Double) {
        self.queued.set(queued)
        self.running.set(running)
        self.weeks.set(weeks)
        self.uptime.set(uptime)
    }
}
