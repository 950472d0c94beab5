extension Pricing {
    /// Placements that are priced before the deadline is looked at again.
    static let placementsBetweenLooks = 256

    /// What the cheapest session of each placement costs more than not holding its request, points at reduced cost: negative
    /// where holding it pays, infinite where no session fits. The multipliers must be those of the last call of `bound(at:)`.
    mutating func margins(at multipliers: Multipliers) -> [Float] {
        var margins = [Float](repeating: .infinity, count: instance.placements.count)
        for (index, it) in instance.placements.enumerated() {
            if index % Self.placementsBetweenLooks == 0, deadline.isOver { break }
            let fundPrice = multipliers.value[rules.layout.fund + instance.fund[Int(it.request)]]
            guard let room = venue(it, fundPrice, multipliers) else { continue }
            let withoutCrew = costWithoutVenue(index, it, multipliers) + room.cost
            var cost = withoutCrew
            guard crew(it, fundPrice, multipliers, &cost) else { continue }
            if instance.needsMatching(Int(it.request)), !instance.isCrew(picked, of: Int(it.request)) {
                guard let crew = matchedCrew(it, fundPrice, multipliers) else { continue }
                cost = withoutCrew + crew
            }
            margins[index] = Float(cost - instance.unheldCost[Int(it.request)])
        }
        return margins
    }
}
