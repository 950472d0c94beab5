// What each field holds is said where it is listed, for the reference and for readers alike.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// What a group gets of a plan, as `COVERAGE` shows it; what makes no sense for a grouping is absent.
public struct CoverageRecord: ProtocolRecord {
    /// What an audience of the group gets.
    public struct Audience: ProtocolRecord {
        public var audience = ""
        public var sessions = 0
        public var attendance = 0.0
        public var population = 0.0
        public var perThousand: Double?

        public init() {}

        public static let fields: [RecordField<Audience>] = [
            .field("audience", \.audience, "identifier"), .field("sessions", \.sessions, "sessions held"),
            .field("attendance", \.attendance, "people expected at them"), .field("population", \.population, "people"),
            .optional("perThousand", \.perThousand, "attendance ÷ population × 1000; absent where nobody lives"),
        ]
    }

    public var key = ""
    public var name: String?
    public var county: String?
    public var township: String?
    public var pool: String?
    public var sessions = 0
    public var attendance = 0.0
    public var population: Double?
    public var perThousand: Double?
    public var shortfall: Double?
    public var shortfallCost: Double?
    public var money = 0.0
    public var limit: Double?
    public var trips: Int?
    public var km: Double?
    public var load: Double?
    public var audiences: [Audience]?

    public init() {}

    public static let fields: [RecordField<CoverageRecord>] = [
        .field("key", \.key, "identifier (county: name)"),
        .optional("name", \.name, "name for people, where there is one"),
        .optional("township", \.township, "by venue: identifier of its township"),
        .optional("county", \.county, "by township and venue: the county"),
        .optional("pool", \.pool, "by member: `experts`, `mentors` or `kits`"),
        .field("sessions", \.sessions, "sessions held"), .field("attendance", \.attendance, "people expected at them"),
        .optional("population", \.population, "people, by township, county and audience"),
        .optional("perThousand", \.perThousand, "attendance ÷ population × 1000; absent where nobody lives"),
        .optional("shortfall", \.shortfall, "by township, county, audience: units missing at targets that group by it"),
        .optional("shortfallCost", \.shortfallCost, "points that they cost"),
        .field("money", \.money, "yuan charged by the sessions (fund: by sessions and trips)"),
        .optional("limit", \.limit, "by fund: yuan it may spend"),
        .optional("trips", \.trips, "by member and fund: trips"),
        .optional("km", \.km, "by member and fund: kilometres of trips"),
        .optional("load", \.load, "by member: sessions ÷ maxPerWeek; by venue: slots taken ÷ slots open"),
        .optional(
            "audiences", \.audiences,
            "by township and county: a list of `{audience, sessions, attendance, population, perThousand}`, one for each "
                + "audience of the week"),
    ]
}
