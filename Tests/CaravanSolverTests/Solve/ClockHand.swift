import Synchronization

@testable import CaravanSolver

/// The hand of a clock that stands until it is moved.
final class ClockHand: Sendable {
    private let seconds = Mutex(0.0)

    /// The clock.
    var watch: Stopwatch { Stopwatch { [self] in seconds.withLock { $0 } } }

    func move(to now: Double) { seconds.withLock { $0 = now } }
}
