/// Pricing with the limits of funds kept instead of priced: within each fund the relaxed plan holds whole requests that
/// the fund can pay for. This is the Lagrangian decomposition whose bound lies above the linear relaxation's, since the
/// knapsack's own relaxation is not whole (Geoffrion 1974).
extension Pricing {
    /// Knapsacks whose solution takes longer than this, in steps of about a nanosecond, are left to prices.
    private static let effortLimit = 12_000_000

    /// Keeps the limits of funds from now on, where that is not too much work.
    /// - Returns: whether any fund is kept.
    mutating func keepFunds() -> Bool {
        for fund in instance.fundLimit.indices {
            guard !deadline.isOver, let grid = FundGrid(instance, fund: fund) else { continue }
            let knapsack = FundKnapsack(grid, instance)
            guard knapsack.effort <= Self.effortLimit else { continue }
            for request in grid.requests { knapsackOf[request] = knapsacks.count }
            knapsacks.append(knapsack)
        }
        if knapsacks.isEmpty { return false }
        leastLevel = instance.placements.map { it in
            let knapsack = knapsackOf[Int(it.request)]
            return knapsack < 0 || deadline.isOver ? 0 : Int32(leastLevel(it, knapsacks[knapsack].grid))
        }
        return true
    }

    private func leastLevel(_ it: Placement, _ grid: FundGrid) -> Int {
        let rooms = instance.venues(it).map {
            grid.units(instance.tables.venueYuan[Int(instance.venueCandidates[$0].venue)])
        }
        var level = rooms.min() ?? 0
        for (need, count) in instance.tables.needCounts[Int(it.request)].enumerated() {
            let fees = instance.candidates(it, need: need).map {
                grid.units(instance.tables.fee[Int(instance.memberCandidates[$0].member)])
            }
            level += fees.sorted().prefix(count).reduce(0, +)
        }
        return min(level, ChargeFrontier.width - 1)
    }
}

extension ChoicePrices {
    /// The cheapest sessions of a request for every charge.
    func frontier(
        of request: Int, _ grid: FundGrid, likely: Int, _ seats: inout Seats, _ table: inout ChargeTable
    ) -> ChargeFrontier {
        var frontier = ChargeFrontier(
            places: instance.tables.crewStarts[request + 1] - instance.tables.crewStarts[request])
        if likely >= 0 { add(likely, of: request, to: &frontier, grid, &seats, &table) }
        for index in instance.ofRequest[request] where index != likely {
            add(index, of: request, to: &frontier, grid, &seats, &table)
        }
        return frontier
    }

    private func add(
        _ index: Int, of request: Int, to frontier: inout ChargeFrontier, _ grid: FundGrid, _ seats: inout Seats,
        _ table: inout ChargeTable
    ) {
        let bar = instance.mustHold[request] ? Double.infinity : instance.unheldCost[request]
        let level = Int(pricing.leastLevel[index])
        guard let found = cheapest(index, below: bar, &seats), !frontier.dominates(level: level, cost: found.cost)
        else { return }
        if instance.needsMatching(request) || instance.tables.needCounts[request].contains(where: { $0 > 2 }) {
            // As if the cheapest in points were also the cheapest in yuan: that only lowers the bound.
            frontier.add(
                level: level, cost: found.cost, placement: index, venue: Int32(found.venue), crew: seats.picked)
            return
        }
        tabulate(index, grid, &table)
        for level in table.cost.indices where table.cost[level] < bar {
            if frontier.dominates(level: level, cost: table.cost[level]) { continue }
            table.choices(at: level, into: &seats.choices)
            frontier.add(
                level: level, cost: table.cost[level], placement: index, venue: seats.choices[0],
                crew: seats.choices[1...])
        }
    }

    private func tabulate(_ index: Int, _ grid: FundGrid, _ table: inout ChargeTable) {
        let it = instance.placements[index]
        let fundPrice = fundPrice(of: Int(it.request))
        table.begin(cost: costOfPlace(index))
        for at in instance.venues(it) {
            let yuan = instance.tables.venueYuan[Int(instance.venueCandidates[at].venue)]
            table.offer(at, units: grid.units(yuan), cost: cost(ofVenue: at, fundPrice))
        }
        table.takeOne()
        for (need, count) in instance.tables.needCounts[Int(it.request)].enumerated() where count > 0 {
            for at in instance.candidates(it, need: need) {
                let fee = instance.tables.fee[Int(instance.memberCandidates[at].member)]
                table.offer(at, units: grid.units(fee), cost: cost(ofMember: at, fundPrice))
            }
            if count == 1 { table.takeOne() } else { table.takeTwo() }
        }
    }
}
