import CaravanCore
import Foundation
import TestSupport
import Testing

@testable import CaravanSolver

extension SolvingTests {
    @Suite("What each further change buys")
    struct FrontierTests {
        @Test("on weeks small enough to look at every plan each point is the best of the plans that change no more")
        func everyPlan() async throws {
            var weeks = SmallWeek(SeededGenerator(for: "frontiers of small weeks"))
            var points = 0
            for _ in 0..<40 {
                guard let it = try smallReplanning(&weeks) else { continue }
                let every = EveryPlan(it.week, baseline: it.baseline)
                if every.count > 10_000 { continue }
                let best = every.best { changes(from: it.baseline, to: $0) }
                if best.isEmpty { continue }
                let frontier = try await frontier(it.week, it.baseline)
                points += frontier.points.count
                expect(frontier, agreesWith: best.mapValues(\.objective), it.week)
            }
            #expect(points > 20, "\(points)")
        }

        @Test(
            "of a tiny replanning every point is proven, and no plan changes fewer sessions",
            arguments: ["tiny-1", "tiny-20-tight"])
        func tiny(_ name: String) async throws {
            let known = try SharedOptima.replanning(name)
            let baseline = try #require(known.baseline)
            let frontier = try await frontier(known.week, baseline, freeze: known.freeze)
            #expect(frontier.points.allSatisfy { $0.gap <= 1e-6 }, "\(frontier)")
            #expect(abs(try #require(frontier.points.last).objective - known.optimum) <= 1e-6 * known.optimum)
            #expect(frontier.isLeastProven)
        }

        @Test("a frontier is the same each time, with one thread or two")
        func repeated() async throws {
            var crowded = CrowdedWeek(seed: 21, requests: 24)
            let week = try crowded.week()
            let baseline = try await solve(week, SolveParameters(work: 500)).plan
            let edited = try Week(document: WeekEdits.apply(Self.edits(baseline), to: week.document))
            let one = try await frontier(edited, baseline, threads: 1)
            #expect(try await frontier(edited, baseline, threads: 2) == one)
            #expect(one.points.count > 1)
        }

        private static func edits(_ plan: Plan) -> JSON {
            let session = plan.sessions[0]
            return [
                ["op": "withdraw", "request": .string(session.request)],
                ["op": "closeTownship", "township": .string(session.township), "slots": [.string(session.start)]],
            ]
        }

        /// A week whose baseline is the best plan of another week, with a session of a request that is gone.
        private func smallReplanning(_ weeks: inout SmallWeek) throws -> (week: Week, baseline: Plan)? {
            let before = EveryPlan(try Week(document: weeks.document()))
            guard before.count <= 10_000, var baseline = before.best()?.plan else { return nil }
            baseline.sessions.append(
                Session(request: "gone", start: "2025-05-24.am", township: "t1", venue: "v1", crew: []))
            return (try Week(document: weeks.document()), baseline)
        }

        /// Solves to the end and works out the frontier, on threads that may be blocked.
        private func frontier(
            _ week: Week, _ baseline: Plan, freeze: String? = nil, threads: Int = 2
        ) async throws -> DisruptionFrontier {
            var parameters = SolveParameters(isCounted: true, threads: threads, baseline: baseline, freeze: freeze)
            parameters.work = week.requests.count > 20 ? 1_000 : nil
            let (best, given) = (try await solve(week, parameters).plan, parameters)
            return try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread {
                    continuation.resume(
                        with: Result { try FrontierStudy(week: week, parameters: given, best: best).run() })
                }
            }
        }

        private func expect(_ frontier: DisruptionFrontier, agreesWith best: [Int: Double], _ week: Week) {
            let document = week.document.text
            #expect(frontier.points.first?.changes == best.keys.min() && frontier.isLeastProven, "\(document)")
            for point in frontier.points {
                let optimum = best.filter { $0.key <= point.changes }.values.min() ?? .infinity
                let slack = 1e-6 * max(1, optimum.magnitude)
                #expect(abs(point.objective - optimum) <= slack, "\(point) of \(document)")
                #expect(point.bound <= optimum + slack && point.gap <= 1e-6, "\(point) of \(document)")
            }
            for (fewer, more) in zip(frontier.points, frontier.points.dropFirst()) {
                #expect(fewer.changes < more.changes)
                #expect(fewer.objective >= more.objective && fewer.bound >= more.bound - 1e-9)
            }
        }

        /// Requests whose session differs, from the documents alone.
        private func changes(from baseline: Plan, to plan: Plan) -> Int {
            func key(_ session: Session) -> [String] { [session.start, session.venue] + session.crew.sorted() }
            let was = Dictionary(uniqueKeysWithValues: baseline.sessions.map { ($0.request, key($0)) })
            let now = Dictionary(uniqueKeysWithValues: plan.sessions.map { ($0.request, key($0)) })
            return Set(was.keys).union(now.keys).count { was[$0] != now[$0] }
        }
    }
}
