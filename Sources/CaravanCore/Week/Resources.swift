import CaravanLanguage

/// A money pot: a department, a county, a sponsor.
public struct Fund: Sendable {
    /// Identifier.
    public let id: String
    /// Name for people.
    public let name: String
    /// Yuan that its charges may reach (H8).
    public let limit: Double
    /// Number of the department whose money it is; nil: no department's.
    public let department: Int?
    /// Where the money comes from, for people; nil: not said.
    public let source: FundSource?
}

/// A township, street or zone.
public struct Township: Sendable {
    /// Identifier.
    public let id: String
    /// Name for people.
    public let name: String
    /// Its county, as a number in `Week.counties`.
    public let county: Int
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// People by audience, in the order of `Week.audiences`.
    public let population: [Double]
}

/// A room, hall, square or field where sessions are held.
public struct Venue: Sendable {
    /// Identifier.
    public let id: String
    /// Name for people.
    public let name: String
    /// Number of its township in `Week.townships`.
    public let township: Int
    /// Kind, e.g. `school`.
    public let kind: Name
    /// People it holds.
    public let capacity: Double
    /// What it is equipped with.
    public let equipment: Set<Name>
    /// For each slot instance of the week whether it is closed.
    public let closed: [Bool]
    /// Yuan a session.
    public let cost: Double
    /// Sessions that it holds at once, 1…99 (H3).
    public let parallel: Int
    /// Whose it is; nil: everybody's (H16).
    public let ownership: Ownership?
}

/// The three pools that crews are drawn from.
public enum Pool: String, Sendable, CaseIterable {
    /// People who give talks and trainings.
    case experts
    /// People who coach in small groups.
    case mentors
    /// Movable equipment: a VR set, a planetarium dome, a science van.
    case kits
}

/// An expert, a mentor or a kit: whatever can be part of a crew.
public struct Member: Sendable {
    /// Identifier, unique across the three pools.
    public let id: String
    /// Name for people.
    public let name: String
    /// The pool it belongs to.
    public let pool: Pool
    /// Number of the township it starts from.
    public let base: Int
    /// Level 1…5 by skill.
    public let skills: [Name: Int]
    /// For each slot instance of the week whether it is away (H5).
    public let away: [Bool]
    /// Sessions a date at most (H5).
    public let maxPerDay: Int
    /// Sessions a week at most (H5).
    public let maxPerWeek: Int
    /// Minutes from its base at most (H6).
    public let maxMinutes: Double
    /// Yuan a session, charged to the request's fund.
    public let fee: Double
    /// Whose it is; nil: everybody's (H16).
    public let ownership: Ownership?

    /// Whether it may fill a place of that need (H4).
    public func fits(_ need: Need) -> Bool {
        pool == need.pool && (skills[need.skill] ?? 0) >= need.level
    }
}

/// How travel is reckoned.
public struct Travel: Sendable, Equatable {
    /// Number of the fund that pays for trips.
    public let fund: Int
    /// Kilometres an hour.
    public let speed: Double
    /// Road kilometres per kilometre of great circle.
    public let roadFactor: Double
    /// Minutes added to every way between two townships.
    public let buffer: Double
    /// Yuan per kilometre of a trip.
    public let costPerKm: Double
}

/// The planner's prices, in points.
public struct Weights: Sendable, Equatable {
    /// Points per kilometre of trips.
    public let km: Double
    /// Points for a start outside the preferred slots.
    public let preference: Double
    /// Points for a baseline session whose request is no longer held.
    public let drop: Double
    /// Points for another start than in the baseline.
    public let move: Double
    /// Points for another venue than in the baseline.
    public let venue: Double
    /// Points for each member of a baseline crew that is no longer in it.
    public let crew: Double
    /// Points for each 1,000 yuan charged; 0 in the first edition.
    public let yuan: Double
}

extension Pool {
    /// The word for it in messages.
    var word: KnownWord {
        switch self {
        case .experts: .experts
        case .mentors: .mentors
        case .kits: .kits
        }
    }
}
