import CaravanCore

/// The records of `EXPLAIN`.
struct Explanations {
    private let week: Week
    private let sessions: [String: Session]
    private let obstacles: [String: Obstacle]

    init(_ plan: Plan, in week: Week, by engine: Engine) {
        self.week = week
        sessions = Dictionary(plan.sessions.map { ($0.request, $0) }) { $1 }
        obstacles = Dictionary(engine.explain(week, plan).map { ($0.request, $0) }) { first, _ in first }
    }

    /// The record of one request, or those of all that have no session, in the order of the week.
    func records(of wanted: String?) -> [JSON] {
        week.requests.filter { wanted == nil ? sessions[$0.id] == nil : $0.id == wanted }.map(record)
    }

    private func record(_ request: Request) -> JSON {
        var fields = JSONObject([("request", .string(request.id))])
        if !request.title.isEmpty { fields["title"] = .string(request.title) }
        let session = sessions[request.id]
        fields["held"] = .bool(session != nil)
        if let session {
            fields["code"] = "held"
            fields["reason"] = .string("it is held at \(session.start) in \(session.township), venue \(session.venue)")
            fields["reasonZh"] = .string("已安排：\(session.start)，\(session.township)，场地 \(session.venue)")
        } else {
            let obstacle = obstacles[request.id]
            fields["code"] = .string(obstacle?.code ?? "other")
            fields["reason"] = .string(obstacle?.english ?? "no single reason stands in the way")
            fields["reasonZh"] = .string(obstacle?.chinese ?? "没有单一的障碍原因")
        }
        fields["value"] = .number(request.value)
        for field in obstacles[request.id]?.further.fields ?? [] { fields[field.key] = field.value }
        fields["session"] = session?.document
        return .object(fields)
    }
}
