extension CoverageReport {
    /// The rows of a grouping with nothing held: names, people, usable time, limits.
    func emptyRows(_ grouping: CoverageGrouping) -> [CoverageRow] {
        switch grouping {
        case .township: return townshipRows()
        case .county: return countyRows()
        case .audience: return audienceRows()
        case .fund:
            return week.funds.map { fund in
                var row = CoverageRow(.fund, id: fund.id, name: fund.name)
                row.money.limit = fund.limit
                row.shortfall = Shortfall()
                return row
            }
        case .member:
            return week.members.map { member in
                var row = CoverageRow(.member, id: member.id, name: member.name)
                row.load = Load(usable: member.away.count { !$0 }, maxPerWeek: member.maxPerWeek)
                return row
            }
        case .venue:
            return week.venues.map { venue in
                var row = CoverageRow(.venue, id: venue.id, name: venue.name)
                row.load = Load(usable: venue.closed.count { !$0 })
                return row
            }
        }
    }

    private func townshipRows() -> [CoverageRow] {
        var rows = week.townships.map { town in
            var row = CoverageRow(.township, id: town.id, name: town.name)
            row.population = town.population.reduce(0, +)
            row.audiences = zip(week.audiences, town.population).map { AudienceCell(audience: $0, population: $1) }
            row.shortfall = Shortfall()
            row.load = Load()
            return row
        }
        for venue in week.venues { rows[venue.township].load?.usable += venue.closed.count { !$0 } }
        return rows
    }

    private func countyRows() -> [CoverageRow] {
        var rows = week.counties.map { name in
            var row = CoverageRow(.county, id: name, name: name)
            row.population = 0
            row.shortfall = Shortfall()
            row.load = Load()
            return row
        }
        for (town, row) in zip(week.townships, townshipRows()) {
            rows[town.county].population? += row.population ?? 0
            rows[town.county].load?.usable += row.load?.usable ?? 0
        }
        return rows
    }

    private func audienceRows() -> [CoverageRow] {
        week.audiences.indices.map { number in
            var row = CoverageRow(.audience, id: week.audiences[number], name: week.audiences[number])
            row.population = week.townships.reduce(0) { $0 + $1.population[number] }
            row.shortfall = Shortfall()
            return row
        }
    }
}
