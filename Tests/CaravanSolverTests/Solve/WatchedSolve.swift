import CaravanCore
import Foundation
import Synchronization
import Testing

@testable import CaravanSolver

/// Tests that run whole solves: one at a time, since each keeps both of its workers busy.
@Suite("Solving", .serialized) enum SolvingTests {}

/// What a solve told while it ran, and what came out.
struct WatchedSolve: Sendable {
    let outcome: SolveOutcome
    let events: [SolveEvent]

    var plan: Plan { outcome.plan }
    var objective: Double { outcome.plan.objective ?? .infinity }
    var bound: Double { outcome.plan.bound ?? -.infinity }
    /// What the solve minimised, and its bound: under commitments not the plain objective.
    var minimised: Double { plan.commitment?.objective ?? objective }
    var minimisedBound: Double { (plan.commitment == nil ? plan.bound : plan.commitment?.bound) ?? -.infinity }
}

/// Collects what a solve tells, from whatever thread.
private final class EventLog: Sendable {
    private let events = Mutex<[SolveEvent]>([])
    func add(_ event: SolveEvent) { events.withLock { $0.append(event) } }
    var all: [SolveEvent] { events.withLock { $0 } }
}

/// Solves on a thread of its own, and checks what every solve must keep: the plan is sound and says the truth of itself,
/// events never get worse, a bound is never above an objective.
/// - Parameters:
///   - objective: Where the proof does not matter: the solve is stopped once its plan is that good.
///   - control: Given where the test itself stops the solve.
func solve(
    _ week: Week, _ parameters: SolveParameters = SolveParameters(), until objective: Double? = nil,
    control: SolveControl = SolveControl()
) async throws -> WatchedSolve {
    let log = EventLog()
    let outcome: SolveOutcome = try await withCheckedThrowingContinuation { continuation in
        let thread = Thread {
            let result = Result {
                try Solver(week: week, parameters: parameters, control: control).run { event in
                    log.add(event)
                    guard let objective, let now = event.progress.objective else { return }
                    if now <= objective + 1e-6 * max(1, objective.magnitude) { control.stop() }
                }
            }
            continuation.resume(with: result)
        }
        thread.start()
    }
    let solve = WatchedSolve(outcome: outcome, events: log.all)
    expectSound(solve.plan, week, parameters)
    expectSteady(solve, week, parameters)
    return solve
}

/// The texts of the contradiction that a solve ends with; empty where it has a plan.
func contradiction(_ week: Week, _ parameters: SolveParameters = SolveParameters(limit: 30)) async throws
    -> [Contradiction]
{
    do {
        _ = try await solve(week, parameters)
        return []
    } catch SolveError.infeasible(let reasons) {
        #expect(!reasons.isEmpty)
        return reasons.filter { $0.kind != .clash }
    }
}

/// The plan keeps every rule, and what it says of itself is so.
private func expectSound(_ plan: Plan, _ week: Week, _ parameters: SolveParameters) {
    let checker = Checker(week: week)
    let report = checker.check(plan, baseline: parameters.baseline, freeze: parameters.freeze)
    #expect(report.isSound, "\(report.violations.prefix(5))")
    #expect(checker.misstated(plan, terms: report.terms) == [])
    expectCommitment(plan, checker, report.terms, parameters)
    #expect((plan.status == .optimal) == ((plan.gap ?? 1) <= 1e-6))
}

/// The plan states figures under commitments if there are any, and they are so.
private func expectCommitment(_ plan: Plan, _ checker: Checker, _ terms: Terms, _ parameters: SolveParameters) {
    guard let baseline = parameters.baseline, !parameters.commitments.isNeutral, let figures = plan.commitment else {
        #expect(plan.commitment == nil && (parameters.commitments.isNeutral || parameters.baseline == nil))
        return
    }
    let points = checker.commitmentPoints(of: plan, against: baseline, under: parameters.commitments)
    #expect(checker.misstated(figures, terms: terms, points: points) == [])
}

/// Objectives never rise from event to event, bounds never fall, and none is above the objective in the end.
private func expectSteady(_ solve: WatchedSolve, _ week: Week, _ parameters: SolveParameters) {
    let slack = 1e-6 * max(1, solve.minimised.magnitude)
    let objectives = solve.events.compactMap(\.progress.objective) + [solve.minimised]
    let bounds = solve.events.compactMap(\.progress.bound) + [solve.minimisedBound].filter(\.isFinite)
    #expect(zip(objectives, objectives.dropFirst()).allSatisfy { $1 <= $0 + slack }, "\(objectives)")
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $1 >= $0 - slack }, "\(bounds)")
    #expect(bounds.allSatisfy { $0 <= solve.minimised + slack })
    #expect(zip(solve.events, solve.events.dropFirst()).allSatisfy { $0.progress.seconds <= $1.progress.seconds })
    let told = solve.events.compactMap { event in event.incumbent.map { ($0, event.progress.objective) } }
    #expect(!told.isEmpty || solve.plan.sessions.isEmpty, "no plan was told")
    for (plan, objective) in told {
        expectSound(plan, week, parameters)
        let minimised = plan.commitment?.objective ?? plan.objective
        #expect(abs((minimised ?? .infinity) - (objective ?? -.infinity)) <= slack)
    }
}
