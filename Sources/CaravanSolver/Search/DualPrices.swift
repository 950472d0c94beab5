/// What the dual worker thinks that things are worth, points: its multipliers, as the search uses them.
///
/// A session costs others what it takes: yuan of a fund, hours of members, venues and audiences that could serve better
/// elsewhere. Insertions that pay for all of that are compared by about their reduced cost instead of by points alone.
struct DualPrices: Sendable {
    /// Points per yuan, by fund.
    let money: [Double]
    /// Points of working in a slot, by `WeekTables.memberSlots`. Week and date are charged with each slot, since only
    /// the scarce ones matter and most sessions take one.
    let member: [Float]
    /// Points of taking a slot, by `WeekTables.venueSlots`.
    let venue: [Float]
    /// Points of taking a slot, by `WeekTables.crowdSlots`.
    let audience: [Float]
    /// Which placements are worth trying, where the dual worker has said so anew.
    var prospects: Prospects?

    /// Prices of money alone.
    init(_ instance: Instance, money: [Double]) {
        self.money = money
        member = Array(repeating: 0, count: instance.tables.memberSlots.count)
        venue = Array(repeating: 0, count: instance.tables.venueSlots.count)
        audience = Array(repeating: 0, count: instance.tables.crowdSlots.count)
    }

    /// The prices of the multipliers that gave the best bound.
    init(_ instance: Instance, _ multipliers: Multipliers) {
        let (sections, tables, value) = (instance.rows.sections, instance.tables, multipliers.value)
        money = Array(value[sections.funds])
        venue = value[sections.venueSlots.all].map { Float($0) }
        audience = value[sections.crowdSlots.all].map { Float($0) }
        var member = value[sections.memberSlots.all].map { Float($0) }
        for person in 0..<instance.memberCount {
            for slot in 0..<tables.slotCount {
                let day = value[sections.memberDates[person, slot / tables.slotsPerDate]]
                member[tables.memberSlots[person, slot]] += Float(day + value[sections.week(person)])
            }
        }
        self.member = member
    }
}

extension ArraySlice<Float> {
    /// The sum, in a loop of its own because `reduce` is slower in the search's innermost one.
    var total: Float {
        var sum: Float = 0
        for it in self { sum += it }
        return sum
    }
}
