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
    /// Kilometres of all trips, there and back.
    private(set) var km = 0.0

    init(_ held: HeldSessions) {
        let week = held.week
        sessions = [Double](repeating: 0, count: week.funds.count)
        trips = sessions
        var made: Set<Trip> = []
        for session in held.sessions {
            guard let venue = session.venue else { continue }
            let request = week.requests[session.request]
            let fees = session.crew.reduce(0) { $0 + week.members[$1].fee }
            sessions[request.fund] += request.cost + week.venues[venue].cost + fees
            for member in session.crew where week.members[member].base != session.township {
                let date = week.calendar.date(of: session.span.lowerBound)
                let trip = Trip(member: member, date: date, township: session.township)
                if made.insert(trip).inserted { add(trip, week) }
            }
        }
    }

    private mutating func add(_ trip: Trip, _ week: Week) {
        let length = week.tripKm(member: trip.member, to: trip.township)
        km += length
        trips[week.travel.fund] += length * week.travel.costPerKm
    }

    /// H8.
    func check(_ week: Week, _ log: inout ViolationLog) {
        for (number, fund) in week.funds.enumerated() {
            let charged = sessions[number] + trips[number]
            if charged > fund.limit + 1e-6 {
                log.add(.H8, "\(fund.id): \(fixedDecimal(charged, places: 2)) > \(plainDecimal(fund.limit))")
            }
        }
    }
}
