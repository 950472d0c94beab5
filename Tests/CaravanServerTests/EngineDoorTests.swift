import CaravanCore
import CaravanProtocol
import CaravanServer
import CaravanSolver
import Synchronization
import Testing

@Suite("The door to the engine", .timeLimit(.minutes(1)))
struct EngineDoorTests {
    @Test("whatever is solved, studied, explained or written is asked of the engine")
    func everything() async throws {
        let engine = RecordingEngine()
        try await TestServer.with(engine: engine) { server in
            let client = try await server.client()
            let scenarios = #"{"scenarios":[{"name":"dear","edits":[{"op":"limit","fund":"city","limit":10}]}]}"#
            let commands: [(line: String, body: String?, calls: Set<String>)] = [
                ("LOAD", Sample.week(requests: 3), []),
                ("WORTH tiny limit=5s", nil, ["compare", "solve", "worth"]),
                ("SOLVE tiny work=1000 wait=yes", nil, ["solve"]),
                ("PUBLISH tiny version=1", nil, []), ("EXPLAIN tiny", nil, ["explain"]),
                ("SUGGEST tiny r1", nil, ["suggest"]), ("EXPORT tiny as=lp", nil, ["model"]),
                ("EXPORT tiny as=html", nil, ["explain"]),
                ("WHATIF tiny limit=1s", scenarios, ["compare", "solve"]),
                ("CRITICAL tiny limit=1s standby=yes", nil, ["compare", "solve", "standby"]),
                ("CURVE tiny fund=city from=0 to=100 steps=2 limit=1s", nil, ["curve", "solve"]),
                ("REPLAN tiny wait=yes frontier=yes", nil, ["solve", "frontier"]),
                ("LOAD", Self.contradictory, []), ("EXPLAIN pinned", nil, ["contradictions"]),
            ]
            for command in commands {
                let last = try await client.ask(command.line, body: command.body).last ?? ""
                if last.hasPrefix("OK"), let bytes = last.split(separator: " bytes=").last.flatMap({ Int($0) }) {
                    _ = try await client.bytes(bytes)
                }
                #expect(last.hasPrefix("OK"), "\(command.line): \(last)")
                #expect(engine.take() == command.calls, "\(command.line)")
            }
        }
    }

    /// Two requests pinned to the one venue at the same time.
    private static let contradictory = Sample.week("pinned").replacing(
        #""requests":["#,
        with:
            #""pins":[{"request":"r1","start":"2025-05-24.am"},{"request":"r2","start":"2025-05-24.am"}],"requests":["#)
}

/// The solver, and what has been asked of it.
private final class RecordingEngine: Engine {
    private let solver = SolverEngine()
    private let calls = Mutex<Set<String>>([])

    /// What has been asked since this was called last.
    func take() -> Set<String> {
        calls.withLock { calls in
            defer { calls = [] }
            return calls
        }
    }

    private func record(_ name: String = #function) {
        _ = calls.withLock { $0.insert(String(name.prefix { $0 != "(" })) }
    }

    var version: String { solver.version }

    func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        record()
        return try solver.solve(week, parameters, control, observe)
    }

    func explain(_ request: String?, in plan: Plan, of week: Week, against baseline: Plan?) throws
        -> [ExplanationRecord]
    {
        record()
        return try solver.explain(request, in: plan, of: week, against: baseline)
    }

    func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) throws -> [Suggestion] {
        record()
        return try solver.suggest(count, for: request, in: plan, of: week, against: baseline, moving: moving)
    }

    func model(of week: Week, as format: ModelFormat) throws -> String {
        record()
        return try solver.model(of: week, as: format)
    }

    func contradictions(in week: Week, seconds: Double, _ control: SolveControl) throws -> [Contradiction] {
        record()
        return try solver.contradictions(in: week, seconds: seconds, control)
    }

    func compare(
        _ scenarios: [Scenario], with week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        base: (SolvedWeek) -> Void, answer: @escaping @Sendable (Int, ScenarioStudy.Answer) -> Void
    ) throws(SolveError) -> Bracket {
        record()
        return try ScenarioStudy(week: week, scenarios: scenarios, parameters: parameters, control: control) {
            week, parameters throws(SolveError) in
            let found = try self.solve(week, parameters, control) { _, _ in }
            return (found.plan, found.duals)
        }.run(base: base, answer: answer)
    }

    func curve(
        of fund: String, _ limits: [Double], in week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        told: (BudgetCurve.Step) -> Void
    ) throws(SolveError) -> [BudgetCurve.Step] {
        record()
        return try BudgetCurve(week: week, fund: fund, limits: limits, parameters: parameters, control: control) {
            week, parameters throws(SolveError) in
            let found = try self.solve(week, parameters, control) { _, _ in }
            return (found.plan, found.duals)
        }.run(told)
    }

    func worth(of week: Week, _ duals: DualStart, against baseline: Plan?) throws(SolveError) -> WorthReport {
        record()
        return try solver.worth(of: week, duals, against: baseline)
    }

    func standby(for plan: Plan, of week: Week, against baseline: Plan?) throws(SolveError) -> [Standby] {
        record()
        return try solver.standby(for: plan, of: week, against: baseline)
    }

    func frontier(
        to best: Plan, of week: Week, _ parameters: SolveParameters, _ control: SolveControl
    ) throws(SolveError) -> DisruptionFrontier {
        record()
        return try solver.frontier(to: best, of: week, parameters, control)
    }
}
