/// How firmly the sessions of a baseline have been promised, by request. A session that nobody marked is `published`: it
/// costs what the week's weights say (domain, section 4).
public struct Commitments: Sendable, Equatable {
    /// The states that differ from `published`, by request id.
    public let states: [String: CommitmentState]

    /// Commitments by request id; none: the plain objective.
    public init(_ states: [String: CommitmentState] = [:]) {
        self.states = states.filter { $0.value != .published }
    }

    /// Whether every change costs what the week's weights say.
    public var isNeutral: Bool { states.isEmpty }

    /// How firmly the session of a request has been promised.
    public func state(of request: String) -> CommitmentState { states[request] ?? .published }

    /// Only what concerns the sessions of a plan.
    public func restricted(to plan: Plan) -> Commitments {
        let requests = Set(plan.sessions.map(\.request))
        return Commitments(states.filter { requests.contains($0.key) })
    }

    /// The ids of the requests in each state that differs from `published`, as job parameters show them.
    public var document: JSON {
        let groups = Dictionary(grouping: states.keys) { state(of: $0) }
        let named = CommitmentState.allCases.compactMap { state in
            groups[state].map { (state.rawValue, JSON.strings($0.sorted())) }
        }
        return .object(JSONObject(named))
    }
}
