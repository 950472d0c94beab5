import CaravanCore

/// Trips of a plan by member: each (member, date, township other than its base) with a session is one (H8).
struct TripTally {
    /// Trips and their kilometres.
    struct Sum {
        var trips = 0
        var km = 0.0
    }

    private struct Trip: Hashable {
        let member: Int
        let date: Int
        let township: Int
    }

    /// By member, in the order of the week.
    private(set) var byMember: [Sum]

    /// Counts the trips of a plan's sessions; what the week has not is left out.
    init(_ plan: Plan, in week: Week) {
        var trips: Set<Trip> = []
        for session in plan.sessions {
            guard let township = week.township(session.township),
                let start = week.calendar.instance(named: session.start)
            else { continue }
            for member in session.crew.compactMap(week.member) where week.members[member].base != township {
                trips.insert(Trip(member: member, date: week.calendar.date(of: start), township: township))
            }
        }
        byMember = [Sum](repeating: Sum(), count: week.members.count)
        for trip in trips {
            byMember[trip.member].trips += 1
            byMember[trip.member].km += week.tripKm(member: trip.member, to: trip.township)
        }
    }

    /// Over all members.
    var total: Sum { byMember.reduce(into: Sum()) { ($0.trips, $0.km) = ($0.trips + $1.trips, $0.km + $1.km) } }
}
