/// Who and what a plan covers: one row for every township, county, audience, fund, member or venue of the week, those with
/// nothing too.
public struct CoverageReport: Sendable {
    let week: Week
    private let held: HeldSessions
    private let charges: FundCharges

    /// Looks at a plan's sessions; those that name what the week has not are left out.
    public init(week: Week, plan: Plan) {
        var log = ViolationLog()
        self.week = week
        held = HeldSessions(plan.sessions, in: week, &log)
        charges = FundCharges(held)
    }

    /// The rows, in the order of the week (counties sorted by name; experts, then mentors, then kits).
    public func rows(by grouping: CoverageGrouping) -> [CoverageRow] {
        var rows = emptyRows(grouping)
        for session in held.sessions {
            for row in places(of: session, grouping) { count(session, in: &rows[row]) }
        }
        addTrips(grouping, &rows)
        addShortfalls(grouping, &rows)
        return rows
    }

    /// Which rows a session counts in.
    private func places(of session: HeldSession, _ grouping: CoverageGrouping) -> [Int] {
        let request = week.requests[session.request]
        switch grouping {
        case .township: return [session.township]
        case .county: return [week.townships[session.township].county]
        case .audience: return [request.audience]
        case .fund: return [request.fund]
        case .member: return Array(Set(session.crew))
        case .venue: return session.venue.map { [$0] } ?? []
        }
    }

    private func count(_ session: HeldSession, in row: inout CoverageRow) {
        let request = week.requests[session.request]
        row.sessions += 1
        row.attendance += request.attendance
        if session.venue != nil || row.grouping == .member { row.load?.used += session.span.count }
        if row.grouping == .township {
            row.audiences[request.audience].sessions += 1
            row.audiences[request.audience].attendance += request.attendance
        }
        guard let venue = session.venue else { return }
        switch row.grouping {
        case .member: row.money.sessions += week.member(row.id).map { week.members[$0].fee } ?? 0
        case .venue: row.money.sessions += week.venues[venue].cost
        default: row.money.sessions += FundCharges.charge(of: session, at: venue, week)
        }
    }

    private func addTrips(_ grouping: CoverageGrouping, _ rows: inout [CoverageRow]) {
        for trip in charges.made {
            let yuan = week.tripKm(member: trip.member, to: trip.township) * week.travel.costPerKm
            switch grouping {
            case .township: rows[trip.township].money.trips += yuan
            case .county: rows[week.townships[trip.township].county].money.trips += yuan
            case .fund: rows[week.travel.fund].money.trips += yuan
            case .member: rows[trip.member].money.trips += yuan
            case .audience, .venue: return
            }
        }
    }

    private func addShortfalls(_ grouping: CoverageGrouping, _ rows: inout [CoverageRow]) {
        for rule in week.targets {
            guard let key = grouping.key(in: rule),
                let shortfall = TargetShortfall(CoverageTally(rule, held), by: key, week)
            else { continue }
            var (units, points) = (shortfall.units, shortfall.points)
            if grouping == .county && key == .township { (units, points) = (byCounty(units), byCounty(points)) }
            for row in rows.indices where units[row] > 0 {
                rows[row].shortfall?.parts.append(
                    Shortfall.Part(target: rule.id, measure: rule.measure, units: units[row], points: points[row]))
            }
        }
    }

    private func byCounty(_ values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: week.counties.count)
        for (town, value) in values.enumerated() { sums[week.townships[town].county] += value }
        return sums
    }
}
