import CaravanCore
import CaravanProtocol

/// The records of `COVERAGE`: one a group; what makes no sense for a grouping is left out.
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
    var records: [CoverageRecord] { rows.map(record) }

    private func record(_ row: CoverageRow) -> CoverageRecord {
        var record = CoverageRecord()
        record.key = row.id
        if !row.name.isEmpty { record.name = row.name }
        addOrigin(of: row, to: &record)
        (record.sessions, record.attendance) = (row.sessions, row.attendance)
        (record.population, record.perThousand) = (row.population, row.perThousand)
        record.shortfall = row.shortfall.map { $0.parts.reduce(0) { $0 + $1.units } }
        record.shortfallCost = row.shortfall?.points
        addMoney(of: row, to: &record)
        addLoad(of: row, to: &record)
        if !row.audiences.isEmpty { record.audiences = row.audiences.map(CoverageRecord.Audience.init) }
        return record
    }

    private func addOrigin(of row: CoverageRow, to record: inout CoverageRecord) {
        switch grouping {
        case .township:
            record.county = week.township(row.id).map { week.counties[week.townships[$0].county] }
        case .venue:
            guard let venue = week.venue(row.id) else { return }
            let township = week.townships[week.venues[venue].township]
            (record.township, record.county) = (township.id, week.counties[township.county])
        case .member: record.pool = week.member(row.id).map { week.members[$0].pool.rawValue }
        case .county, .audience, .fund: break
        }
    }

    private func addMoney(of row: CoverageRow, to record: inout CoverageRecord) {
        let isFund = grouping == .fund
        record.money = row.money.sessions + (isFund ? row.money.trips : 0)
        record.limit = isFund ? row.money.limit : nil
        let sum: TripTally.Sum?
        switch grouping {
        case .member: sum = week.member(row.id).map { trips.byMember[$0] }
        case .fund: sum = week.funds[week.travel.fund].id == row.id ? trips.total : TripTally.Sum()
        default: sum = nil
        }
        (record.trips, record.km) = (sum?.trips, sum?.km)
    }

    private func addLoad(of row: CoverageRow, to record: inout CoverageRecord) {
        switch grouping {
        case .member:
            let most = row.load?.maxPerWeek ?? 0
            record.load = most > 0 ? Double(row.sessions) / Double(most) : nil
        case .venue: record.load = row.load?.share
        default: break
        }
    }
}

extension CoverageRecord.Audience {
    fileprivate init(_ cell: AudienceCell) {
        self.init()
        (audience, sessions, attendance) = (cell.audience, cell.sessions, cell.attendance)
        (population, perThousand) = (cell.population, cell.perThousand)
    }
}
