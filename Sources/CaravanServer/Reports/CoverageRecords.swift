import CaravanCore

/// The records of `COVERAGE`: one a group, with the fields that docs/protocol.md lists; what makes no sense for a
/// grouping is left out.
struct CoverageRecords {
    private let week: Week
    private let grouping: CoverageGrouping
    private let rows: [CoverageRow]
    private let trips: TripTally

    init(_ plan: Plan, in week: Week, by grouping: CoverageGrouping) {
        self.week = week
        self.grouping = grouping
        rows = CoverageReport(week: week, plan: plan).rows(by: grouping)
        trips = TripTally(plan, in: week)
    }

    /// The records, in the order of the week.
    var records: [JSON] { rows.map(record) }

    private func record(_ row: CoverageRow) -> JSON {
        var fields = JSONObject([("key", .string(row.id))])
        if !row.name.isEmpty { fields["name"] = .string(row.name) }
        addOrigin(of: row, to: &fields)
        fields["sessions"] = .int(row.sessions)
        fields["attendance"] = .number(row.attendance)
        fields["population"] = row.population.map { .number($0) }
        fields["perThousand"] = row.perThousand.map { .number($0) }
        if let shortfall = row.shortfall {
            fields["shortfall"] = .figure(shortfall.parts.reduce(0) { $0 + $1.units })
            fields["shortfallCost"] = .figure(shortfall.points)
        }
        addMoney(of: row, to: &fields)
        addLoad(of: row, to: &fields)
        if !row.audiences.isEmpty { fields["audiences"] = .array(row.audiences.map(Self.cell)) }
        return .object(fields)
    }

    private func addOrigin(of row: CoverageRow, to fields: inout JSONObject) {
        switch grouping {
        case .township:
            fields["county"] = week.township(row.id).map { .string(week.counties[week.townships[$0].county]) }
        case .venue:
            guard let venue = week.venue(row.id) else { return }
            let township = week.townships[week.venues[venue].township]
            fields["township"] = .string(township.id)
            fields["county"] = .string(week.counties[township.county])
        case .member: fields["pool"] = week.member(row.id).map { .string(week.members[$0].pool.rawValue) }
        case .county, .audience, .fund: break
        }
    }

    private func addMoney(of row: CoverageRow, to fields: inout JSONObject) {
        let isFund = grouping == .fund
        fields["money"] = .figure(row.money.sessions + (isFund ? row.money.trips : 0))
        fields["limit"] = isFund ? row.money.limit.map { .number($0) } : nil
        let sum: TripTally.Sum?
        switch grouping {
        case .member: sum = week.member(row.id).map { trips.byMember[$0] }
        case .fund: sum = week.funds[week.travel.fund].id == row.id ? trips.total : TripTally.Sum()
        default: sum = nil
        }
        fields["trips"] = sum.map { .int($0.trips) }
        fields["km"] = sum.map { .figure($0.km) }
    }

    private func addLoad(of row: CoverageRow, to fields: inout JSONObject) {
        switch grouping {
        case .member:
            let most = row.load?.maxPerWeek ?? 0
            fields["load"] = most > 0 ? .figure(Double(row.sessions) / Double(most)) : nil
        case .venue: fields["load"] = row.load?.share.map { .figure($0) }
        default: break
        }
    }

    private static func cell(_ cell: AudienceCell) -> JSON {
        var fields = JSONObject([
            ("audience", .string(cell.audience)), ("sessions", .int(cell.sessions)),
            ("attendance", .number(cell.attendance)), ("population", .number(cell.population)),
        ])
        fields["perThousand"] = cell.perThousand.map { .number($0) }
        return .object(fields)
    }
}
