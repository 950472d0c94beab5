/// A sound week in the form that rules, objective and solver work on: everything refers to everything by number, in the
/// order of the document. Made from a document by `init(document:)`, immutable afterwards.
public struct Week: Sendable {
    /// The document it was made from, unknown fields included.
    public let document: JSON
    /// The edition of its document: what it can say.
    public let edition: Edition
    /// Identifier.
    public let id: String
    /// Title; empty where the document has none.
    public let title: String
    /// IANA name of the time zone.
    public let timezone: String
    /// Dates and slots.
    public let calendar: SlotCalendar
    /// Audience identifiers.
    public let audiences: [String]
    /// County names, sorted.
    public let counties: [String]
    /// Topics that occur in requests, sorted.
    public let topics: [String]
    /// Formats that occur in requests, sorted.
    public let formats: [String]
    /// Who comes to sessions (H7): the audiences, then the other crowds that requests name, sorted.
    public let crowds: [String]
    /// Offices that ask, pay and lend.
    public let departments: [Department]
    /// Money pots.
    public let funds: [Fund]
    /// Townships.
    public let townships: [Township]
    /// Venues.
    public let venues: [Venue]
    /// Experts, then mentors, then kits.
    public let members: [Member]
    /// Requests.
    public let requests: [Request]
    /// Targets, each with its groups.
    public let targets: [CoverageRule]
    /// Caps, each with its groups.
    public let caps: [CoverageRule]
    /// Requests whose sessions belong together (H14).
    public let series: [Series]
    /// What earlier weeks held.
    public let history: [Remembrance]
    /// Decisions already taken.
    public let pins: [Pin]
    /// The planner's prices.
    public let weights: Weights
    /// How travel is reckoned.
    public let travel: Travel
    /// Distances between townships.
    public let distances: Distances

    let townshipNumbers: [Name: Int]
    let venueNumbers: [Name: Int]
    let memberNumbers: [Name: Int]
    let requestNumbers: [Name: Int]
    let fundNumbers: [Name: Int]
    let departmentNumbers: [Name: Int]

    /// The number of a township, nil where the week has none of that id.
    public func township(_ id: String) -> Int? { townshipNumbers[Name(id)] }
    /// The number of a venue, nil where the week has none of that id.
    public func venue(_ id: String) -> Int? { venueNumbers[Name(id)] }
    /// The number of a member, nil where the week has none of that id.
    public func member(_ id: String) -> Int? { memberNumbers[Name(id)] }
    /// The number of a request, nil where the week has none of that id.
    public func request(_ id: String) -> Int? { requestNumbers[Name(id)] }
    /// The number of a fund, nil where the week has none of that id.
    public func fund(_ id: String) -> Int? { fundNumbers[Name(id)] }

    /// The number of a department, nil where the week has none of that id.
    public func department(_ id: String) -> Int? { departmentNumbers[Name(id)] }

    /// Kilometres of one round trip of a member to a township (H8): twice the way from its base.
    public func tripKm(member: Int, to township: Int) -> Double {
        2 * distances.leg(members[member].base, township).km
    }

    /// H6: whether a member reaches a township from its base.
    public func reaches(member: Int, township: Int) -> Bool {
        distances.leg(members[member].base, township).minutes <= members[member].maxMinutes
    }

    /// H5 and H6: whether one member can do two sessions, given the slots they take and their townships.
    public func compatible(_ a: Range<Int>, at p: Int, _ b: Range<Int>, at q: Int) -> Bool {
        if calendar.date(of: a.lowerBound) != calendar.date(of: b.lowerBound) { return true }
        if a.overlaps(b) { return false }
        let (earlier, later) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
        let gap = calendar.begin(of: later.lowerBound) - calendar.end(of: earlier.upperBound - 1)
        return distances.leg(p, q).minutes <= Double(gap)
    }

    /// H5, H6 and H15: whether one member of a pool can do two sessions, given their times and townships. Of a stay each date
    /// stands for itself.
    public func compatible(
        _ a: SessionTime, at p: Int, _ b: SessionTime, at q: Int, for pool: Pool
    ) -> Bool {
        a.dates.clamped(to: b.dates).allSatisfy { date in
            compatible(a.slots(holding: pool, on: date), at: p, b.slots(holding: pool, on: date), at: q)
        }
    }

    /// Whether a venue fits a request apart from time: township aside, kind, capacity and equipment (H2).
    public func suits(venue: Int, request: Int) -> Bool {
        let (v, r) = (venues[venue], requests[request])
        return (r.venueKinds.isEmpty || r.venueKinds.contains(v.kind)) && v.capacity >= r.attendance
            && r.equipment.isSubset(of: v.equipment)
    }
}
