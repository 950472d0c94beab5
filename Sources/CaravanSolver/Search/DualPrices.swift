/// What the dual worker thinks that things are worth, points: its multipliers, as the search uses them.
///
/// A session costs others what it takes: yuan of a fund, hours of members, venues and audiences that could serve better
/// elsewhere. Insertions that pay for all of that are compared by about their reduced cost instead of by points alone.
struct DualPrices: Sendable {
    /// Points per yuan, by fund.
    let money: [Double]
    /// Points of working in a slot, by member × slots + slot. Week and date are charged with each slot, since only
    /// the scarce ones matter and most sessions take one.
    let member: [Float]
    /// Points of taking a slot, by venue × slots + slot.
    let venue: [Float]
    /// Points of taking a slot, by (township × audiences + audience) × slots + slot.
    let audience: [Float]
    /// Which placements are worth trying, where the dual worker has said so anew.
    var prospects: Prospects?

    /// Prices of money alone.
    init(_ instance: Instance, money: [Double]) {
        self.money = money
        member = Array(repeating: 0, count: instance.memberCount * instance.slotCount)
        venue = Array(repeating: 0, count: instance.week.venues.count * instance.slotCount)
        audience = Array(repeating: 0, count: instance.townshipCount * instance.audienceCount * instance.slotCount)
    }

    /// The prices of the multipliers that gave the best bound.
    init(_ instance: Instance, _ multipliers: Multipliers) {
        let (layout, value) = (multipliers.layout, multipliers.value)
        money = Array(value[layout.fund..<layout.group])
        venue = value[layout.venue..<layout.audience].map { Float($0) }
        audience = value[layout.audience..<layout.member].map { Float($0) }
        var member = value[layout.member..<layout.day].map { Float($0) }
        for person in 0..<instance.memberCount {
            for slot in 0..<instance.slotCount {
                let day = layout.day + person * instance.dateCount + slot / instance.slotsPerDate
                member[person * instance.slotCount + slot] += Float(value[day] + value[layout.week + person])
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
