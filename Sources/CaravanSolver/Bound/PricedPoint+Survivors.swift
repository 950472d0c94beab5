extension PricedPoint {
    /// Placements that are looked at before the deadline is.
    static let placementsBetweenLooks = 256

    /// What the cheapest session of each placement costs more than not holding its request, points at reduced cost: negative
    /// where holding it pays, infinite where no session fits.
    var margins: [Float] {
        var margins = [Float](repeating: .infinity, count: instance.placements.count)
        var seats = ChoicePrices.Seats()
        for (index, it) in instance.placements.enumerated() {
            if index % Self.placementsBetweenLooks == 0, prices.pricing.deadline.isOver { break }
            guard let found = prices.cheapest(index, &seats) else { continue }
            margins[index] = Float(found.cost - instance.unheldCost[Int(it.request)])
        }
        return margins
    }

    /// What a plan with an objective of at most `objective` can still use: choices that alone would lift the bound above it are
    /// gone (reduced-cost fixing, Dantzig, Fulkerson and Johnson 1954).
    func survivors(objective: Double) -> Survivors {
        var survivors = Survivors(all: instance)
        if bound == -.infinity { return survivors }
        var seats = ChoicePrices.Seats()
        let slack = objective - bound + Tolerance.slack(Tolerance.optimalGap, of: objective)
        for request in 0..<instance.requestCount where prices.pricing.knapsackOf[request] < 0 {
            if prices.pricing.deadline.isOver { return survivors }
            let unheld = instance.mustHold[request] ? Double.infinity : instance.unheldCost[request]
            let least = min(reducedCost[request], unheld)
            if unheld - least > slack { survivors.mustHold[request] = true }
            for index in instance.ofRequest[request] { sift(index, spare: slack + least, &seats, &survivors) }
        }
        for (knapsack, filling) in zip(prices.pricing.knapsacks, fillings) where !prices.pricing.deadline.isOver {
            sift(knapsack, filling, slack: slack, &seats, &survivors)
        }
        return survivors
    }

    /// The same for the requests of a knapsack: a choice is compared with the best that the others of the fund can do
    /// with what it leaves them.
    private func sift(
        _ knapsack: FundKnapsack, _ filling: FundKnapsack.Filling, slack: Double, _ seats: inout ChoicePrices.Seats,
        _ survivors: inout Survivors
    ) {
        let requests = knapsack.grid.requests
        let levels = requests.map { request in
            Set(instance.ofRequest[request].map { Int(prices.pricing.leastLevel[$0]) })
        }
        let others = knapsack.others(
            than: filling,
            asked: levels.enumerated().map { position, levels in
                [0] + levels.map { knapsack.units(position: position, level: $0) }
            })
        for (position, request) in requests.enumerated() where !prices.pricing.deadline.isOver {
            let spare = slack + filling.value
            if instance.unheldCost[request] + (others[position][0] ?? 0) > spare { survivors.mustHold[request] = true }
            for index in instance.ofRequest[request] {
                let units = knapsack.units(position: position, level: Int(prices.pricing.leastLevel[index]))
                sift(index, spare: spare - (others[position][units] ?? 0), &seats, &survivors)
            }
        }
    }

    /// Drops a placement whose reduced cost exceeds `spare`, or those of its venues and members that make it exceed.
    private func sift(_ index: Int, spare: Double, _ seats: inout ChoicePrices.Seats, _ survivors: inout Survivors) {
        let it = instance.placements[index]
        guard let found = prices.cheapest(index, matched: false, &seats), found.cost <= spare else {
            survivors.placements[index] = false
            return
        }
        let fundPrice = prices.fundPrice(of: Int(it.request))
        let withoutVenue = found.cost - found.venueCost
        for at in instance.venues(it) where withoutVenue + prices.cost(ofVenue: at, fundPrice) > spare {
            survivors.venues[at] = false
        }
        var place = 0
        for (need, count) in instance.tables.needCounts[Int(it.request)].enumerated() where count > 0 {
            place += count
            let dearest = prices.cost(ofMember: Int(seats.picked[place - 1]), fundPrice)
            for at in instance.candidates(it, need: need)
            where found.cost - dearest + prices.cost(ofMember: at, fundPrice) > spare {
                survivors.members[at] = seats.picked[..<place].contains(Int32(at))
            }
        }
    }
}
