/// A room in another township to which a session is sent, by identifiers. Nothing says that it keeps any rule.
public struct Site: Sendable, Equatable {
    /// Township.
    public var township: String
    /// Venue.
    public var venue: String
    /// Members.
    public var crew: [String]

    /// A site by identifiers.
    public init(township: String, venue: String, crew: [String]) {
        self.township = township
        self.venue = venue
        self.crew = crew
    }
}

/// A session as the outside world writes it: by identifiers. Nothing says that it keeps any rule.
public struct Session: Sendable, Equatable {
    /// The request that it serves.
    public var request: String
    /// Start, `DATE.slotId`.
    public var start: String
    /// Township.
    public var township: String
    /// Venue.
    public var venue: String
    /// Members of the live session.
    public var crew: [String]
    /// Its sites, ordered by township id; in the first edition they mean nothing.
    public var sites: [Site]

    /// A session by identifiers.
    public init(
        request: String, start: String, township: String, venue: String, crew: [String], sites: [Site] = []
    ) {
        self.request = request
        self.start = start
        self.township = township
        self.venue = venue
        self.crew = crew
        self.sites = sites
    }
}

/// The objective by term, in points (domain, section 4).
public struct Terms: Sendable, Equatable {
    /// Values of the requests without a session, and of sites that are wanted and missing.
    public var unserved = 0.0
    /// Shortfalls of targets.
    public var targets = 0.0
    /// Excesses over soft caps.
    public var caps = 0.0
    /// Kilometres of trips.
    public var travel = 0.0
    /// Starts outside the preferred slots.
    public var preference = 0.0
    /// Changes against a baseline.
    public var disruption = 0.0
    /// All charges of all funds; nil in the first edition, which has no such term.
    public var money: Double?

    /// No points at all.
    public init() {}
    /// The objective.
    public var total: Double { unserved + targets + caps + travel + preference + disruption + (money ?? 0) }
    /// Names and points in the order of the plan document.
    public var named: [(name: String, points: Double)] {
        let names = [
            ("unserved", unserved), ("targets", targets), ("caps", caps), ("travel", travel),
            ("preference", preference), ("disruption", disruption),
        ]
        return names + (money.map { [("money", $0)] } ?? [])
    }
}

/// Whether a plan is proven to be the best.
public enum PlanStatus: String, Sendable {
    /// The gap is at most 1e-6.
    case optimal
    /// It keeps the rules; how far it is from the best is what the gap says.
    case feasible
}

/// A plan document.
public struct Plan: Sendable, Equatable {
    /// The edition that it is written in: that of its week.
    public var edition: Edition
    /// Identifier of the week.
    public var week: String
    /// Version, where it has one.
    public var version: Int?
    /// Version of the plan that it was made against.
    public var baseline: Int?
    /// Sessions ordered by start in time, then by request id.
    public var sessions: [Session]
    /// Points, as the plan states them.
    public var objective: Double?
    /// Proven lower bound of the objective over all plans that keep the rules.
    public var bound: Double?
    /// `(objective − bound) / max(1, |objective|)`.
    public var gap: Double?
    /// What is known of it.
    public var status: PlanStatus?
    /// The objective by term.
    public var terms: Terms?
    /// Figures under commitments, where it was made under any.
    public var commitment: CommitmentFigures?

    /// A plan; what is not given is not stated.
    public init(
        edition: Edition = .first, week: String, version: Int? = nil, baseline: Int? = nil, sessions: [Session],
        objective: Double? = nil,
        bound: Double? = nil, gap: Double? = nil, status: PlanStatus? = nil, terms: Terms? = nil,
        commitment: CommitmentFigures? = nil
    ) {
        self.edition = edition
        self.week = week
        self.version = version
        self.baseline = baseline
        self.sessions = sessions
        self.objective = objective
        self.bound = bound
        self.gap = gap
        self.status = status
        self.terms = terms
        self.commitment = commitment
    }

    /// The gap between an objective and a bound (domain, section 4).
    public static func gap(objective: Double, bound: Double) -> Double {
        (objective - bound) / max(1, objective.magnitude)
    }
}
