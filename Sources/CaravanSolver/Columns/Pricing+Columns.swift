/// Sessions one by one at the prices of the last call of `bound(at:)`, which must have had the same multipliers and no
/// knapsacks.
extension Pricing {
    /// What a session costs at reduced cost beyond the best that its request can do, not being held included, points. Of all
    /// sessions of a plan these sum to at most its objective less the bound (`Prospects`).
    func excess(of column: SessionColumn, at multipliers: Multipliers) -> Double {
        reducedCost(of: column, at: multipliers) - reducedCost[instance.request(of: column)]
    }

    /// Points of a session with everything that it takes priced.
    func reducedCost(of column: SessionColumn, at multipliers: Multipliers) -> Double {
        let index = Int(column.placement)
        let it = instance.placements[index]
        let fundPrice = multipliers.value[rules.layout.fund + instance.fund[Int(it.request)]]
        var cost = costWithoutVenue(index, it, multipliers)
        cost += price(ofVenue: Int(column.room), it, fundPrice, multipliers)
        for at in column.crew { cost += member(Int(at), it, fundPrice, multipliers) }
        return cost
    }

    /// The session that the relaxed plan holds of a request; nil where it holds none.
    func heldColumn(of request: Int) -> SessionColumn? {
        guard holds(request) else { return nil }
        let places = instance.crewStarts[request]..<instance.crewStarts[request + 1]
        return SessionColumn(
            placement: Int(placement[request]), room: Int(venueCandidate[request]), crew: crewCandidate[places],
            in: instance)
    }

    /// The cheapest session of each placement in which one has at most so much excess, the least excess first.
    mutating func columns(at multipliers: Multipliers, within reach: Double) -> [(
        column: SessionColumn, excess: Double
    )] {
        var found: [(column: SessionColumn, excess: Double)] = []
        for (index, it) in instance.placements.enumerated() {
            if index % Self.placementsBetweenLooks == 0, deadline.isOver { break }
            let request = Int(it.request)
            let fundPrice = multipliers.value[rules.layout.fund + instance.fund[request]]
            guard let room = venue(it, fundPrice, multipliers) else { continue }
            let withoutCrew = costWithoutVenue(index, it, multipliers) + room.cost
            var cost = withoutCrew
            guard crew(it, fundPrice, multipliers, &cost), cost - reducedCost[request] <= reach else { continue }
            var members = picked
            if instance.needsMatching(request), !instance.isCrew(picked, of: request) {
                guard let crew = matchedCrew(it, fundPrice, multipliers) else { continue }
                cost = withoutCrew + crew
                members = seats.candidates
            }
            let excess = cost - reducedCost[request]
            guard excess <= reach else { continue }
            found.append((SessionColumn(placement: index, room: room.at, crew: members, in: instance), excess))
        }
        return found.sorted { ($0.excess, $0.column.placement) < ($1.excess, $1.column.placement) }
    }
}
