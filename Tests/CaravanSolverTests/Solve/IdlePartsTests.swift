import CaravanCore
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Parts of a solve that are left out")
    struct IdlePartsTests {
        @Test("without all that can be left out a solve still has a plan and a bound, and none of them gained anything")
        func everything() async throws {
            var crowded = CrowdedWeek(seed: 6, requests: 40)
            let week = try crowded.week()
            for work in [nil, 3_000] {
                var parameters = SolveParameters(limit: 2, work: work)
                parameters.idleParts = SolveParameters.optionalParts
                let solve = try await solve(week, parameters)
                let figures = Set(solve.outcome.statistics.map(\.name))
                for part in SolveParameters.optionalParts { #expect(!figures.contains("\(part) gained")) }
                #expect(!solve.plan.sessions.isEmpty && solve.plan.bound ?? 0 > 0)
            }
        }
    }
}
