import GLPK

/// What an integer program may take.
enum ProgramBudget: Sendable {
    /// Seconds.
    case seconds(Double)
    /// Simplex iterations, where nothing may depend on the clock.
    case iterations(Int)

    /// Simplex iterations; 0 where seconds are counted.
    var iterations: Int { if case .iterations(let limit) = self { limit } else { 0 } }

    /// Limits of one linear program that takes all of it.
    var simplex: SimplexOptions {
        switch self {
        case .seconds(let limit): SimplexOptions(timeLimit: limit)
        case .iterations(let limit): SimplexOptions(iterationLimit: limit)
        }
    }
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
        case .seconds(let limit): ProgramBudget.seconds(limit / 2).simplex
        case .iterations(let limit): ProgramBudget.iterations(max(1, limit / 2)).simplex
        }
    }

    /// Branch and cut within what is left. Measured on weeks of 14 requests: proofs that most-fractional branching with all
    /// cuts leaves open after 60 s take one to five seconds this way.
    func branchAndCut(cutoff: Double) -> IntegerOptions {
        var options =
            switch budget {
            case .seconds(let limit): IntegerOptions(timeLimit: limit - secondsSpent, cutoff: cutoff)
            case .iterations(let limit):
                IntegerOptions(nodeLimit: limit, iterationLimit: max(1, limit - iterations), cutoff: cutoff)
            }
        options.branching = .driebeekTomlin
        options.cuts = .clique
        return options
    }
}

extension IntegerResult {
    /// Whether the program was searched to its end: the values are its best ones, or there are none below the cutoff.
    var isComplete: Bool {
        switch status {
        case .optimal, .infeasible, .noneBelowCutoff: true
        default: false
        }
    }
}
