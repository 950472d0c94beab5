/// Sessions one by one; no knapsacks.
extension PricedPoint {
    /// What a session costs at reduced cost beyond the best that its request can do, not being held included, points. Of all
    /// sessions of a plan these sum to at most its objective less the bound (`Prospects`).
    func excess(of column: SessionColumn) -> Double {
        reducedCost(of: column) - reducedCost[instance.request(of: column)]
    }

    /// Points of a session with everything that it takes priced.
    func reducedCost(of column: SessionColumn) -> Double {
        let fundPrice = prices.fundPrice(of: instance.request(of: column))
        var cost = prices.costOfPlace(Int(column.placement)) + prices.cost(ofVenue: Int(column.room), fundPrice)
        for at in column.crew { cost += prices.cost(ofMember: Int(at), fundPrice) }
        return cost
    }

    /// The cheapest session of each placement in which one has at most so much excess, the least excess first.
    func columns(within reach: Double) -> [(column: SessionColumn, excess: Double)] {
        var found: [(column: SessionColumn, excess: Double)] = []
        var seats = ChoicePrices.Seats()
        for (index, it) in instance.placements.enumerated() {
            if index % Self.placementsBetweenLooks == 0, prices.pricing.deadline.isOver { break }
            guard let session = prices.cheapest(index, &seats) else { continue }
            let excess = session.cost - reducedCost[Int(it.request)]
            guard excess <= reach else { continue }
            let column = SessionColumn(placement: index, room: session.venue, crew: seats.picked, in: instance)
            found.append((column, excess))
        }
        return found.sorted { ($0.excess, $0.column.placement) < ($1.excess, $1.column.placement) }
    }
}
