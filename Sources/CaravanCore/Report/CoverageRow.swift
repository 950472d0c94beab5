/// What coverage is told by.
public enum CoverageGrouping: String, Sendable, CaseIterable {
    /// A row a township, with its audiences.
    case township
    /// A row a county.
    case county
    /// A row an audience.
    case audience
    /// A row a fund.
    case fund
    /// A row an expert, mentor or kit.
    case member
    /// A row a venue.
    case venue
}

/// How much of the time that a resource has is used.
public struct Load: Sendable, Equatable {
    /// Slot instances taken by sessions.
    public var used = 0
    /// Slot instances in which it is open, or not away.
    public var usable = 0
    /// Sessions a week at most, for members (H5).
    public var maxPerWeek: Int?

    /// The share of the usable slots that is used; nil where none is usable.
    public var share: Double? { usable > 0 ? Double(used) / Double(usable) : nil }
}

/// What a group was charged.
public struct Money: Sendable, Equatable {
    /// Yuan of sessions; for a member its fees, for a venue its costs.
    public var sessions = 0.0
    /// Yuan of trips; none are told by audience or venue.
    public var trips = 0.0
    /// Yuan that a fund may be charged.
    public var limit: Double?
}

/// By how much targets fall short in a group.
public struct Shortfall: Sendable, Equatable {
    /// One target that falls short.
    public struct Part: Sendable, Equatable {
        /// Identifier of the target.
        public let target: String
        /// What it counts.
        public let measure: Measure
        /// Sessions or people that are missing, over all groups of the target that belong to the row.
        public let units: Double
        /// What that costs, points.
        public let points: Double
    }

    /// The targets that fall short.
    public var parts: [Part] = []
    /// Points of all of them.
    public var points: Double { parts.reduce(0) { $0 + $1.points } }

    /// Missing sessions or people.
    public func units(_ measure: Measure) -> Double {
        parts.reduce(0) { $1.measure == measure ? $0 + $1.units : $0 }
    }
}

/// Sessions, attendance and people of one audience in one township.
public struct AudienceCell: Sendable, Equatable {
    /// Identifier of the audience.
    public let audience: String
    /// Sessions held for it there.
    public var sessions = 0
    /// Attendance expected at them.
    public var attendance = 0.0
    /// People of the audience who live there.
    public let population: Double

    /// Attendance per thousand people; nil where nobody lives.
    public var perThousand: Double? { CaravanCore.perThousand(attendance, of: population) }
}

/// Attendance per thousand people; nil where nobody lives, or so few that it cannot be reckoned.
public func perThousand(_ attendance: Double, of population: Double) -> Double? {
    let ratio = attendance / population * 1000
    return population > 0 && ratio.isFinite ? ratio : nil
}

/// One group of a coverage report.
public struct CoverageRow: Sendable, Equatable {
    /// What the report is by.
    public let grouping: CoverageGrouping
    /// Identifier of the group.
    public let id: String
    /// Its name for people.
    public let name: String
    /// Sessions held.
    public var sessions = 0
    /// People expected at them.
    public var attendance = 0.0
    /// People of the group; nil for funds, members and venues.
    public var population: Double?
    /// Targets that fall short in the group; nil for members and venues.
    public var shortfall: Shortfall?
    /// Time used: of the group's venues, or of the member; nil for audiences and funds.
    public var load: Load?
    /// What was charged.
    public var money = Money()
    /// The cells of a township by audience, in the order of the week; empty for other groups.
    public var audiences: [AudienceCell] = []

    /// Attendance per thousand people; nil where there is no population to compare with.
    public var perThousand: Double? { population.flatMap { CaravanCore.perThousand(attendance, of: $0) } }

    init(_ grouping: CoverageGrouping, id: String, name: String) {
        self.grouping = grouping
        self.id = id
        self.name = name
    }
}
