extension DualStart {
    /// What an ascent came to.
    init(
        _ pricing: Pricing, leastCharges: [Double], priced: PricePoint, kept: PricePoint?
    ) {
        var writer = DualWriter(pricing, priced.trips, leastCharges: leastCharges)
        let all = [priced] + (kept.map { [$0] } ?? [])
        writer.listRows { at in all.contains { at < $0.multipliers.value.count && $0.multipliers.value[at] > 0 } }
        let phases = all.map { writer.phase($0.multipliers, $0.trips) }
        self.init(
            names: writer.table.names, rows: writer.rows, covers: writer.covers, priced: phases[0],
            kept: kept == nil ? nil : phases[1])
    }
}

/// Writes multipliers down by names.
private struct DualWriter {
    let pricing: Pricing
    let leastCharges: [Double]
    var table = NameTable()
    var rows: [DualStart.Row] = []
    var covers: [DualStart.Cover] = []
    /// Where each row stands in the multipliers.
    private var positions: [Int] = []
    private let keys: [TripKey]
    private var instance: Instance { pricing.instance }

    init(_ pricing: Pricing, _ trips: TripShares, leastCharges: [Double]) {
        self.pricing = pricing
        self.leastCharges = leastCharges
        keys = trips.keys
    }

    /// Lists the rules that have a price.
    mutating func listRows(where hasPrice: (Int) -> Bool) {
        let week = instance.week
        let venues = week.venues.map { table.number($0.id) }
        let townships = week.townships.map { table.number($0.id) }
        let members = week.members.map { table.number($0.id) }
        let audiences = week.audiences.map { table.number($0) }
        let slots = (0..<week.calendar.count).map { table.number(week.calendar.name(of: $0)) }
        let dates = week.calendar.dates.map { table.number($0) }
        for at in 0..<pricing.rows.limit.count where hasPrice(at) {
            switch pricing.rows[at] {
            case .venue(let venue, let slot): add(DualStart.Row(rule: .venue, a: venues[venue], b: slots[slot]), at)
            case .crowd(let crowd, let slot):
                let (township, audience) = instance.tables.crowds.coordinates(of: crowd)
                add(DualStart.Row(rule: .audience, a: townships[township], b: audiences[audience], c: slots[slot]), at)
            case .member(let member, let slot):
                add(DualStart.Row(rule: .member, a: members[member], b: slots[slot]), at)
            case .day(let member, let date): add(DualStart.Row(rule: .day, a: members[member], b: dates[date]), at)
            case .week(let member): add(DualStart.Row(rule: .week, a: members[member]), at)
            case .fund(let fund): add(DualStart.Row(rule: .fund, a: table.number(week.funds[fund].id)), at)
            case .group(let group): add(group: group, at)
            case .order(let order): add(order: order, slots, at)
            case .cover(let cover): add(cover: pricing.rows.covers[cover], at)
            }
        }
    }

    private mutating func add(_ row: DualStart.Row, _ at: Int) {
        rows.append(row)
        positions.append(at)
    }

    private mutating func add(group: Int, _ at: Int) {
        let group = instance.groups[group]
        let name = instance.name(of: group)
        add(
            DualStart.Row(rule: DualStart.Rule(group.kind), a: table.number(name.rule), b: table.number(name.values)),
            at)
    }

    private mutating func add(order row: RowTable.Order, _ slots: [UInt32], _ at: Int) {
        let requests = instance.week.requests
        let (earlier, later) = (table.number(requests[row.earlier].id), table.number(requests[row.later].id))
        add(DualStart.Row(rule: .order, a: earlier, b: later, c: slots[row.slot]), at)
    }

    private mutating func add(cover: FundCover, _ at: Int) {
        add(DualStart.Row(rule: .cover, a: UInt32(covers.count)), at)
        covers.append(
            DualStart.Cover(
                fund: table.number(instance.week.funds[cover.fund].id), limit: instance.fundLimit[cover.fund],
                most: cover.most, requests: cover.requests.map { table.number(instance.week.requests[$0].id) },
                coefficients: cover.coefficients, leastCharges: cover.requests.map { leastCharges[$0] }))
    }

    /// The prices of the rows listed, and the trips that are not split evenly.
    mutating func phase(_ multipliers: Multipliers, _ trips: TripShares) -> DualStart.Phase {
        var phase = DualStart.Phase()
        phase.prices = positions.map { $0 < multipliers.value.count ? Float(multipliers.value[$0]) : 0 }
        let week = instance.week
        let slots = week.calendar.slots.map { table.number($0.id) }
        for (number, key) in keys.enumerated() {
            guard let split = trips.split(of: number) else { continue }
            for (slot, share) in zip(slots, split.slots) where share > 0 {
                phase.parts.append(DualStart.Part(name: slot, isSlot: true, share: share))
            }
            for (request, share) in split.requests {
                let name = table.number(week.requests[Int(request)].id)
                phase.parts.append(DualStart.Part(name: name, isSlot: false, share: share))
            }
            phase.trips.append(
                DualStart.Trip(
                    member: table.number(week.members[Int(key.member)].id),
                    township: table.number(week.townships[Int(key.township)].id),
                    date: table.number(week.calendar.dates[Int(key.date)]), each: split.each,
                    end: UInt32(phase.parts.count)))
        }
        return phase
    }
}
