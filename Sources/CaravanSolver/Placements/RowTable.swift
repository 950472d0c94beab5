import CaravanCore

/// All rows that choices take of: "what the choices of a plan take of a row is at most its limit". Targets count
/// negative: they demand at least so much. Rows of one kind stand side by side, in the order of `Row`.
struct RowTable: Sendable {
    /// H9 summed over starts: before slot instance `slot` is over, `later` may have started only if `earlier` is over.
    struct Order: Sendable, Hashable {
        let earlier: Int
        let later: Int
        let slot: Int
    }

    let sections: RowSections
    /// Targets, caps and H10.
    let groups: Range<Int>
    /// Rules of rows among them, and the names of their rows.
    let rules: RowRules
    let names: [String]
    /// H9, from `groups.upperBound` on.
    let orders: [Order]
    /// Cover cuts on funds, in the order found; their rows come last.
    private(set) var covers: [FundCover] = []

    private(set) var limit: [Double]
    /// Points that a unit beyond the limit costs, at most: a target's or soft cap's weight, else infinite.
    private(set) var ceiling: [Double]
    /// What one typical session takes: violations are measured in these, so that a yuan and a slot weigh alike.
    private(set) var scale: [Double]

    init(
        _ week: Week, _ tables: WeekTables, _ sections: RowSections, _ coverage: GroupTable, _ orders: [Order]
    ) {
        let groups = coverage.groups
        self.sections = sections
        (rules, names) = (coverage.rowRules, coverage.names)
        self.orders = orders
        self.groups = sections.group(0)..<sections.group(groups.count)
        let count = self.groups.upperBound + orders.count
        limit = Array(repeating: 1, count: count)
        ceiling = Array(repeating: .infinity, count: count)
        scale = Array(repeating: 1, count: count)
        for member in week.members.indices {
            for row in sections.memberDates[member] { limit[row] = Double(tables.maxPerDay[member]) }
            limit[sections.week(member)] = Double(tables.maxPerWeek[member])
        }
        for (number, fund) in week.funds.enumerated() { limit[sections.fund(number)] = fund.limit }
        for (number, group) in groups.enumerated() {
            limit[sections.group(number)] = group.kind == .target ? -group.threshold : group.threshold
            if !group.isHard { ceiling[sections.group(number)] = group.weight }
        }
        for row in self.groups.upperBound..<count { limit[row] = 0 }
        scaleFunds(tables)
        for hit in coverage.hits {
            scale[sections.group(Int(hit.group))] = max(scale[sections.group(Int(hit.group))], hit.amount)
        }
    }

    private mutating func scaleFunds(_ tables: WeekTables) {
        let charges = tables.requestYuan.reduce(0, +) / Double(max(1, tables.requestYuan.count))
        for row in sections.funds { scale[row] = max(1, charges) }
        if tables.fund.contains(tables.travelFund) { return }
        let trips = tables.tripKm.filter { $0 > 0 }
        let typical = trips.reduce(0, +) / Double(max(1, trips.count)) * tables.kmYuan
        scale[sections.fund(tables.travelFund)] = max(1, typical)
    }

    /// Rows that the week gives, cover cuts aside.
    var plainCount: Int { groups.upperBound + orders.count }

    /// The row of an entry of `orders`.
    func order(_ number: Int) -> Int { groups.upperBound + number }

    /// The row of an entry of `covers`.
    func cover(_ number: Int) -> Int { plainCount + number }

    /// Takes up further cover cuts.
    mutating func add(_ cuts: [FundCover]) {
        covers += cuts
        limit += cuts.map(\.most)
        ceiling.append(contentsOf: repeatElement(.infinity, count: cuts.count))
        scale.append(contentsOf: repeatElement(1, count: cuts.count))
    }

    /// The same rows with some that bind nobody.
    func waiving(funds: some Sequence<Int>, groups: some Sequence<Int>) -> RowTable {
        var rows = self
        for row in funds.map(sections.fund) + groups.map(sections.group) { rows.ceiling[row] = 0 }
        return rows
    }
}

extension RowTable {
    /// What a row is about, by numbers of the week.
    enum Row: Hashable, Sendable {
        case venue(Int, slot: Int)
        case crowd(Int, slot: Int)
        case member(Int, slot: Int)
        case day(member: Int, date: Int)
        case week(member: Int)
        case fund(Int)
        case group(Int)
        case order(Order)
        case cover(Int)
    }

    /// What a row is about.
    subscript(row: Int) -> Row {
        switch row {
        case ..<sections.crowdSlots.first:
            let (venue, slot) = sections.venueSlots.coordinates(of: row)
            return .venue(venue, slot: slot)
        case ..<sections.memberSlots.first:
            let (crowd, slot) = sections.crowdSlots.coordinates(of: row)
            return .crowd(crowd, slot: slot)
        case ..<sections.memberDates.first:
            let (member, slot) = sections.memberSlots.coordinates(of: row)
            return .member(member, slot: slot)
        case ..<sections.weeks.lowerBound:
            let (member, date) = sections.memberDates.coordinates(of: row)
            return .day(member: member, date: date)
        case ..<sections.funds.lowerBound: return .week(member: row - sections.weeks.lowerBound)
        case ..<groups.lowerBound: return .fund(row - sections.funds.lowerBound)
        case ..<groups.upperBound: return .group(row - groups.lowerBound)
        case ..<plainCount: return .order(orders[row - groups.upperBound])
        default: return .cover(row - plainCount)
        }
    }
}
