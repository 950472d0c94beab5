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
    /// That of the work at hand, for what is not handed one.
    @TaskLocal static var current = Deadline.never

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

extension SolveControl {
    /// Does work on this thread that ends soon after a stop, with an error or with less than all.
    public func governing<Value>(_ work: () throws -> Value) rethrows -> Value {
        try Deadline.$current.withValue(Deadline(self, Stopwatch(), end: .infinity), operation: work)
    }
}
