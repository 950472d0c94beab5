/// What a plan charges to each fund of the week.
public struct MoneyReport: Sendable {
    /// One fund.
    public struct Row: Sendable, Equatable {
        /// Identifier of the fund.
        public let fund: String
        /// Its name for people.
        public let name: String
        /// Yuan that it may be charged (H8).
        public let limit: Double
        /// Yuan charged by sessions: requests' costs, venues and fees.
        public let sessions: Double
        /// Yuan charged by trips.
        public let trips: Double

        /// Yuan charged in all.
        public var charged: Double { sessions + trips }
        /// Yuan left; negative where the limit is broken.
        public var left: Double { limit - charged }

        /// The row as a record.
        public var record: JSON {
            [
                "fund": .string(fund), "name": .string(name), "limit": .number(limit), "sessions": .number(sessions),
                "trips": .figure(trips), "charged": .figure(charged), "left": .figure(left),
            ]
        }
    }

    /// A row for every fund, in the order of the week, those without charges too.
    public let rows: [Row]

    /// The charges of a plan's sessions; sessions that name what the week has not are left out.
    public init(week: Week, plan: Plan) {
        var log = ViolationLog()
        let charges = FundCharges(HeldSessions(plan.sessions, in: week, &log))
        rows = week.funds.indices.map { number in
            let fund = week.funds[number]
            return Row(
                fund: fund.id, name: fund.name, limit: fund.limit, sessions: charges.sessions[number],
                trips: charges.trips[number])
        }
    }
}
