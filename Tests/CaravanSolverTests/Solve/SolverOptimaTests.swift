import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("Known optima")
    struct OptimaTests {
        static let plain = ["tiny-1", "tiny-2", "tiny-3", "tiny-4", "tiny-18-tight", "tiny-20-tight"]
        static let rich = (5...12).map { "tiny-\($0)-rich" }
        static let small = ["small-1", "small-2", "small-3-rich"]

        @Test("a plain tiny week is solved to its optimum and proven", arguments: plain)
        func provenOptimum(_ name: String) async throws {
            let known = try SharedOptima.week(name)
            let solve = try await solve(known.week, SolveParameters(limit: 60))
            expectOptimum(solve, known)
            #expect(solve.plan.status == .optimal)
            #expect(solve.outcome.termination == .optimal)
        }

        @Test("a rich tiny week is solved to its optimum", arguments: rich)
        func optimum(_ name: String) async throws {
            let known = try SharedOptima.week(name)
            expectOptimum(
                try await solve(known.week, SolveParameters(limit: 60), until: known.optimum), known)
        }

        @Test(
            "replanning a tiny or small week, counted in steps, comes out at its optimum and is proven",
            arguments: plain + rich + small)
        func replanning(_ name: String) async throws {
            let known = try SharedOptima.replanning(name)
            let parameters = SolveParameters(isCounted: true, baseline: known.baseline, freeze: known.freeze)
            let solve = try await solve(known.week, parameters)
            expectOptimum(solve, known)
            #expect(solve.plan.status == .optimal && solve.outcome.termination == .optimal)
            let baseline = try #require(known.baseline)
            #expect(try #require(solve.plan.terms).disruption == disruption(of: solve.plan, baseline, known.week))
            try expectFrozen(solve.plan, baseline, known)
        }

        @Test("of a small week a bound below the best known plan and a plan near it come soon", arguments: small)
        func smallWeek(_ name: String) async throws {
            let known = try SharedOptima.week(name)
            let solve = try await solve(known.week, SolveParameters(limit: 4), until: known.optimum)
            #expect(solve.bound <= known.optimum * (1 + 1e-6))
            #expect(solve.bound >= known.optimum * 0.8)
            #expect(solve.objective <= known.optimum * 1.1)
        }

        /// The optimum is reached, and no bound was ever above it.
        private func expectOptimum(_ solve: WatchedSolve, _ known: SharedOptima.Case) {
            #expect(abs(solve.objective - known.optimum) <= 1e-6 * known.optimum)
            let bounds = solve.events.compactMap(\.progress.bound) + [solve.bound]
            #expect(bounds.allSatisfy { $0 <= known.optimum * (1 + 1e-6) }, "\(bounds)")
        }

        /// Disruption points (domain, section 4), from the documents alone.
        private func disruption(of plan: Plan, _ baseline: Plan, _ week: Week) -> Double {
            let now = Dictionary(uniqueKeysWithValues: plan.sessions.map { ($0.request, $0) })
            return baseline.sessions.reduce(0) { points, was in
                guard let it = now[was.request] else { return points + week.weights.drop }
                let lost = was.crew.count { !it.crew.contains($0) }
                return points + (it.start == was.start ? 0 : week.weights.move)
                    + (it.venue == was.venue ? 0 : week.weights.venue) + Double(lost) * week.weights.crew
            }
        }

        /// Sessions of the baseline before the freeze point are there as they were, or cannot stand in the edited week.
        private func expectFrozen(_ plan: Plan, _ baseline: Plan, _ known: SharedOptima.Case) throws {
            let calendar = known.week.calendar
            let point = try #require(known.freeze.flatMap(calendar.instance(named:)))
            func isEarly(_ session: Session) -> Bool {
                calendar.instance(named: session.start).map { $0 < point } ?? false
            }
            func sorted(_ session: Session) -> Session {
                var it = session
                it.crew.sort()
                return it
            }
            let early = baseline.sessions.filter { isEarly($0) && known.week.request($0.request) != nil }.map(sorted)
            let held = plan.sessions.filter(isEarly).map(sorted)
            #expect(held.allSatisfy(early.contains))
            for session in early where !held.contains(session) {
                let alone = Checker(week: known.week).check(Plan(week: known.week.id, sessions: [session]))
                let own: Set<Rule> = [.H1, .H2, .H4, .H5, .H6]
                #expect(alone.violations.contains { own.contains($0.rule) }, "\(session.request) could have stayed")
            }
        }
    }
}
