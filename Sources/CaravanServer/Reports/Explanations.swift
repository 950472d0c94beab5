import CaravanCore
import CaravanLanguage

/// The records of `EXPLAIN`.
struct Explanations {
    private let week: Week
    private let sessions: [String: Session]
    private let obstacles: [String: Obstacle]

    private let wanted: String?

    /// - Parameters:
    ///   - baseline: The plan against which changes cost points.
    ///   - wanted: Identifier of the one request that is asked for; nil: all that have no session.
    /// - Throws: What the engine does, where the week is too large.
    init(_ plan: Plan, in week: Week, against baseline: Plan?, of wanted: String?, by engine: Engine) throws {
        (self.week, self.wanted) = (week, wanted)
        sessions = Dictionary(plan.sessions.map { ($0.request, $0) }) { $1 }
        let found = try engine.explain(week, plan, baseline, wanted)
        obstacles = Dictionary(found.map { ($0.request, $0) }) { first, _ in first }
    }

    /// The record of the one request, or those of all that have no session, in the order of the week.
    var records: [JSON] { asked.map(record) }

    /// Why each of these requests has no session, or the one that it has, by its identifier.
    var reasons: [String: Bilingual] {
        Dictionary(asked.map { ($0.id, reason(of: $0.id)) }) { first, _ in first }
    }

    private var asked: [Request] {
        week.requests.filter { wanted == nil ? sessions[$0.id] == nil : $0.id == wanted }
    }

    private func record(_ request: Request) -> JSON {
        var fields = JSONObject([("request", .string(request.id))])
        if !request.title.isEmpty { fields["title"] = .string(request.title) }
        let session = sessions[request.id]
        fields["held"] = .bool(session != nil)
        let obstacle = obstacles[request.id]
        fields["code"] = .string(session == nil ? obstacle?.code ?? "other" : "held")
        let reason = reason(of: request.id)
        fields["reason"] = .string(reason.english)
        fields["reasonZh"] = .string(reason.chinese)
        fields["value"] = .number(request.value)
        for field in obstacle?.further.fields ?? [] { fields[field.key] = field.value }
        fields["session"] = session?.document
        return .object(fields)
    }

    private func reason(of request: String) -> Bilingual {
        if let obstacle = obstacles[request] { return obstacle.reason }
        // Nothing was found out.
        return sessions[request].map { WhyText.heldAt($0.start, $0.township, $0.venue) }
            ?? WhyText.noSingleReason.bilingual
    }
}
