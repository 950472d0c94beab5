import Testing

@testable import GLPK

/// Every failure is really provoked: those that checks would catch first are handed to GLPK past the checks.
@Suite struct FailureTests {
    /// One way to make GLPK give up, and what it must come back as.
    enum Fault: CaseIterable {
        case badIndex, duplicate, assertion, longName, memory

        /// Needs more than 4 MB.
        static let large = Samples.covering(sets: 6000, rows: 3000, cover: 20, seed: 1)

        var code: GLPKError.Code {
            switch self {
            case .badIndex, .duplicate: .badIndex
            case .assertion: .assertion
            case .longName: .internal
            case .memory: .memoryLimit
            }
        }

        /// Puts the fault to GLPK; throws what comes back.
        func provoke(in environment: Environment) throws {
            let problem = try environment.problem(Samples.wyndor())
            switch self {
            case .badIndex: try problem.setBoundsUnchecked(column: 99, kind: 4, lower: 0, upper: 1)
            case .duplicate: try problem.addUnchecked([Column(cost: 1, rows: [0, 0], values: [1, 2])])
            case .assertion:
                _ = try problem.simplex()
                try problem.setBoundsUnchecked(column: 0, kind: 4, lower: .nan, upper: .nan)
                _ = try problem.simplex()
            case .longName: try problem.setName(String(repeating: "n", count: 300), isRow: false, index: 0)
            case .memory: _ = try environment.problem(Fault.large)
            }
        }
    }

    @Test("every failure of GLPK is an error, and the next solve in the same run is right", arguments: Fault.allCases)
    func recovers(fault: Fault) throws {
        try GLPK.run(memoryLimitMB: 4) { environment in
            let old = try environment.problem(Samples.wyndor())
            try #expect(old.simplex().status == .optimal)
            let error = #expect(throws: GLPKError.self) { try fault.provoke(in: environment) }
            #expect(error?.code == fault.code && error?.message.isEmpty == false)
            #expect(!old.isAlive && environment.failures == 1)
            try FailureTests.expectDead(old)
            try FailureTests.expectSound(environment)
        }
    }

    static func expectDead(_ problem: Problem) throws {
        let dead = GLPKError(.deadProblem, "")
        #expect(throws: dead) { try problem.simplex() }
        #expect(throws: dead) { try problem.integer() }
        #expect(throws: dead) { try problem.primalValues() }
        #expect(throws: dead) { try problem.basis() }
        #expect(throws: dead) { try problem.setCost(1, column: 0) }
        #expect(throws: dead) { try problem.addColumns([Column(cost: 1, rows: [], values: [])]) }
        #expect(throws: dead) { try problem.addRows([Row(columns: [], values: [])]) }
        #expect(throws: dead) { try problem.deleteRows([0]) }
        #expect(throws: dead) { try problem.setBounds(row: 0, lower: 0, upper: 1) }
    }

    static func expectSound(_ environment: Environment) throws {
        let problem = try environment.problem(Samples.wyndor())
        try #expect(abs(problem.simplex().objective + 36) < 1e-9)
        try #expect(problem.integer().status == .optimal)
        #expect(problem.isAlive)
    }

    @Test("failures on several threads at once leave each other and themselves sound")
    func concurrent() async throws {
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<6 {
                group.addTask {
                    await onThread {
                        for round in 0..<12 {
                            let fault = Fault.allCases[(worker + round) % Fault.allCases.count]
                            try? GLPK.run(memoryLimitMB: 4) { environment in
                                #expect(throws: GLPKError(fault.code, "")) {
                                    try fault.provoke(in: environment)
                                }
                                try FailureTests.expectSound(environment)
                                let best = try environment.problem(Samples.knapsacks(items: 15, rows: 3, seed: 2))
                                    .integer()
                                #expect(best.status == .optimal)
                                #expect(best.objective == FailureTests.knapsackOptimum)
                            }
                        }
                    }
                }
            }
        }
    }

    static let knapsackOptimum: Double? = {
        let program = Samples.knapsacks(items: 15, rows: 3, seed: 2)
        return Samples.bruteForce(program)
    }()

    @Test("the memory limit strikes during simplex and branch and bound too, not only while building")
    func memoryWhileSolving() throws {
        let program = Samples.knapsacks(items: 60, rows: 30, seed: 12)
        let needed = try GLPK.run { environment in
            let problem = try environment.problem(program)
            _ = try problem.simplex()
            return environment.memory.peak
        }
        #expect(needed > 0)
        try GLPK.run(memoryLimitMB: 1) { environment in
            let problem = try environment.problem(program)
            #expect(throws: GLPKError(.memoryLimit, "")) { try problem.integer(.init(presolve: false)) }
            #expect(environment.memory.peak <= 1 << 20)
            try FailureTests.expectSound(environment)
        }
    }

    @Test("a singular basis is repaired by default and an error on request, and neither costs the problem")
    func singular() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.dependent())
            let singular = Basis(columns: [.basic, .basic], rows: [.atLower, .atLower])
            var options = SimplexOptions()
            options.repairs = false
            try problem.setBasis(singular)
            #expect(throws: GLPKError(.singular, "")) { try problem.simplex(options) }
            try problem.setBasis(singular)
            let result = try problem.simplex()
            #expect(result.status == .optimal && result.objective == 2 && result.attempts == 2)
            try problem.setBasis(Basis(columns: [.basic, .atLower], rows: [.atLower, .atLower]))
            #expect(throws: GLPKError(.singular, "")) { try problem.simplex(options) }
            try #expect(problem.simplex().objective == 2)
            #expect(environment.failures == 0)
        }
    }

    @Test("bad data is refused before GLPK sees it, named, and changes nothing")
    func badInput() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            let bad: [(GLPKError.Code, @Sendable (Problem) throws -> Void)] = [
                (.badInput, { try $0.setCost(.nan, column: 0) }),
                (.badInput, { try $0.setCost(.infinity, column: 0) }),
                (.badIndex, { try $0.setCost(1, column: 2) }),
                (.badIndex, { try $0.setCost(1, column: -1) }),
                (.badInput, { try $0.setCosts([1], columns: [0, 1]) }),
                (.badInput, { try $0.setBounds(column: 0, lower: 2, upper: 1) }),
                (.badInput, { try $0.setBounds(column: 0, lower: .nan, upper: 1) }),
                (.badInput, { try $0.setBounds(row: 0, lower: .infinity, upper: .infinity) }),
                (.badIndex, { try $0.setBounds(row: 3, lower: 0, upper: 1) }),
                (.badIndex, { try $0.deleteRows([0, 0]) }),
                (.badIndex, { try $0.deleteRows([7]) }),
                (.badIndex, { try $0.deleteColumns([-1]) }),
                (.badInput, { try $0.addColumns([Column(cost: .nan, rows: [], values: [])]) }),
                (.badInput, { try $0.addColumns([Column(cost: 1, rows: [0], values: [])]) }),
                (.badIndex, { try $0.addColumns([Column(cost: 1, rows: [3], values: [1])]) }),
                (.badIndex, { try $0.addColumns([Column(cost: 1, rows: [1, 1], values: [1, 1])]) }),
                (.badInput, { try $0.addRows([Row(columns: [0], values: [.nan])]) }),
                (.badIndex, { try $0.addRows([Row(columns: [-1], values: [1])]) }),
                (.badInput, { try $0.setBasis(Basis(columns: [], rows: [])) }),
            ]
            for (code, change) in bad {
                #expect(throws: GLPKError(code, "")) { try change(problem) }
            }
            #expect(problem.rowCount == 3 && problem.columnCount == 2 && environment.failures == 0)
            try #expect(abs(problem.simplex().objective + 36) < 1e-9)
        }
    }

    @Test("a faulty program is refused as a whole, with the place of its first fault")
    func badProgram() throws {
        let faults: [(String, @Sendable (inout LinearProgram) -> Void)] = [
            ("cost of column 2", { $0.addColumn(cost: .nan) }),
            ("column 2", { $0.addColumn(cost: 1, lower: 3, upper: 2) }),
            ("integer column 2", { $0.addColumn(cost: 1, lower: 0.2, upper: 0.8, isInteger: true) }),
            ("row 3", { $0.addRow(columns: [5], values: [1]) }),
            ("row 3", { $0.addRow(columns: [0, 0], values: [1, 1]) }),
            ("row 3", { $0.addRow(columns: [0, 1], values: [1]) }),
            ("row 3", { $0.addRow(columns: [0], values: [1, 1]) }),
            ("row 3", { $0.addRow(columns: [0], values: [.infinity]) }),
            ("constant", { $0.constant = .nan }),
            ("column 2", { $0.addColumn(cost: 1, name: String(repeating: "x", count: 256)) }),
            ("column 2", { $0.addColumn(cost: 1, name: "a\nb") }),
        ]
        try GLPK.run { environment in
            for (place, spoil) in faults {
                var program = Samples.wyndor()
                spoil(&program)
                let error = #expect(throws: GLPKError.self) { _ = try environment.problem(program) }
                #expect(error?.message.contains(place) == true)
            }
            #expect(environment.failures == 0)
        }
        #expect(throws: GLPKError(.badInput, "")) { try GLPK.run(memoryLimitMB: 0) { _ in } }
    }

    @Test("a call from inside the incumbent callback is refused and the solve goes on")
    func callback() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.knapsacks(items: 15, rows: 3, seed: 2))
            var refused = 0
            let result = try problem.integer { _ in
                #expect(throws: GLPKError(.busy, "")) { try problem.simplex() }
                #expect(throws: GLPKError(.busy, "")) { _ = try environment.problem(Samples.wyndor()) }
                #expect(throws: GLPKError(.busy, "")) { try problem.setCost(1, column: 0) }
                refused += 1
            }
            #expect(refused > 0 && result.status == .optimal)
            #expect(result.objective == FailureTests.knapsackOptimum)
        }
    }

    @Test("an environment and a problem that escape their run only throw")
    func escape() throws {
        let box = Box()
        try GLPK.run { environment in
            box.environment = environment
            box.problem = try environment.problem(Samples.wyndor())
        }
        let problem = try #require(box.problem)
        #expect(throws: GLPKError(.wrongThread, "")) { try problem.simplex() }
        #expect(throws: GLPKError(.wrongThread, "")) { _ = try box.environment?.problem(Samples.wyndor()) }
        #expect(!problem.isAlive)
        try GLPK.run { environment in
            // Inside another run they are no better, and do that run no harm.
            #expect(throws: GLPKError(.wrongThread, "")) { try box.problem?.simplex() }
            box.problem = nil
            box.environment = nil
            try FailureTests.expectSound(environment)
        }
    }

    /// Carries what must not be carried; unchecked because the test passes it on only after the run's end.
    private final class Box: @unchecked Sendable {
        var environment: Environment?
        var problem: Problem?
    }

    @Test("the body's own error comes through, and a run inside a run has its own environment")
    func nesting() throws {
        struct Own: Error {}
        #expect(throws: Own.self) { try GLPK.run { _ in throw Own() } }
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.wyndor())
            try GLPK.run { inner in
                #expect(throws: GLPKError(.assertion, "")) { try Fault.assertion.provoke(in: inner) }
            }
            try #expect(abs(problem.simplex().objective + 36) < 1e-9)
        }
    }
}
