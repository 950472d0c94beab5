import Testing

@testable import GLPK

@Suite struct StoppingTests {
    /// A relaxation that takes GLPK many seconds, so that whatever ends it early is a stop.
    static let longRelaxation = Samples.covering(sets: 6000, rows: 3000, cover: 40, seed: 21)
    /// A search that takes far longer than any test, with solutions soon.
    static let longSearch = Samples.knapsacks(items: 120, rows: 20, seed: 22)

    @Test("a long relaxation is cancelled from another thread, and the environment lives on", .timeLimit(.minutes(2)))
    func cancelRelaxation() async throws {
        let cancellation = Cancellation()
        let canceller = Task {
            try await Task.sleep(for: .milliseconds(300))
            cancellation.cancel()
        }
        let outcome = await onThread {
            Result {
                try GLPK.run(cancellation: cancellation) { environment in
                    let problem = try environment.problem(StoppingTests.longRelaxation)
                    let stopped = try problem.simplex()
                    let again = try problem.simplex()
                    environment.cancellation = nil
                    try FailureTests.expectSound(environment)
                    return (stopped.status, again.status, again.iterations, environment.failures, problem.isAlive)
                }
            }
        }
        try await canceller.value
        let (first, second, iterations, failures, alive) = try outcome.get()
        #expect(first == .cancelled && second == .cancelled && iterations == 0)
        #expect(failures == 0 && alive)
    }

    @Test(
        "the root relaxation of an integer solve is cancelled too", .timeLimit(.minutes(2)), arguments: [true, false])
    func cancelRoot(presolve: Bool) async throws {
        let cancellation = Cancellation()
        let canceller = Task {
            try await Task.sleep(for: .milliseconds(500))
            cancellation.cancel()
        }
        let outcome = await onThread {
            Result {
                try GLPK.run(cancellation: cancellation) { environment in
                    let problem = try environment.problem(StoppingTests.longRelaxation)
                    let result = try problem.integer(.init(presolve: presolve))
                    return (result.status, result.bound, result.nodes)
                }
            }
        }
        try await canceller.value
        let (status, bound, nodes) = try outcome.get()
        #expect(status == .cancelled && bound == -.infinity && nodes == 0)
    }

    @Test("a cancelled search hands back its incumbent and a bound that holds", arguments: [true, false])
    func cancelSearch(presolve: Bool) throws {
        let cancellation = Cancellation()
        let program = StoppingTests.longSearch
        let result = try GLPK.run(cancellation: cancellation) { environment in
            try environment.problem(program).integer(.init(presolve: presolve)) { _ in cancellation.cancel() }
        }
        #expect(result.status == .cancelled)
        #expect(program.violation(of: result.values ?? []) < 1e-6)
        #expect(result.bound < (result.objective ?? -.infinity) && result.bound > -.infinity)
        #expect(result.bound <= result.rootRelaxation + 1000 && result.bound >= result.rootRelaxation - 1e-6)
    }

    @Test("a flag raised beforehand stops every solve before it begins")
    func raisedBefore() throws {
        let cancellation = Cancellation()
        #expect(!cancellation.isCancelled)
        cancellation.cancel()
        cancellation.cancel()
        #expect(cancellation.isCancelled)
        try GLPK.run(cancellation: cancellation) { environment in
            let problem = try environment.problem(Samples.wyndor())
            try #expect(problem.simplex().status == .cancelled)
            try #expect(problem.integer().status == .cancelled)
            try #expect(problem.integer(start: [2, 6]).objective == -36)
        }
    }

    @Test("time limit and deadline end solves as a status and keep the basis", .timeLimit(.minutes(2)))
    func timeLimits() throws {
        try GLPK.run { environment in
            let problem = try environment.problem(StoppingTests.longRelaxation)
            var total = 0
            for _ in 0..<500 where total == 0 {
                let slice = try problem.simplex(.init(timeLimit: 0.1))
                #expect(slice.status == .timeLimit)
                total += slice.iterations
            }
            #expect(total > 0)
            let next = try problem.simplex(.init(deadline: .now + .milliseconds(200)))
            #expect(next.status == .timeLimit)
            try #expect(problem.simplex(.init(timeLimit: 0)).iterations == 0)
            try #expect(problem.simplex(.init(timeLimit: 50, deadline: .now - .seconds(1))).status == .timeLimit)
            let start = [Double](repeating: 0, count: StoppingTests.longSearch.columnCount)
            let search = try environment.problem(StoppingTests.longSearch).integer(.init(timeLimit: 0.5), start: start)
            #expect(search.status == .feasible && search.gap > 0)
            #expect(environment.failures == 0)
        }
    }

    @Test("a solve left by force is a stop like any other, and costs the environment", .timeLimit(.minutes(2)))
    func forceRelaxation() throws {
        try GLPK.run { environment in
            environment.graceMilliseconds = 0
            let problem = try environment.problem(StoppingTests.longRelaxation)
            try #expect(problem.simplex(.init(timeLimit: 0.2)).status == .timeLimit)
            #expect(environment.failures == 1 && !problem.isAlive)
            try FailureTests.expectDead(problem)
            let again = try environment.problem(StoppingTests.longRelaxation)
            let start = [Double](repeating: 1, count: again.columnCount)
            let result = try again.integer(.init(timeLimit: 0.2), start: start)
            #expect(result.status == .feasible && result.isStart && result.bound == -.infinity)
            #expect(environment.failures == 2 && !again.isAlive)
            try FailureTests.expectSound(environment)
        }
    }

    @Test(
        "code that ignores the clock is left by force, with its incumbent, and the run goes on", .timeLimit(.minutes(2))
    )
    func force() throws {
        try GLPK.run { environment in
            environment.graceMilliseconds = 0
            var options = IntegerOptions(timeLimit: 0.6, presolve: false)
            options.branching = .pseudoCost
            options.cuts = []
            let problem = try environment.problem(Samples.knapsacks(items: 400, rows: 120, seed: 23))
            let result = try problem.integer(options, start: [Double](repeating: 0, count: 400))
            #expect(result.status == .feasible && result.bound <= (result.objective ?? -.infinity))
            // Whether force was needed depends on where the clock struck; either way the run is sound.
            #expect(problem.isAlive == (environment.failures == 0))
            try FailureTests.expectSound(environment)
        }
    }

    @Test("eight solves on eight threads are cancelled one by one, each by its own flag", .timeLimit(.minutes(3)))
    func severalAtOnce() async throws {
        let flags = (0..<8).map { _ in Cancellation() }
        let statuses = await withTaskGroup(of: IntegerStatus?.self) { group in
            for flag in flags {
                group.addTask {
                    await onThread {
                        try? GLPK.run(cancellation: flag) { environment in
                            try environment.problem(StoppingTests.longSearch).integer().status
                        }
                    }
                }
            }
            for flag in flags {
                try? await Task.sleep(for: .milliseconds(100))
                flag.cancel()
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: .cancelled, count: 8))
    }
}
