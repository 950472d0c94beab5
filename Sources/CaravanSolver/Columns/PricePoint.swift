/// Multipliers with the split of every trip's cost that belongs to them.
struct PricePoint: Sendable {
    var multipliers: Multipliers
    var trips: TripShares

    /// Mixes in another point.
    /// - Parameter weight: What the other counts, 0…1.
    func blended(with other: PricePoint, weight: Double) -> PricePoint {
        var mix = self
        for at in mix.multipliers.value.indices {
            mix.multipliers.value[at] += weight * (other.multipliers.value[at] - multipliers.value[at])
        }
        mix.trips.blend(other.trips, weight: weight)
        return mix
    }
}

extension SessionMaster {
    /// The duals of the master's relaxation as multipliers and trip shares. Rules without a row have price 0; what the duals
    /// leave of a trip's cost is split as at another point.
    func prices(_ solution: MasterRelaxation.Solution, elsewhere point: PricePoint) -> PricePoint {
        var multipliers = point.multipliers
        for at in multipliers.value.indices { multipliers.value[at] = 0 }
        var splits: [Int32: TripSplit] = [:]
        let blank = TripSplit(each: 0, slots: Array(repeating: 0, count: instance.tables.slotsPerDate), requests: [])
        for trip in trips { splits[trip.number] = blank }
        for (row, dual) in zip(rows, solution.duals) {
            let price = max(0, -dual)
            switch row {
            case .rule(let number): multipliers.value[number] = min(price, table.ceiling[number])
            case .slot(let trip, let slot): splits[trip]?.slots[slot] = Float(price)
            case .request(let trip, let request): splits[trip]?.requests.append((Int32(request), Float(price)))
            case .each(let trip): splits[trip]?.each = Float(price)
            case .once, .way: break
            }
        }
        for group in unreached { multipliers.value[table.sections.group(group)] = instance.groups[group].weight }
        let travelPrice = multipliers.value[table.sections.fund(instance.tables.travelFund)]
        demandFares(solution.reducedCosts, travelPrice, &splits)
        var shares = point.trips
        for trip in trips {
            let cost = trip.points + travelPrice * trip.yuan
            guard let split = splits[trip.number]?.divided(by: cost) else { continue }
            shares.adopt(split, for: Int(trip.number))
            shares.complete(Int(trip.number), from: point.trips)
        }
        return PricePoint(multipliers: multipliers, trips: shares)
    }

    /// A request that alone takes a trip need not be charged for all of it: as much as its sessions would otherwise seem
    /// cheaper than the master has them.
    private func demandFares(_ reducedCosts: [Double], _ travelPrice: Double, _ splits: inout [Int32: TripSplit]) {
        let soles = Dictionary(
            uniqueKeysWithValues: trips.filter { $0.sole != nil }.map { ($0.number, $0.points + travelPrice * $0.yuan) }
        )
        for (number, session) in sessions.enumerated() {
            let taken = session.crew.map { tripNumbers[Int($0)] }.filter { soles[$0] != nil }
            let spare = max(0, reducedCosts[column(number)]) / Double(max(1, taken.count))
            for trip in taken {
                let fare = Float(max(0, (soles[trip] ?? 0) - spare))
                let known = splits[trip]?.requests.first?.share ?? 0
                splits[trip]?.requests = [(Int32(request(number)), max(fare, known))]
            }
        }
    }
}

extension TripSplit {
    /// Points as shares of a trip's cost; nil where it costs nothing.
    fileprivate func divided(by cost: Double) -> TripSplit? {
        guard cost > 1e-9 else { return nil }
        let whole = Float(cost)
        return TripSplit(
            each: each / whole, slots: slots.map { $0 / whole },
            requests: requests.map { ($0.request, $0.share / whole) })
    }
}
