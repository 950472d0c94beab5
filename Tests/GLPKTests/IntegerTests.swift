import Testing

@testable import GLPK

@Suite struct IntegerTests {
    @Test("random integer programs reach the optimum found by enumeration, in every setting")
    func enumeration() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("integer enumeration: seed \(seed)")
        try GLPK.run { environment in
            var random = Seeded(seed)
            for round in 0..<250 {
                let program = Samples.random(columns: 7, rows: 4, continuous: 0, using: &random)
                let optimum = Samples.bruteForce(program)
                let problem = try environment.problem(program)
                for presolve in [true, false] {
                    var options = IntegerOptions(presolve: presolve)
                    options.cuts = [.auto, [], .gomory, .rounding, .clique].randomElement(using: &random) ?? .auto
                    let result = try problem.integer(options)
                    expect(result, optimum: optimum, program, "round \(round), presolve \(presolve)")
                    try expectCutoffs(problem, options, optimum: optimum)
                }
            }
        }
    }

    private func expect(_ result: IntegerResult, optimum: Double?, _ program: LinearProgram, _ note: Comment) {
        guard let optimum else {
            #expect(result.status == .infeasible && result.values == nil && result.bound == .infinity, note)
            return
        }
        #expect(result.status == .optimal, note)
        #expect(abs((result.objective ?? .nan) - optimum) < 1e-6, note)
        #expect(abs(result.bound - optimum) < 1e-6, note)
        #expect(program.violation(of: result.values ?? []) < 1e-6, note)
        #expect(result.rootRelaxation <= optimum + 1e-6, note)
    }

    private func expectCutoffs(_ problem: Problem, _ options: IntegerOptions, optimum: Double?) throws {
        for offset in [-3.5, 0, 0.125, 4] {
            var options = options
            options.cutoff = (optimum ?? 0) + offset
            let result = try problem.integer(options)
            if let optimum, offset > 0 {
                #expect(result.status == .optimal)
                #expect(abs((result.objective ?? .nan) - optimum) < 1e-6)
            } else {
                #expect(result.values == nil)
                #expect(result.status == .noneBelowCutoff || (optimum == nil && result.status == .infeasible))
                #expect(result.bound >= options.cutoff - 1e-6)
            }
        }
    }

    @Test("mixed programs agree with and without presolve, and with the relaxation of the fixed integers")
    func mixed() throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        print("mixed programs: seed \(seed)")
        try GLPK.run { environment in
            var random = Seeded(seed)
            for _ in 0..<200 {
                let program = Samples.random(columns: 9, rows: 6, continuous: 4, using: &random)
                let problem = try environment.problem(program)
                let (with, without) = (try problem.integer(), try problem.integer(.init(presolve: false)))
                #expect(with.status == without.status)
                guard let objective = with.objective, let other = without.objective else { continue }
                #expect(abs(objective - other) < 1e-6)
                #expect(program.violation(of: with.values ?? []) < 1e-6)
                let cut = try problem.integer(.init(cutoff: objective + 0.3))
                #expect(abs((cut.objective ?? .nan) - objective) < 1e-6)
            }
        }
    }

    @Test("a start is the result when nothing better exists, and a cutoff until then")
    func starts() throws {
        let program = Samples.knapsacks(items: 20, rows: 4, seed: 5)
        try GLPK.run { environment in
            let problem = try environment.problem(program)
            let best = try problem.integer()
            let values = try #require(best.values)
            for presolve in [true, false] {
                let again = try problem.integer(.init(presolve: presolve), start: values)
                #expect(again.status == .optimal && again.isStart && again.values == values)
                #expect(again.objective == best.objective && again.bound == best.objective)
                let empty = [Double](repeating: 0, count: 20)
                let improved = try problem.integer(.init(presolve: presolve), start: empty)
                #expect(improved.status == .optimal && !improved.isStart && improved.objective == best.objective)
                let stopped = try problem.integer(.init(timeLimit: 0, presolve: presolve), start: empty)
                #expect(stopped.status == .feasible && stopped.isStart && stopped.objective == 0)
                #expect(stopped.bound == -.infinity)
                let below = try problem.integer(
                    .init(cutoff: (best.objective ?? 0) - 1, presolve: presolve), start: values)
                #expect(below.status == .noneBelowCutoff && below.values == nil)
            }
        }
    }

    @Test("an infeasible start is refused by name of what it breaks")
    func badStart() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.knapsacks(items: 10, rows: 2, seed: 6))
            let error = #expect(throws: GLPKError.self) {
                try problem.integer(start: [Double](repeating: 1, count: 10))
            }
            #expect(error?.code == .infeasibleStart && error?.message.contains("row") == true)
            for start in [[], [Double](repeating: 0.5, count: 10), [Double](repeating: .nan, count: 10)] {
                #expect(throws: GLPKError(.infeasibleStart, "")) { try problem.integer(start: start) }
            }
            try #expect(problem.integer().status == .optimal)
        }
    }

    @Test("incumbents improve, are feasible, and come with bounds that hold", arguments: [true, false])
    func incumbents(presolve: Bool) throws {
        let program = Samples.knapsacks(items: 30, rows: 5, seed: 7)
        try GLPK.run { environment in
            var seen: [Incumbent] = []
            let problem = try environment.problem(program)
            let result = try problem.integer(.init(presolve: presolve)) { seen.append($0) }
            let optimum = try #require(result.objective)
            #expect(result.status == .optimal && !seen.isEmpty)
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.objective > $1.objective })
            try #expect(abs(#require(seen.last).objective - optimum) < 1e-6)
            for incumbent in seen {
                #expect(program.violation(of: incumbent.values) < 1e-6)
                #expect(abs(program.objective(of: incumbent.values) - incumbent.objective) < 1e-6)
                #expect(incumbent.bound <= optimum + 1e-6)
            }
        }
    }

    @Test("node limit and gap end the search with a bound that holds", arguments: [true, false])
    func limits(presolve: Bool) throws {
        let program = Samples.knapsacks(items: 40, rows: 5, seed: 8)
        try GLPK.run { environment in
            let problem = try environment.problem(program)
            let optimum = try #require(problem.integer(.init(relativeGap: 0.0005)).objective)
            let few = try problem.integer(.init(nodeLimit: 20, presolve: presolve))
            #expect(few.status == .feasible || few.status == .noSolution)
            #expect(few.nodes == 20 && few.bound > -.infinity && few.bound <= optimum * 0.999)
            let rough = try problem.integer(.init(relativeGap: 0.02, presolve: presolve))
            #expect(rough.status == .optimal && rough.gap <= 0.02 + 1e-9)
            #expect(rough.bound <= optimum + 1e-6)
            #expect(rough.nodes < 100_000)
        }
    }

    @Test("an iteration limit ends the search at the same place each time", arguments: [true, false])
    func iterationLimit(presolve: Bool) throws {
        let program = Samples.knapsacks(items: 40, rows: 5, seed: 8)
        try GLPK.run { environment in
            let results = try (0..<2).map { _ in
                try environment.problem(program).integer(.init(iterationLimit: 300, presolve: presolve))
            }
            #expect(results[0].iterations >= 300 && results[0].iterations < 600)
            #expect(results[0].iterations == results[1].iterations && results[0].nodes == results[1].nodes)
            #expect(results[0].values == results[1].values && results[0].bound == results[1].bound)
            let none = try environment.problem(program).integer(.init(iterationLimit: 1, presolve: presolve))
            #expect(none.status == .noSolution && none.bound == -.infinity)
        }
    }

    @Test("the problem keeps its basis, bounds and LP solution through an integer solve")
    func untouched() throws {
        let program = Samples.knapsacks(items: 25, rows: 4, seed: 9)
        try GLPK.run { environment in
            let problem = try environment.problem(program)
            let before = try problem.simplex()
            let (values, basis) = (try problem.primalValues(), try problem.basis())
            for presolve in [true, false] {
                _ = try problem.integer(.init(cutoff: -1, presolve: presolve))
                let kept = try problem.primalValues()
                #expect(zip(kept, values).allSatisfy { abs($0 - $1) < 1e-9 })
                try #expect(problem.basis() == basis)
                let after = try problem.simplex()
                #expect(after.iterations == 0 && abs(after.objective - before.objective) < 1e-9)
            }
            #expect(problem.columnCount == 25)
        }
    }

    @Test("the log of a solve is captured and bounded")
    func logs() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(Samples.knapsacks(items: 15, rows: 3, seed: 10))
            let result = try problem.integer()
            #expect(result.log.contains("INTEGER OPTIMAL SOLUTION FOUND"))
            _ = try problem.simplex()
            #expect(problem.log.contains("OPTIMAL LP SOLUTION FOUND") && !problem.log.contains("INTEGER"))
            #expect(problem.log.utf8.count <= 64 * 1024)
        }
    }
}
