import GLPK

/// What a turn may still take: seconds by the clock, or steps, reckoned in the microseconds that they take about (`StepCosts`),
/// so that nothing hangs on the clock.
struct Budget: Sendable {
    private enum Measure: Sendable {
        case clock(SolveClock, end: Double)
        case steps(left: Double)
    }

    private var measure: Measure
    /// Seconds, or microseconds, of one program of several: at most this long passes until what others found is taken up.
    private let slice: Double

    /// Some seconds from now.
    static func seconds(_ seconds: Double, of clock: SolveClock, slice: Double) -> Budget {
        Budget(measure: .clock(clock, end: clock.seconds + seconds), slice: slice)
    }

    /// Steps of so many microseconds.
    static func steps(_ microseconds: Double, slice: Double = .infinity) -> Budget {
        Budget(measure: .steps(left: microseconds), slice: slice)
    }

    /// Whether nothing is left.
    var isSpent: Bool {
        switch measure {
        case .clock(let clock, let end): clock.seconds >= end
        case .steps(let left): left <= 0
        }
    }

    /// Counts steps; time passes by itself.
    mutating func spend(_ microseconds: Double) {
        if case .steps(let left) = measure { measure = .steps(left: left - microseconds) }
    }

    /// What one program of several may take. By the clock it may be begun at the end of a turn: what it learns is not lost.
    func slice(columns: Int) -> ProgramBudget {
        switch measure {
        case .clock(let clock, _): .seconds(min(slice, clock.secondsLeft))
        case .steps(let left): .iterations(StepCosts.pivots(in: min(slice, left), columns: columns))
        }
    }

    /// What a program may take that nothing comes after.
    func rest(columns: Int) -> ProgramBudget {
        switch measure {
        case .clock(let clock, let end): .seconds(max(0, min(end - clock.seconds, clock.secondsLeft)))
        case .steps(let left): .iterations(StepCosts.pivots(in: left, columns: columns))
        }
    }
}
