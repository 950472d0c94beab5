import CaravanCore

/// Carries multipliers by names over to another week's instance. What the week does not have is left out, what is new has
/// price 0, and its trips are split evenly.
struct DualCarrier {
    /// The cover cuts in the new week's numbers; nil where their proof does not hold there.
    let covers: [FundCover?]
    private let start: DualStart
    private let instance: Instance
    /// For each name what it is the name of in the new week.
    private let venues: [Int?]
    private let townships: [Int?]
    private let members: [Int?]
    private let requests: [Int?]
    private let funds: [Int?]
    private let slots: [Int?]
    private let audiences: [String: Int]
    private let dates: [String: Int]

    /// - Parameter leastCharges: Least charge of each request of the instance, yuan.
    init(_ start: DualStart, to instance: Instance, leastCharges: [Double]) {
        let week = instance.week
        self.start = start
        self.instance = instance
        venues = start.names.map(week.venue)
        townships = start.names.map(week.township)
        members = start.names.map(week.member)
        let (requests, funds) = (start.names.map(week.request), start.names.map(week.fund))
        (self.requests, self.funds) = (requests, funds)
        slots = start.names.map(week.calendar.instance(named:))
        audiences = Dictionary(uniqueKeysWithValues: week.audiences.enumerated().map { ($1, $0) })
        dates = Dictionary(uniqueKeysWithValues: week.calendar.dates.enumerated().map { ($1, $0) })
        covers = start.covers.map { cover in
            guard let fund = funds[Int(cover.fund)], instance.fundLimit[fund] <= cover.limit else { return nil }
            // Whatever the fund can pay for now it could pay for then: it has no more, and no request is cheaper.
            let kept = cover.requests.indices.filter { at in
                guard let request = requests[Int(cover.requests[at])] else { return false }
                return instance.tables.fund[request] == fund && leastCharges[request] >= cover.leastCharges[at]
            }
            return FundCover(
                fund: fund, requests: kept.compactMap { requests[Int(cover.requests[$0])] },
                coefficients: kept.map { cover.coefficients[$0] }, most: cover.most)
        }
    }

    /// The multipliers of a phase, within the ceilings of the new rows.
    func multipliers(_ phase: DualStart.Phase, _ rows: RowTable) -> Multipliers {
        let places = RowPlaces(instance, rows)
        var multipliers = Multipliers(rows)
        multipliers.extend(to: rows.limit.count)
        for (row, price) in zip(start.rows, phase.prices) where price > 0 && price.isFinite {
            guard let at = position(of: row, rows, places) else { continue }
            multipliers.value[at] = min(Double(price), rows.ceiling[at])
        }
        return multipliers
    }

    private func position(of row: DualStart.Row, _ rows: RowTable, _ places: RowPlaces) -> Int? {
        let sections = rows.sections
        let (a, b, c) = (Int(row.a), Int(row.b), Int(row.c))
        switch row.rule {
        case .venue: return at(sections.venueSlots, venues[a], slots[b])
        case .audience:
            guard let township = townships[a], let audience = audiences[start.names[b]] else { return nil }
            return at(sections.crowdSlots, instance.tables.crowds[township, audience], slots[c])
        case .member: return at(sections.memberSlots, members[a], slots[b])
        case .day: return at(sections.memberDates, members[a], dates[start.names[b]])
        case .week: return members[a].map(sections.week)
        case .fund: return funds[a].map(sections.fund)
        case .target, .cap, .rowRule:
            let key = RowPlaces.GroupName(
                kind: row.rule, rule: Name(start.names[a]), values: Name(start.names[b]))
            return places.groups[key].map(sections.group)
        case .order:
            guard let earlier = requests[a], let later = requests[b], let slot = slots[c] else { return nil }
            return places.orders[RowTable.Order(earlier: earlier, later: later, slot: slot)].map(rows.order)
        case .cover:
            guard let cover = covers[a] else { return nil }
            return rows.covers.firstIndex(of: cover).map(rows.cover)
        }
    }

    private func at(_ grid: Grid, _ line: Int?, _ cell: Int?) -> Int? {
        guard let line, let cell else { return nil }
        return grid[line, cell]
    }

    /// Trip shares as in a phase; of trips that it does not have as they are.
    func trips(_ phase: DualStart.Phase, onto fresh: TripShares) -> TripShares {
        var trips = fresh
        let numbers = Dictionary(fresh.keys.enumerated().map { ($1, $0) }) { first, _ in first }
        let calendar = instance.week.calendar
        let slotNumbers = Dictionary(uniqueKeysWithValues: calendar.slots.enumerated().map { ($1.id, $0) })
        var first = 0
        for trip in phase.trips {
            defer { first = Int(trip.end) }
            guard let member = members[Int(trip.member)], let township = townships[Int(trip.township)],
                let date = dates[start.names[Int(trip.date)]],
                let number = numbers[
                    TripKey(member: Int32(member), township: Int32(township), date: Int32(date))]
            else { continue }
            var split = TripSplit(
                each: trip.each, slots: Array(repeating: 0, count: instance.tables.slotsPerDate), requests: [])
            for part in phase.parts[first..<Int(trip.end)] {
                if part.isSlot {
                    if let slot = slotNumbers[start.names[Int(part.name)]] { split.slots[slot] = part.share }
                } else if let request = requests[Int(part.name)] {
                    split.requests.append((Int32(request), part.share))
                }
            }
            trips.adopt(split, for: number)
        }
        return trips
    }
}

/// Where the rules of an instance that have no fixed place among the multipliers stand.
private struct RowPlaces {
    struct GroupName: Hashable {
        let kind: DualStart.Rule
        let rule: Name
        let values: Name
    }

    /// Numbers of coverage groups.
    let groups: [GroupName: Int]
    /// Numbers among `RowTable.orders`.
    let orders: [RowTable.Order: Int]

    init(_ instance: Instance, _ rows: RowTable) {
        let names = instance.groups.enumerated().map { number, group in
            let name = instance.name(of: group)
            return (
                GroupName(kind: DualStart.Rule(group.kind), rule: Name(name.rule), values: Name(name.values)), number
            )
        }
        groups = Dictionary(names) { first, _ in first }
        orders = Dictionary(rows.orders.enumerated().map { ($1, $0) }) { first, _ in first }
    }
}
