import Synchronization

/// The time of a solve: how much there is, and how much of it is left to the workers.
final class SolveClock: Sendable {
    private let watch: Stopwatch
    private let limit: Double
    private let parameters: TurnParameters
    /// Seconds that writing a plan out and checking it took last.
    private let writing = Mutex(0.0)

    /// - Parameter limit: Seconds; infinite where steps are counted.
    init(_ watch: Stopwatch, limit: Double, _ parameters: TurnParameters) {
        (self.watch, self.limit, self.parameters) = (watch, limit, parameters)
    }

    /// Seconds since the solve began.
    var seconds: Double { watch.seconds }
    /// Seconds that are left to the workers.
    var secondsLeft: Double { max(0, end - seconds) }
    /// Whether they should end. One that has no end is never looked at: what is counted must not hang on it.
    var isOver: Bool { limit < .infinity && seconds >= end }

    /// When the workers end: before the limit by what it takes to write the plan out and to check it, which whoever asked
    /// for it does once more.
    private var end: Double {
        limit - min(parameters.writings * writing.withLock { $0 }, parameters.mostWriting * limit)
    }

    /// Does some writing, and learns how long it takes.
    func timingWriting<Value>(_ write: () throws(SolveError) -> Value) throws(SolveError) -> Value {
        let before = seconds
        let value = try write()
        let took = seconds - before
        writing.withLock { $0 = took }
        return value
    }
}
