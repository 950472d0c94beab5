import CaravanCore

/// A session that a request could have in a plan, and what that would change.
public struct Suggestion: Sendable {
    /// The session.
    public let session: Session
    /// Sessions that make room for it; empty where nothing else is moved.
    public let moves: [SessionMove]
    /// Points by which every term of the objective changes against the plan as it is; negative is better.
    public let change: Terms
    /// Yuan that the session, the trips that nobody of its crew makes anyway, and the sessions that make room charge to
    /// each fund more than the others do without it; funds for which nothing changes are left out.
    public let charges: [(fund: String, yuan: Double)]

    /// Yuan charged to all funds together.
    public var yuan: Double { charges.reduce(0) { $0 + $1.yuan } }

    /// `{"start","township","venue","crew","delta","terms":{…},"yuan","funds":{…}}`, and where others make room `"moves"`.
    public var record: JSON {
        var fields = JSONObject([
            ("start", .string(session.start)), ("township", .string(session.township)),
            ("venue", .string(session.venue)), ("crew", .strings(session.crew)),
            ("delta", .number(change.total.cleared)), ("terms", change.document), ("yuan", .number(yuan.cleared)),
            ("funds", .object(JSONObject(charges.map { ($0.fund, .number($0.yuan)) }))),
        ])
        if !moves.isEmpty { fields["moves"] = .array(moves.map(\.record)) }
        return .object(fields)
    }
}

extension Terms {
    /// What every term has more than another plan's.
    func change(from other: Terms) -> Terms {
        var change = Terms()
        change.unserved = (unserved - other.unserved).cleared
        change.targets = (targets - other.targets).cleared
        change.caps = (caps - other.caps).cleared
        change.travel = (travel - other.travel).cleared
        change.preference = (preference - other.preference).cleared
        change.disruption = (disruption - other.disruption).cleared
        return change
    }
}
