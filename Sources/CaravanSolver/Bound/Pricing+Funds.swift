/// Pricing with the limits of funds kept instead of priced: within each fund the relaxed plan holds whole requests that
/// the fund can pay for. This is the Lagrangian decomposition whose bound lies above the linear relaxation's, since the
/// knapsack's own relaxation is not whole (Geoffrion 1974).
extension Pricing {
    /// Knapsacks whose solution takes longer than this, in steps of about a nanosecond, are left to prices.
    private static let effortLimit = 12_000_000

    /// Keeps the limits of funds from now on, where that is not too much work.
    /// - Returns: whether any fund is kept.
    mutating func keepFunds() -> Bool {
        knapsackOf = Array(repeating: -1, count: instance.requestCount)
        for fund in instance.fundLimit.indices {
            guard !deadline.isOver, let grid = FundGrid(instance, fund: fund) else { continue }
            let knapsack = FundKnapsack(grid, instance)
            guard knapsack.effort <= Self.effortLimit else { continue }
            for request in grid.requests { knapsackOf[request] = knapsacks.count }
            knapsacks.append(knapsack)
        }
        if knapsacks.isEmpty { return false }
        frontiers = (0..<instance.requestCount).map {
            ChargeFrontier(places: instance.crewStarts[$0 + 1] - instance.crewStarts[$0])
        }
        leastLevel = instance.placements.map { it in
            let knapsack = knapsackOf[Int(it.request)]
            return knapsack < 0 || deadline.isOver ? 0 : Int32(leastLevel(it, knapsacks[knapsack].grid))
        }
        return true
    }

    private func leastLevel(_ it: Placement, _ grid: FundGrid) -> Int {
        let rooms = instance.venues(it).map { grid.units(instance.venueYuan[Int(instance.venueCandidates[$0].venue)]) }
        var level = rooms.min() ?? 0
        for (need, count) in instance.needCounts[Int(it.request)].enumerated() {
            let fees = instance.candidates(it, need: need).map {
                grid.units(instance.fee[Int(instance.memberCandidates[$0].member)])
            }
            level += fees.sorted().prefix(count).reduce(0, +)
        }
        return min(level, ChargeFrontier.width - 1)
    }

    /// Prices the requests of a knapsack and solves it; leaves the sessions chosen as the cheapest ones of their requests.
    /// - Returns: Its least points; nil where the deadline was over first.
    mutating func fill(_ number: Int, _ multipliers: Multipliers) -> Double? {
        let grid = knapsacks[number].grid
        for request in grid.requests {
            if deadline.isOver { return nil }
            priceByCharge(request, grid, multipliers)
        }
        let value = knapsacks[number].solve(frontiers, instance)
        for (position, request) in grid.requests.enumerated() {
            let level = knapsacks[number].levels[position]
            placement[request] = -1
            guard level >= 0 else { continue }
            placement[request] = frontiers[request].placement[level]
            venueCandidate[request] = frontiers[request].venueCandidate[level]
            reducedCost[request] = frontiers[request].cost[level]
            for (place, at) in frontiers[request].crew(at: level).enumerated() {
                crewCandidate[instance.crewStarts[request] + place] = at
            }
        }
        return value
    }

    /// The cheapest sessions of a request for every charge.
    private mutating func priceByCharge(_ request: Int, _ grid: FundGrid, _ multipliers: Multipliers) {
        let last = Int(placement[request])
        let fundPrice = multipliers.value[rules.layout.fund + instance.fund[request]]
        frontiers[request].clear()
        if last >= 0 { priceByCharge(last, of: request, grid, fundPrice, multipliers) }
        for index in instance.ofRequest[request] where index != last {
            priceByCharge(index, of: request, grid, fundPrice, multipliers)
        }
    }

    private mutating func priceByCharge(
        _ index: Int, of request: Int, _ grid: FundGrid, _ fundPrice: Double, _ multipliers: Multipliers
    ) {
        let it = instance.placements[index]
        let bar = instance.mustHold[request] ? Double.infinity : instance.unheldCost[request]
        let start = costWithoutVenue(index, it, multipliers)
        let least = -instance.crewPoints[request] * Double(instance.baselineCrew[request].count)
        if start + least >= bar { return }
        guard let room = venue(it, fundPrice, multipliers) else { return }
        var cost = start + room.cost
        if cost + least >= bar { return }
        guard crew(it, fundPrice, multipliers, &cost), cost < bar else { return }
        let level = Int(leastLevel[index])
        if frontiers[request].dominates(level: level, cost: cost) { return }
        let needs = instance.needCounts[request]
        if instance.needsMatching(request) || needs.contains(where: { $0 > 2 }) {
            // As if the cheapest in points were also the cheapest in yuan: that only lowers the bound.
            if !instance.isCrew(picked, of: request) {
                guard let crew = matchedCrew(it, fundPrice, multipliers) else { return }
                cost = start + room.cost + crew
                swap(&picked, &seats.candidates)
                if cost >= bar || frontiers[request].dominates(level: level, cost: cost) { return }
            }
            frontiers[request].add(
                level: level, cost: cost, placement: index, venue: Int32(room.at), crew: picked)
            return
        }
        tabulate(it, start, grid, fundPrice, multipliers)
        for level in table.cost.indices where table.cost[level] < bar {
            if frontiers[request].dominates(level: level, cost: table.cost[level]) { continue }
            table.choices(at: level, into: &choices)
            frontiers[request].add(
                level: level, cost: table.cost[level], placement: index, venue: choices[0], crew: choices[1...])
        }
    }

    private mutating func tabulate(
        _ it: Placement, _ start: Double, _ grid: FundGrid, _ fundPrice: Double, _ multipliers: Multipliers
    ) {
        table.begin(cost: start)
        for at in instance.venues(it) {
            let yuan = instance.venueYuan[Int(instance.venueCandidates[at].venue)]
            table.offer(at, units: grid.units(yuan), cost: price(ofVenue: at, it, fundPrice, multipliers))
        }
        table.takeOne()
        for (need, count) in instance.needCounts[Int(it.request)].enumerated() where count > 0 {
            for at in instance.candidates(it, need: need) {
                let fee = instance.fee[Int(instance.memberCandidates[at].member)]
                table.offer(at, units: grid.units(fee), cost: member(at, it, fundPrice, multipliers))
            }
            if count == 1 { table.takeOne() } else { table.takeTwo() }
        }
    }
}
