import Synchronization

/// Lets so many lines of one kind into the log at once, and one more at intervals, so that nobody outside can fill the disk.
final class LogThrottle: Sendable {
    private struct State {
        var allowance: Double
        var counted = ContinuousClock.now
        var suppressed = 0
    }

    private let burst: Double
    private let interval: Duration
    private let state: Mutex<State>

    init(burst: Int = 5, every interval: Duration = .seconds(10)) {
        self.burst = Double(burst)
        self.interval = interval
        state = Mutex(State(allowance: Double(burst)))
    }

    /// Asks for a line.
    /// - Returns: how many lines were left out since the last one; nil where this one is to be left out too.
    func pass(now: ContinuousClock.Instant = .now) -> Int? {
        state.withLock { state in
            let gained = state.counted.duration(to: now).seconds / interval.seconds
            state.allowance = min(burst, state.allowance + max(0, gained))
            state.counted = now
            guard state.allowance >= 1 else {
                state.suppressed += 1
                return nil
            }
            state.allowance -= 1
            defer { state.suppressed = 0 }
            return state.suppressed
        }
    }
}
