extension PricedPoint {
    /// Subgradient: what the relaxed plan takes of each row, minus the limit.
    /// - Parameter rows: Those priced, maybe with further cover cuts.
    func measureViolation(of rows: RowTable, _ violation: inout [Double]) {
        for at in violation.indices { violation[at] = -rows.limit[at] }
        for request in 0..<instance.requestCount where holds(request) { measureSession(of: request, rows, &violation) }
        for (number, cover) in rows.covers.enumerated() {
            for (request, coefficient) in zip(cover.requests, cover.coefficients) where holds(request) {
                violation[rows.cover(number)] += coefficient
            }
        }
        for (number, order) in rows.orders.enumerated() { violation[rows.order(number)] = excess(over: order) }
    }

    private func measureSession(of request: Int, _ rows: RowTable, _ violation: inout [Double]) {
        let it = instance.placements[Int(placement[request])]
        let travel = rows.sections.fund(instance.tables.travelFund)
        instance.forEachUse(ofPlacement: it, venue: Int(venueCandidate[request])) { violation[$0] += $1 }
        for at in crew(of: request) {
            instance.forEachUse(ofMember: Int(at), it) { violation[$0] += $1 }
            violation[travel] += Double(prices.point.trips.km[Int(at)]) * instance.tables.kmYuan
        }
    }

    private func excess(over order: RowTable.Order) -> Double {
        var excess = 0.0
        if holds(order.later), Int(instance.placements[Int(placement[order.later])].start) <= order.slot { excess += 1 }
        if holds(order.earlier), Int(instance.placements[Int(placement[order.earlier])].end) <= order.slot {
            excess -= 1
        }
        return excess
    }

    /// The crew of a request's cheapest session, positions in `Instance.memberCandidates`.
    private func crew(of request: Int) -> ArraySlice<Int32> {
        crewCandidate[instance.tables.crewStarts[request]..<instance.tables.crewStarts[request + 1]]
    }

    /// The trips that the relaxed plan takes, each with the placement that it serves.
    var trips: [(trip: Int, placement: Int)] {
        (0..<instance.requestCount).filter(holds).flatMap { request in
            crew(of: request).compactMap { at -> (trip: Int, placement: Int)? in
                let trip = Int(prices.point.trips.trip[Int(at)])
                return trip < 0 ? nil : (trip: trip, placement: Int(placement[request]))
            }
        }
    }
}
