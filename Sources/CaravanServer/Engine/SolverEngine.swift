import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver

/// The engine of the daemon: CaravanSolver.
public struct SolverEngine: Engine {
    /// Bytes that the model of a week may take that explains, suggests or is written out; a solve is told by its parameters.
    private let memory: Int

    /// - Parameter memory: bytes that the model of a week may take where nothing is solved.
    public init(memory: Int = ServerConfiguration.Limits().modelMemory) { self.memory = memory }

    /// See `Engine`.
    public var version: String { SolverLibrary.version }

    /// See `Engine`.
    public func solve(
        _ week: Week, _ parameters: SolveParameters, _ control: SolveControl,
        _ observe: @escaping @Sendable (SolveProgress, Plan?) -> Void
    ) throws(SolveError) -> JobResult {
        let solver = Solver(week: week, parameters: parameters, control: control)
        let outcome = try solver.run { observe($0.progress, $0.incumbent) }
        return JobResult(plan: outcome.plan, termination: outcome.termination, duals: outcome.duals)
    }

    /// See `Engine`.
    public func explain(
        _ request: String?, in plan: Plan, of week: Week, against baseline: Plan?
    ) throws -> [ExplanationRecord] {
        try ModelRoom.require(
            for: week, requests: request.map { [$0] }, baseline: baseline, memory: memory)
        guard let request else {
            return UnheldReasons.reasons(week: week, plan: plan, baseline: baseline).map { ExplanationRecord($0) }
        }
        guard let explanation = RequestExplanation(request, in: plan, of: week, baseline: baseline) else { return [] }
        var record = explanation.reason.map { ExplanationRecord($0) } ?? ExplanationRecord()
        if explanation.reason == nil {
            (record.request, record.code, record.reason) = (request, "held", explanation.why)
        }
        record.nearest = explanation.nearest.nonEmpty?.map(\.record)
        record.remedies = explanation.remedies.nonEmpty?.map(\.record)
        record.alternatives = explanation.alternatives.nonEmpty?.map { PlacementRecord($0) }
        record.contribution = explanation.contribution?.record
        return [record]
    }

    /// See `Engine`.
    public func suggest(
        _ count: Int, for request: String, in plan: Plan, of week: Week, against baseline: Plan?, moving: Bool
    ) throws -> [Suggestion] {
        try ModelRoom.require(for: week, requests: [request], baseline: baseline, memory: memory)
        return Suggestions.best(count, for: request, in: plan, of: week, baseline: baseline, moving: moving)
    }

    /// See `Engine`.
    public func model(of week: Week, as format: ModelFormat) throws -> String {
        try ModelRoom.require(for: week, memory: memory)
        return try format.text(of: week)
    }
}

extension ExplanationRecord {
    fileprivate init(_ reason: UnheldReason) {
        self.init()
        (request, code, self.reason) = (reason.request, reason.code.rawValue, reason.phrase)
        (options, change) = (reason.options, reason.change)
        rules = reason.rules.map { rule, ruledOut in
            var count = RuleCount()
            (count.rule, count.ruledOut) = (rule, ruledOut)
            return count
        }
    }
}

extension PlacementRecord {
    /// A session that a request could have.
    init(_ suggestion: Suggestion) {
        self.init()
        let session = suggestion.session
        (start, township, venue, crew) = (session.start, session.township, session.venue, session.crew)
        (delta, yuan) = (suggestion.change.total.cleared, suggestion.yuan.cleared)
        terms = suggestion.change.document.object ?? JSONObject()
        funds = JSONObject(suggestion.charges.map { ($0.fund, .number($0.yuan)) })
        moves = suggestion.moves.nonEmpty?.map { move in
            var record = Move()
            (record.request, record.from, record.to) = (move.request, move.from, move.to)
            record.dropped = move.to == nil ? true : nil
            return record
        }
    }
}

extension Array {
    /// The array, or nil where it has nothing.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
