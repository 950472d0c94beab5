/// A member's way to a township on one date; once however many sessions it has there (H8).
struct Trip: Hashable {
    let member: Int
    let date: Int
    let township: Int
}

/// What a plan's sessions and trips charge to each fund, in yuan, and how far the trips go.
struct FundCharges {
    /// Charges of sessions and sites by fund: the request's cost, the venue's cost, the fees of the crew and those of loans.
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
        for place in held.places {
            guard let venue = place.venue else { continue }
            let charge = Self.charge(of: place, at: venue, week)
            for payer in week.requests[place.request].payers { sessions[payer.fund] += payer.share * charge }
            for member in place.crew where week.members[member].base != place.township {
                for date in place.time.tripDates(of: week.members[member].pool) {
                    let trip = Trip(member: member, date: date, township: place.township)
                    if known.insert(trip).inserted { add(trip, week) }
                }
            }
        }
    }

    /// All charges of all funds, yuan.
    var total: Double { sessions.reduce(0, +) + trips.reduce(0, +) }

    /// What a session or site charges to those who pay for it: venue and fees for each date, loans once.
    static func charge(of place: HeldPlace, at venue: Int, _ week: Week) -> Double {
        let (department, dates) = (week.requests[place.request].department, Double(place.time.lasts))
        return place.demand.cost + week.venues[venue].charge(to: department, dates: dates)
            + place.crew.reduce(0) { $0 + week.members[$1].charge(to: department, dates: dates) }
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

extension Venue {
    /// Yuan that its use costs a request of a department, nil: of none.
    func charge(to department: Int?, dates: Double) -> Double {
        dates * cost + (ownership?.fee(for: department) ?? 0)
    }
}

extension Member {
    /// Yuan that its use costs a request of a department, nil: of none; trips aside.
    func charge(to department: Int?, dates: Double) -> Double {
        dates * fee + (ownership?.fee(for: department) ?? 0)
    }
}
