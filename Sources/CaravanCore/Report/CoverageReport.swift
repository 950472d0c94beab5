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
        for place in held.places {
            for row in rowNumbers(of: place, grouping) { count(place, in: &rows[row]) }
        }
        if grouping == .fund { for row in rows.indices { rows[row].money.sessions = charges.sessions[row] } }
        addTrips(grouping, &rows)
        addShortfalls(grouping, &rows)
        return rows
    }

    /// Which rows a session, where it is live or one of its sites, counts in.
    private func rowNumbers(of place: HeldPlace, _ grouping: CoverageGrouping) -> [Int] {
        let request = week.requests[place.request]
        switch grouping {
        case .township: return [place.township]
        case .county: return [week.townships[place.township].county]
        case .audience: return [request.audience]
        case .fund: return [request.fund]
        case .member: return Array(Set(place.crew))
        case .venue: return place.venue.map { [$0] } ?? []
        }
    }

    /// A site is a session of its township, its venue and its crew; its people and a stay's count on each of its dates.
    private func count(_ place: HeldPlace, in row: inout CoverageRow) {
        let audience = week.requests[place.request].audience
        let people = place.demand.attendance * Double(place.time.lasts)
        row.sessions += 1
        row.attendance += people
        if place.venue != nil || row.grouping == .member { row.load?.used += place.time.slots.count }
        if row.grouping == .township {
            row.audiences[audience].sessions += 1
            row.audiences[audience].attendance += people
        }
        guard let venue = place.venue else { return }
        let department = week.requests[place.request].department
        let dates = Double(place.time.lasts)
        switch row.grouping {
        case .member:
            row.money.sessions += week.member(row.id).map { week.members[$0].charge(to: department, dates: dates) } ?? 0
        case .venue: row.money.sessions += week.venues[venue].charge(to: department, dates: dates)
        case .fund: break
        default: row.money.sessions += FundCharges.charge(of: place, at: venue, week)
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
