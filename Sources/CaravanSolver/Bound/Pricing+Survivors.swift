extension Pricing {
    /// What a plan with an objective of at most `objective` can still use: choices that alone would lift the bound at
    /// these multipliers above it are gone (reduced-cost fixing, Dantzig, Fulkerson and Johnson 1954). The multipliers
    /// must be those of the last call of `bound(at:)`, which returned `bound`.
    mutating func survivors(at multipliers: Multipliers, bound: Double, objective: Double) -> Survivors {
        var survivors = Survivors(all: instance)
        if bound == -.infinity { return survivors }
        let slack = objective - bound + Tolerance.slack(Tolerance.optimalGap, of: objective)
        for request in 0..<instance.requestCount where knapsacks.isEmpty || knapsackOf[request] < 0 {
            if deadline.isOver { return survivors }
            let unheld = instance.mustHold[request] ? Double.infinity : instance.unheldCost[request]
            let least = min(reducedCost[request], unheld)
            if unheld - least > slack { survivors.mustHold[request] = true }
            for index in instance.ofRequest[request] {
                sift(index, spare: slack + least, multipliers, &survivors)
            }
        }
        for knapsack in knapsacks where !deadline.isOver { sift(knapsack, slack: slack, multipliers, &survivors) }
        return survivors
    }

    /// The same for the requests of a knapsack: a choice is compared with the best that the others of the fund can do
    /// with what it leaves them.
    private mutating func sift(
        _ knapsack: FundKnapsack, slack: Double, _ multipliers: Multipliers, _ survivors: inout Survivors
    ) {
        let requests = knapsack.grid.requests
        let levels = requests.map { request in Set(instance.ofRequest[request].map { Int(leastLevel[$0]) }) }
        let others = knapsack.others(
            asked: levels.enumerated().map { position, levels in
                [0] + levels.map { knapsack.units(position: position, level: $0) }
            })
        for (position, request) in requests.enumerated() where !deadline.isOver {
            let spare = slack + knapsack.value
            if instance.unheldCost[request] + (others[position][0] ?? 0) > spare { survivors.mustHold[request] = true }
            for index in instance.ofRequest[request] {
                let units = knapsack.units(position: position, level: Int(leastLevel[index]))
                sift(index, spare: spare - (others[position][units] ?? 0), multipliers, &survivors)
            }
        }
    }

    /// Drops a placement whose reduced cost exceeds `spare`, or those of its venues and members that make it exceed.
    private mutating func sift(
        _ index: Int, spare: Double, _ multipliers: Multipliers, _ survivors: inout Survivors
    ) {
        let it = instance.placements[index]
        let fundPrice = multipliers.value[rules.layout.fund + instance.fund[Int(it.request)]]
        var cost = costWithoutVenue(index, it, multipliers)
        guard let room = venue(it, fundPrice, multipliers) else { return }
        cost += room.cost
        guard crew(it, fundPrice, multipliers, &cost), cost <= spare else {
            survivors.placements[index] = false
            return
        }
        for at in instance.venues(it) where cost - room.cost + price(ofVenue: at, it, fundPrice, multipliers) > spare {
            survivors.venues[at] = false
        }
        var place = 0
        for (need, count) in instance.needCounts[Int(it.request)].enumerated() where count > 0 {
            place += count
            let dearest = member(Int(picked[place - 1]), it, fundPrice, multipliers)
            for at in instance.candidates(it, need: need)
            where cost - dearest + member(at, it, fundPrice, multipliers) > spare {
                survivors.members[at] = picked[..<place].contains(Int32(at))
            }
        }
    }
}
