import GLPK

/// What an integer program may take.
enum ProgramBudget: Sendable {
    /// Seconds.
    case seconds(Double)
    /// Simplex iterations, where nothing may depend on the clock.
    case iterations(Int)
}

/// How much of a budget an integer program has used.
struct ProgramMeter {
    private let budget: ProgramBudget
    private let began = ContinuousClock.now
    /// Simplex iterations so far.
    private(set) var iterations = 0
    /// What a relaxation counts at least: building it takes time, too.
    private static let leastCount = 40

    init(_ budget: ProgramBudget) { self.budget = budget }

    /// Counts what a relaxation or a search took.
    mutating func count(_ iterations: Int) { self.iterations += max(iterations, Self.leastCount) }

    private var secondsSpent: Double { (ContinuousClock.now - began) / .seconds(1) }

    /// Whether nothing is left.
    var isSpent: Bool {
        switch budget {
        case .seconds(let limit): secondsSpent >= limit
        case .iterations(let limit): iterations >= limit
        }
    }

    /// How much of the budget is used.
    var share: Double {
        switch budget {
        case .seconds(let limit): secondsSpent / max(limit, 1e-3)
        case .iterations(let limit): Double(iterations) / Double(max(1, limit))
        }
    }

    /// Limits of one relaxation: half of the budget.
    var relaxation: SimplexOptions {
        switch budget {
        case .seconds(let limit): SimplexOptions(timeLimit: limit / 2)
        case .iterations(let limit): SimplexOptions(iterationLimit: max(1, limit / 2))
        }
    }

    /// Limits of a search: what is left.
    func search(cutoff: Double) -> IntegerOptions {
        switch budget {
        case .seconds(let limit): IntegerOptions(timeLimit: limit - secondsSpent, cutoff: cutoff)
        case .iterations(let limit):
            IntegerOptions(nodeLimit: limit, iterationLimit: max(1, limit - iterations), cutoff: cutoff)
        }
    }
}
