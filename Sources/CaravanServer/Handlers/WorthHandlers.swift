import CaravanCore
import CaravanProtocol
import CaravanSolver
import Synchronization

/// The verb that tells what one more of each scarce thing is worth.
enum WorthHandlers {
    @Sendable static func worth(_ exchange: Exchange) async throws -> Reply {
        let conversation = try await StudyConversation(exchange, kind: "worth")
        let top = exchange.invocation.integer(.top) ?? 20
        let found = Mutex((count: 0, bound: Double?.none))
        var fields = try await conversation.run { run, send throws(SolveError) in
            var solved: SolvedWeek?
            let bracket = try run.engine.compare([], with: run.week, run.parameters, run.control) {
                solved = $0
            } answer: { _, _ in
            }
            guard let duals = solved?.duals else { return run.end(bracket) }
            let report = try run.engine.worth(of: run.week, duals, against: run.parameters.baseline)
            found.withLock { $0 = (report.things.count, report.bound) }
            for thing in report.things.prefix(top) { send(WorthRecord(thing, run.week).json) }
            return run.end(bracket)
        }
        let (count, bound) = found.withLock { $0 }
        fields.set("things", count)
        fields.set("dualBound", bound)
        return .ok(fields)
    }
}
