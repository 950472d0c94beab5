/// Seconds since something began, by the clock of the machine, or in tests by a hand that moves as they say.
struct Stopwatch: Sendable {
    private let read: @Sendable () -> Double

    /// Begins now.
    init() {
        let began = ContinuousClock.now
        read = { (ContinuousClock.now - began) / .seconds(1) }
    }

    init(reading: @escaping @Sendable () -> Double) { read = reading }

    var seconds: Double { read() }
}

/// Until when work may go on: a moment, or somebody's stop. Every loop that takes long on a large week looks at it, and
/// leaves behind what it has by then, marked as unfinished.
struct Deadline: Sendable {
    private let check: (@Sendable () -> Bool)?

    /// Work that goes on to its end.
    static let never = Deadline(check: nil)

    private init(check: (@Sendable () -> Bool)?) { self.check = check }

    init(_ check: @escaping @Sendable () -> Bool) { self.init(check: check) }

    /// - Parameters:
    ///   - end: By the stopwatch, seconds; infinite where only a stop ends it.
    ///   - grace: Seconds that are left after a stop: for what a solve needs to have any plan.
    init(_ control: SolveControl, _ watch: Stopwatch, end: Double, grace: Double = 0) {
        self.init {
            if let since = control.secondsSinceStop, since >= grace { return true }
            return end < .infinity && watch.seconds >= end
        }
    }

    /// Whether nothing more should be begun.
    var isOver: Bool { check?() ?? false }
}
