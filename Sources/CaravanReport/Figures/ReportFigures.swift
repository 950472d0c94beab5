import CaravanCore

/// The figures of a plan that a report tells, apart from any page.
public struct ReportFigures: Sendable {
    /// What sessions of one kind come to.
    public struct Share: Sendable, Equatable {
        /// Identifier or word.
        public let id: String
        /// Name for people; may be empty.
        public let name: String
        /// Sessions held.
        public var sessions = 0
        /// People expected at them.
        public var attendance = 0.0
        /// People who live there or belong to it; nil where that means nothing.
        public var population: Double?

        /// The name, or the identifier where there is none.
        public var displayName: String { name.isEmpty ? id : name }

        /// Attendance per thousand people; nil where nobody lives.
        public var perThousand: Double? { population.flatMap { CaravanCore.perThousand(attendance, of: $0) } }
    }

    /// What a department contributes.
    public struct Contribution: Sendable, Equatable {
        /// Sessions and attendance of the requests that it pays for.
        public let share: Share
        /// Yuan charged, trips included.
        public let charged: Double
        /// Yuan that it may be charged.
        public let limit: Double
    }

    /// How evenly townships are served.
    public struct Equity: Sendable, Equatable {
        /// Gini coefficient of the attendance per thousand people over the townships where people live; nil where nobody
        /// is reached.
        public let gini: Double?
        /// Number of the township with the least attendance per thousand, of several the one with most people; nil where
        /// nobody lives anywhere.
        public let worst: Int?
        /// Numbers of the townships without any session.
        public let leftOut: [Int]
        /// People who live in them.
        public let peopleLeftOut: Double
    }

    /// Requests of the week.
    public let requests: Int
    /// Sessions held.
    public let sessions: Int
    /// People expected at them.
    public let attendance: Double
    /// People who live in the townships.
    public let population: Double
    /// Sessions whose format lets people take part.
    public let interactive: Int
    /// By township, in the order of the week.
    public let townships: [CoverageRow]
    /// By county, sorted by name.
    public let counties: [Share]
    /// By audience.
    public let audiences: [Share]
    /// By format, the most frequent first.
    public let formats: [Share]
    /// By fund.
    public let contributions: [Contribution]
    /// By member: experts, then mentors, then kits.
    public let members: [CoverageRow]
    /// How evenly townships are served.
    public let equity: Equity

    /// The figures of a plan; sessions that name what the week has not are left out.
    public init(week: Week, plan: Plan) {
        let report = CoverageReport(week: week, plan: plan)
        let sessions = week.scheduled(plan)
        requests = week.requests.count
        self.sessions = sessions.count
        attendance = sessions.reduce(0) { $0 + $1.request.attendance }
        interactive = sessions.count { InteractiveFormats.words.contains(week.formats[$0.request.format]) }
        townships = report.rows(by: .township)
        population = townships.reduce(0) { $0 + ($1.population ?? 0) }
        counties = report.rows(by: .county).map(Share.init)
        audiences = report.rows(by: .audience).map(Share.init)
        formats = Self.formats(sessions, week)
        contributions = report.rows(by: .fund).map { row in
            Contribution(
                share: Share(row), charged: row.money.sessions + row.money.trips, limit: row.money.limit ?? 0)
        }
        members = report.rows(by: .member)
        equity = Equity(townships)
    }

    /// The share of sessions that let people take part; nil without a session.
    public var interactiveShare: Double? { sessions > 0 ? Double(interactive) / Double(sessions) : nil }
    /// Yuan charged to all funds.
    public var charged: Double { contributions.reduce(0) { $0 + $1.charged } }
    /// Yuan that all funds may be charged.
    public var limit: Double { contributions.reduce(0) { $0 + $1.limit } }

    private static func formats(_ sessions: [ScheduledSession], _ week: Week) -> [Share] {
        var shares = week.formats.map { Share(id: $0, name: "") }
        for session in sessions {
            shares[session.request.format].sessions += 1
            shares[session.request.format].attendance += session.request.attendance
        }
        return shares.sorted { ($1.sessions, Name($0.id)) < ($0.sessions, Name($1.id)) }
    }
}

extension ReportFigures.Share {
    init(_ row: CoverageRow) {
        self.init(
            id: row.id, name: row.name, sessions: row.sessions, attendance: row.attendance, population: row.population)
    }
}

extension ReportFigures.Equity {
    init(_ townships: [CoverageRow]) {
        let lived = townships.indices.compactMap { number in
            townships[number].perThousand.map { (number: number, perThousand: $0) }
        }
        gini = Inequality.gini(lived.map(\.perThousand))
        let people = { (number: Int) in townships[number].population ?? 0 }
        worst = lived.min { ($0.perThousand, -people($0.number)) < ($1.perThousand, -people($1.number)) }?.number
        leftOut = townships.indices.filter { townships[$0].sessions == 0 }
        peopleLeftOut = leftOut.reduce(0) { $0 + people($1) }
    }
}
