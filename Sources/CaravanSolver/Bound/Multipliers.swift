/// Lagrange multipliers of every rule that ties sessions of different requests together, points per unit, in one flat
/// array: a section a rule.
struct Multipliers: Sendable {
    /// Where each section starts in `value`.
    struct Layout: Sendable {
        /// H3, by venue × slots + slot.
        let venue: Int
        /// H7, by (township × audiences + audience) × slots + slot.
        let audience: Int
        /// H5, by member × slots + slot.
        let member: Int
        /// H5, by member × dates + date.
        let day: Int
        /// H5, by member.
        let week: Int
        /// H8, by fund.
        let fund: Int
        /// Targets, caps and H10, by coverage group.
        let group: Int
        /// H9, by precedence row.
        let precedence: Int
        let count: Int

        init(_ instance: Instance, precedenceRows: Int) {
            venue = 0
            audience = venue + instance.week.venues.count * instance.slotCount
            member = audience + instance.townshipCount * instance.audienceCount * instance.slotCount
            day = member + instance.memberCount * instance.slotCount
            week = day + instance.memberCount * instance.dateCount
            fund = week + instance.memberCount
            group = fund + instance.fundLimit.count
            precedence = group + instance.groups.count
            count = precedence + precedenceRows
        }
    }

    let layout: Layout
    /// The multipliers, at least 0.
    var value: [Double]

    init(layout: Layout) {
        self.layout = layout
        value = Array(repeating: 0, count: layout.count)
    }
}

extension Multipliers {
    /// Makes room for further rules, at price 0.
    mutating func extend(to count: Int) {
        value.append(contentsOf: repeatElement(0, count: count - value.count))
    }
}

/// Right-hand sides of the relaxed rules, in the order of `Multipliers`: what a multiplier is charged for. Targets count
/// negative: they demand at least so much.
struct RelaxedRules: Sendable {
    let layout: Multipliers.Layout
    private(set) var limit: [Double]
    /// Upper bound of each multiplier: a target's or soft cap's weight, else infinite.
    private(set) var ceiling: [Double]
    /// What one typical session takes of each rule: violations are measured in these, so that a yuan and a slot weigh alike.
    private(set) var scale: [Double]
    /// Cover cuts on funds, in the order found; their multipliers stand after those of the layout.
    private(set) var covers: [FundCover] = []
    let precedence: [PrecedenceRow]

    /// H9 summed over starts: before slot instance `slot` is over, `later` may have started only if `earlier` is over.
    struct PrecedenceRow: Sendable {
        let earlier: Int
        let later: Int
        let slot: Int
    }

    init(_ instance: Instance) {
        var rows: [PrecedenceRow] = []
        for (later, before) in instance.predecessors.enumerated() where !instance.ofRequest[later].isEmpty {
            let starts = Set(instance.ofRequest[later].map { Int(instance.placements[$0].start) }).sorted()
            for earlier in before {
                rows += starts.map { PrecedenceRow(earlier: earlier, later: later, slot: $0) }
            }
        }
        precedence = rows
        layout = Multipliers.Layout(instance, precedenceRows: rows.count)
        var limit = [Double](repeating: 1, count: layout.count)
        var ceiling = [Double](repeating: .infinity, count: layout.count)
        for member in 0..<instance.memberCount {
            for date in 0..<instance.dateCount {
                limit[layout.day + member * instance.dateCount + date] = Double(instance.maxPerDay[member])
            }
            limit[layout.week + member] = Double(instance.maxPerWeek[member])
        }
        for fund in instance.fundLimit.indices { limit[layout.fund + fund] = instance.fundLimit[fund] }
        for (number, group) in instance.groups.enumerated() {
            limit[layout.group + number] = group.kind == .target ? -group.threshold : group.threshold
            if group.kind != .hardCap { ceiling[layout.group + number] = group.weight }
        }
        for row in rows.indices { limit[layout.precedence + row] = 0 }
        scale = Self.scale(instance, layout)
        self.limit = limit
        self.ceiling = ceiling
    }

    /// Takes up further cover cuts.
    mutating func add(_ cuts: [FundCover]) {
        covers += cuts
        limit += cuts.map(\.most)
        ceiling.append(contentsOf: repeatElement(.infinity, count: cuts.count))
        scale.append(contentsOf: repeatElement(1, count: cuts.count))
    }

    private static func scale(_ instance: Instance, _ layout: Multipliers.Layout) -> [Double] {
        var scale = [Double](repeating: 1, count: layout.count)
        let charges = instance.requestYuan.reduce(0, +) / Double(max(1, instance.requestCount))
        for fund in instance.fundLimit.indices { scale[layout.fund + fund] = max(1, charges) }
        if !instance.fund.contains(instance.travelFund) {
            let trips = instance.tripKm.filter { $0 > 0 }
            let typical = trips.reduce(0, +) / Double(max(1, trips.count)) * instance.kmYuan
            scale[layout.fund + instance.travelFund] = max(1, typical)
        }
        for hit in instance.hits {
            scale[layout.group + Int(hit.group)] = max(scale[layout.group + Int(hit.group)], hit.amount)
        }
        return scale
    }
}
