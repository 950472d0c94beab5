import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Solves that count their steps")
    struct CountedSolveTests {
        @Test("one thread or two, alone or beside another solve: the same plan and bound, byte for byte")
        func threads() async throws {
            var crowded = CrowdedWeek(seed: 31, requests: 50)
            let week = try crowded.week()
            let one = SolveParameters(seed: 3, work: 6_000, threads: 1)
            var two = one
            two.threads = 2
            let alone = try await solve(week, one).plan.document.text
            async let other = solve(week, SolveParameters(seed: 4, work: 6_000))
            async let beside = solve(week, two)
            #expect(try await beside.plan.document.text == alone)
            _ = try await other
        }

        @Test("random small weeks, some of them replannings, are solved to the best of all their plans and proven")
        func everyPlan() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "counted solves of small weeks"))
            for it in try SolvedSmallWeek.some(25, &weeks) {
                let parameters = SolveParameters(isCounted: true, baseline: it.baseline, freeze: it.freeze)
                let solve = try await solve(it.instance.week, parameters)
                let slack = 1e-6 * max(1, it.objective)
                #expect(abs(solve.objective - it.objective) <= slack, "\(it.instance.week.document.text)")
                #expect(solve.outcome.termination == .optimal, "\(it.instance.week.document.text)")
            }
        }

        @Test("a week of a city's size gets few steps, a smaller one more, and work just what was asked for")
        func course() throws {
            func course(_ columns: Int, _ work: Int? = nil) -> EpochCourse {
                EpochCourse(StepCosts(columns: columns, candidates: columns), work: work)
            }
            let (city, county, small) = (course(150_000), course(40_000), course(10_000))
            let sums = [city, county, small].map { $0.lengths.reduce(0, +) }
            #expect(sums == sums.sorted() && sums[0] < 2_000_000 && sums[2] > 10_000_000)
            for work in [1, 63, 777, 1_000_000] {
                let asked = course(10_000, work)
                #expect(asked.iterations.reduce(0, +) == work && asked.lengths.count == asked.iterations.count)
            }
        }

        @Test("one to three edits get the usual steps, more in proportion to what they reach, within bounds")
        func reached() {
            func course(_ reached: Int) -> EpochCourse {
                EpochCourse(StepCosts(columns: 60_000, candidates: 50_000), work: nil, reached: reached)
            }
            func steps(_ reached: Int) -> Int { course(reached).iterations.reduce(0, +) }
            let usual = steps(0)
            #expect(steps(1) == usual && steps(12) == usual)
            #expect((3.8...4.2).contains(Double(steps(48)) / Double(usual)))
            #expect(steps(1_000) == steps(100_000) && steps(1_000) < 13 * usual)
            // Each program over all that is left has room for more than twice the pivots of the one before.
            let (few, many) = (course(12).lengths, course(60).lengths)
            #expect(few == course(0).lengths && zip(few, many).allSatisfy { $0 <= $1 })
            #expect(many[5] > 3 * many[3] && few[5] < 2 * few[3])
        }

        @Test("a stop ends it at once, in either worker, with a checked plan")
        func stopped() async throws {
            var crowded = CrowdedWeek(seed: 33, requests: 90)
            let week = try crowded.week()
            for moment in [0, 0.01, 0.2, 0.7] {
                let control = SolveControl()
                Thread.detachNewThread {
                    Thread.sleep(forTimeInterval: moment)
                    control.stop()
                }
                let solve = try await solve(week, SolveParameters(isCounted: true), control: control)
                #expect(solve.outcome.termination == .stopped && !solve.plan.sessions.isEmpty)
            }
        }

        @Test("a replanning is never worse than what is left of the baseline")
        func repaired() async throws {
            var generator = SeededGenerator(for: "repaired baselines")
            for seed in [41, 42, 43] as [UInt64] {
                var crowded = CrowdedWeek(seed: seed, requests: 50)
                let week = try crowded.week()
                let baseline = try await solve(week, SolveParameters(work: 2_000)).plan
                let gone = Set(
                    (0..<3).map { _ in baseline.sessions[generator.index(below: baseline.sessions.count)].venue })
                let edits = gone.sorted().map { JSON.object(JSONObject([("op", "close"), ("venue", .string($0))])) }
                let edited = try Week(document: WeekEdits.apply(.array(edits), to: week.document))
                var left = baseline
                left.sessions.removeAll { gone.contains($0.venue) }
                dropWaiting(in: &left, edited)
                let repaired = Checker(week: edited).check(left, baseline: baseline)
                #expect(repaired.isSound)
                for work in [1, 1_000] {
                    let solve = try await solve(edited, SolveParameters(work: work, baseline: baseline))
                    #expect(solve.objective <= repaired.terms.total + 1e-6)
                }
            }
        }

        /// Drops sessions that wait for one that is not held (H9).
        private func dropWaiting(in plan: inout Plan, _ week: Week) {
            for _ in plan.sessions {
                let held = Set(plan.sessions.map(\.request))
                plan.sessions.removeAll { session in
                    let after = week.request(session.request).map { week.requests[$0].after } ?? []
                    return after.contains { !held.contains(week.requests[$0].id) }
                }
            }
        }

        @Test("where nothing is to be changed the plan is the baseline, with the bound that is known")
        func unchanged() async throws {
            var crowded = CrowdedWeek(seed: 51, requests: 50)
            let week = try crowded.week()
            let baseline = try await solve(week, SolveParameters(work: 300)).plan
            var parameters = SolveParameters(isCounted: true, baseline: baseline, freeze: "2025-05-25.am")
            parameters.keepsBaseline = true
            let known = try #require(baseline.bound) + 0.5
            parameters.knownBound = known
            let solve = try await solve(week, parameters)
            #expect(solve.plan.sessions == baseline.sessions && solve.plan.terms?.disruption == 0)
            #expect(solve.outcome.termination == .unchanged)
            #expect(solve.bound >= known && solve.objective == baseline.objective)
        }
    }
}
