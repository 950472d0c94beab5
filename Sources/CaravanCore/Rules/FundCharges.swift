/// A member's way to a township on one date; once however many sessions it has there (H8).
struct Trip: Hashable {
    let member: Int
    let date: Int
    let township: Int
}

/// What a plan's sessions and trips charge to each fund, in yuan, and how far the trips go.
struct FundCharges {
    /// Charges of sessions by fund: the request's cost, the venue's cost and the fees of the crew.
    private(set) var sessions: [Double]
    /// Charges of trips by fund.
    private(set) var trips: [Double]
    /// The trips, each once.
    private(set) var made: [Trip] = []
    /// Kilometres of all trips, there and back.
    private(set) var km = 0.0

    init(_ held: HeldSessions) {
        let week = held.week
        sessions = [Double](repeating: 0, count: week.funds.count)
        trips = sessions
        var known: Set<Trip> = []
        for session in held.sessions {
            guard let venue = session.venue else { continue }
            sessions[week.requests[session.request].fund] += Self.charge(of: session, at: venue, week)
            for member in session.crew where week.members[member].base != session.township {
                let date = week.calendar.date(of: session.span.lowerBound)
                let trip = Trip(member: member, date: date, township: session.township)
                if known.insert(trip).inserted { add(trip, week) }
            }
        }
    }

    /// What a session charges to its request's fund.
    static func charge(of session: HeldSession, at venue: Int, _ week: Week) -> Double {
        let fees = session.crew.reduce(0) { $0 + week.members[$1].fee }
        return week.requests[session.request].cost + week.venues[venue].cost + fees
    }

    private mutating func add(_ trip: Trip, _ week: Week) {
        made.append(trip)
        let length = week.tripKm(member: trip.member, to: trip.township)
        km += length
        trips[week.travel.fund] += length * week.travel.costPerKm
    }

    /// H8.
    func check(_ week: Week, _ log: inout ViolationLog) {
        for (number, fund) in week.funds.enumerated() {
            let charged = sessions[number] + trips[number]
            if HardLimit.isOverdrawn(charged, fund.limit) {
                log.add(.H8, .fundShort(fund.id, charged: charged, limit: fund.limit))
            }
        }
    }
}
