import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver

/// The verb that tells what a fund buys.
enum CurveHandlers {
    @Sendable static func curve(_ exchange: Exchange) async throws -> Reply {
        let conversation = try await StudyConversation(exchange, kind: "curve")
        let week = conversation.week.week
        let fund = exchange.id(.fund)
        guard week.fund(fund) != nil else {
            throw ProtocolError(.notFound, RefusedCommand.noFund(week.id, fund, week.funds.map(\.id).listed()))
        }
        let limits = try limits(exchange.invocation)
        let isRising = limits[0] < limits[limits.count - 1]
        var fields = try await conversation.run { run, send throws(SolveError) in
            var (done, base) = (0, Bracket?.none)
            let steps = try run.engine.curve(of: fund, limits, in: run.week, run.parameters, run.control) { step in
                done += 1
                base = base ?? step.solved.bracket
                run.tell(base: base ?? step.solved.bracket, done: done, of: limits.count)
            }
            let records = CurveRecords(steps: steps, fund: fund)
            for record in isRising ? records.steps.reversed() : records.steps { send(record.json) }
            for record in records.dropped { send(record.json) }
            return run.end(base)
        }
        fields.set("fund", fund)
        fields.set("steps", limits.count)
        return .ok(fields)
    }

    /// The limits asked for, yuan.
    private static func limits(_ invocation: Invocation) throws(ProtocolError) -> [Double] {
        let (from, to) = (Double(invocation.integer(.from) ?? 0), Double(invocation.integer(.to) ?? 0))
        let steps = invocation.integer(.steps) ?? 2
        guard from != to else {
            throw ProtocolError(
                .usage, RefusedCommand.sameLimits(Int(from)))
        }
        return (0..<steps).map { ((from + (to - from) * Double($0) / Double(steps - 1)) * 100).rounded() / 100 }
    }
}
