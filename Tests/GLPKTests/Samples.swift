@testable import GLPK

/// A generator of the same numbers for the same seed (SplitMix64, Steele et al. 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum Samples {
    /// min −3x − 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: optimum −36 at (2, 6), duals 0, −1.5, −1 (Hillier and Lieberman's
    /// Wyndor Glass).
    static func wyndor() -> LinearProgram {
        var program = LinearProgram()
        program.addColumn(cost: -3)
        program.addColumn(cost: -5)
        program.addRow(upper: 4, columns: [0], values: [1])
        program.addRow(upper: 12, columns: [1], values: [2])
        program.addRow(upper: 18, columns: [0, 1], values: [3, 2])
        return program
    }

    /// Two rows of x and y that are multiples of each other: a basis of both columns is singular.
    static func dependent() -> LinearProgram {
        var program = LinearProgram()
        program.addColumn(cost: 1, upper: 10)
        program.addColumn(cost: 1, upper: 10)
        program.addRow(lower: 2, columns: [0, 1], values: [1, 1])
        program.addRow(lower: 4, columns: [0, 1], values: [2, 2])
        return program
    }

    /// A small random integer program with box 0...3, mixed rows and some integer, some fractional costs.
    static func random(columns: Int, rows: Int, continuous: Int, using random: inout Seeded) -> LinearProgram {
        var program = LinearProgram()
        program.constant = Double(Int.random(in: -20...20, using: &random))
        let fractional = Bool.random(using: &random)
        for column in 0..<columns {
            let cost = Double(Int.random(in: -9...9, using: &random)) + (fractional ? 0.25 : 0)
            let lower = Double(Int.random(in: -1...1, using: &random))
            let width = Double(Int.random(in: 0...2, using: &random))
            program.addColumn(cost: cost, lower: lower, upper: lower + width, isInteger: column >= continuous)
        }
        for _ in 0..<rows {
            let chosen = (0..<columns).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
            let values = chosen.map { _ in Double(Int.random(in: -5...5, using: &random)) }
            let side = Double(Int.random(in: -3...6, using: &random))
            let indices = chosen.map { Int32($0) }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: program.addRow(lower: -side, columns: indices, values: values)
            case 1: program.addRow(lower: side - 4, upper: side, columns: indices, values: values)
            default: program.addRow(upper: side, columns: indices, values: values)
            }
        }
        return program
    }

    /// Set covering with random costs: `rows` elements, each in `cover` random sets. Hard for its size.
    static func covering(sets: Int, rows: Int, cover: Int, seed: UInt64) -> LinearProgram {
        var random = Seeded(seed)
        var program = LinearProgram()
        program.reserve(columns: sets, rows: rows, entries: rows * cover)
        for _ in 0..<sets {
            program.addColumn(cost: Double(Int.random(in: 50...150, using: &random)), upper: 1, isInteger: true)
        }
        for _ in 0..<rows {
            var chosen = Set<Int32>()
            while chosen.count < cover { chosen.insert(Int32.random(in: 0..<Int32(sets), using: &random)) }
            program.addRow(lower: 1, columns: chosen.sorted(), values: [Double](repeating: 1, count: cover))
        }
        return program
    }

    /// Several knapsacks over the same items with random profits, to be maximised: many nodes, soon a solution.
    static func knapsacks(items: Int, rows: Int, seed: UInt64) -> LinearProgram {
        var random = Seeded(seed)
        var program = LinearProgram()
        for _ in 0..<items {
            program.addColumn(cost: -Double(Int.random(in: 100...300, using: &random)), upper: 1, isInteger: true)
        }
        for _ in 0..<rows {
            let weights = (0..<items).map { _ in Double(Int.random(in: 10...90, using: &random)) }
            program.addRow(upper: weights.reduce(0, +) / 2, columns: Array(0..<Int32(items)), values: weights)
        }
        return program
    }

    /// Least objective over all integer points of a problem without continuous columns; nil when none is feasible.
    static func bruteForce(_ program: LinearProgram) -> Double? {
        var best: Double?
        var point = program.lowerBounds
        while true {
            if program.violation(of: point) < 1e-9 {
                best = min(best ?? .infinity, program.objective(of: point))
            }
            var column = 0
            while column < point.count, point[column] == program.upperBounds[column] {
                point[column] = program.lowerBounds[column]
                column += 1
            }
            if column == point.count { return best }
            point[column] += 1
        }
    }
}
