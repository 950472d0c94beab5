import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("How solves end")
    struct EndingTests {
        /// A week that is not proven within seconds.
        private let week: Week

        init() throws {
            var crowded = CrowdedWeek(seed: 5, requests: 90)
            week = try crowded.week()
        }

        @Test("a stop at any moment, from any thread, ends the solve with a checked plan")
        func stopped() async throws {
            var generator = SeededGenerator(for: "stops")
            let moments = [0, 0.001] + (0..<5).map { _ in Double.random(in: 0...1.5, using: &generator) }
            for moment in moments {
                let control = SolveControl()
                let thread = Thread {
                    Thread.sleep(forTimeInterval: moment)
                    control.stop()
                }
                thread.start()
                let solve = try await solve(week, SolveParameters(limit: 300), control: control)
                #expect(solve.outcome.termination == .stopped, "after \(moment) s")
                #expect(control.isStopped)
            }
        }

        @Test("with more threads a solve has more searches, and they all end with it", arguments: [1, 2, 5])
        func searches(threads: Int) async throws {
            let solve = try await solve(week, SolveParameters(limit: 1, threads: threads))
            let figures = Dictionary(uniqueKeysWithValues: solve.outcome.statistics.map { ($0.name, $0.value) })
            #expect(figures["searches"] == Double(max(1, threads - 1)))
            #expect(figures["iterations"] ?? 0 > 0)
            #expect(solve.outcome.termination == .limit && !solve.plan.sessions.isEmpty)
        }

        @Test("a solve stopped before it begins still gives the plan that construction makes")
        func stoppedBefore() async throws {
            for work in [nil, 10_000] {
                let control = SolveControl()
                control.stop()
                let solve = try await solve(week, SolveParameters(limit: 300, work: work), control: control)
                #expect(solve.outcome.termination == .stopped && !solve.plan.sessions.isEmpty)
            }
        }

        @Test("a stop ends a solve counted in iterations, too")
        func stoppedWork() async throws {
            let control = SolveControl()
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.3)
                control.stop()
            }
            let solve = try await solve(week, SolveParameters(limit: 300, work: 50_000_000), control: control)
            #expect(solve.outcome.termination == .stopped)
        }

        @Test("a gap asked for ends the solve once it is reached")
        func gap() async throws {
            let solve = try await solve(week, SolveParameters(limit: 60, gap: 0.9))
            #expect(solve.outcome.termination == .gap)
            #expect(try #require(solve.plan.gap) <= 0.9 && solve.plan.status == .feasible)
        }

        @Test("the time limit ends the solve, even one of no time", arguments: [0, 0.4])
        func limit(_ seconds: Double) async throws {
            let solve = try await solve(week, SolveParameters(limit: seconds))
            #expect(solve.outcome.termination == .limit && !solve.plan.sessions.isEmpty)
        }

        @Test("a proven optimum ends the solve")
        func optimal() async throws {
            let solve = try await solve(try SampleWeek().week(), SolveParameters(limit: 60))
            #expect(solve.outcome.termination == .optimal && solve.plan.status == .optimal)
            #expect(solve.objective == 0)
        }

        @Test("the iterations asked for end the solve, and are counted")
        func work() async throws {
            let solve = try await solve(week, SolveParameters(limit: 300, work: 777))
            #expect(solve.outcome.termination == .work)
            #expect(solve.outcome.statistics.first { $0.name == "iterations" }?.value == 777)
            #expect(try #require(solve.plan.bound) < solve.objective)
        }

        @Test("with one thread or many the plan is sound", arguments: [1, 2, 8])
        func threads(_ count: Int) async throws {
            let solve = try await solve(week, SolveParameters(limit: 0.5, threads: count))
            #expect(!solve.plan.sessions.isEmpty && solve.plan.bound != nil)
        }

        @Test("events name times that rise, and the last plan told is the plan that comes out")
        func events() async throws {
            let solve = try await solve(week, SolveParameters(limit: 1.5))
            #expect(solve.events.count > 3)
            #expect(solve.events.contains { $0.progress.bound != nil })
            let last = try #require(solve.events.compactMap(\.incumbent).last)
            #expect(last.sessions == solve.plan.sessions && last.objective == solve.plan.objective)
        }
    }

    @Suite("Determinism")
    struct DeterminismTests {
        @Test(
            "the same seed and work give the same plan document, byte for byte, alone and beside another solve",
            arguments: [1, 2, 77])
        func sameBytes(_ seed: UInt64) async throws {
            var crowded = CrowdedWeek(seed: seed, requests: 50)
            let week = try crowded.week()
            let parameters = SolveParameters(limit: 300, seed: seed, work: 1_500)
            let alone = try await solve(week, parameters).plan.document.text
            async let other = solve(week, SolveParameters(limit: 300, seed: seed + 1, work: 3_000))
            async let again = solve(week, parameters)
            #expect(try await again.plan.document.text == alone)
            _ = try await other
        }

        @Test("a replanning is repeated byte for byte, too")
        func sameReplanning() async throws {
            var crowded = CrowdedWeek(seed: 8, requests: 50)
            let week = try crowded.week()
            let baseline = try await solve(week, SolveParameters(limit: 300, work: 300)).plan
            let parameters = SolveParameters(
                limit: 300, seed: 5, work: 1_000, baseline: baseline, freeze: "2025-05-25.am")
            let first = try await solve(week, parameters).plan.document.text
            #expect(try await solve(week, parameters).plan.document.text == first)
        }

        @Test("seeds are not ignored")
        func otherSeeds() async throws {
            var crowded = CrowdedWeek(seed: 9)
            let week = try crowded.week()
            var plans: Set<String> = []
            for seed in 1...4 as ClosedRange<UInt64> {
                plans.insert(
                    try await solve(week, SolveParameters(limit: 300, seed: seed, work: 200)).plan.document.text)
            }
            #expect(plans.count > 1)
        }
    }
}
