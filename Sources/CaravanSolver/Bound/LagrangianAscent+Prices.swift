extension LagrangianAscent {
    /// The best multipliers of the phase in which the limits of funds are priced, with their trip shares.
    var pricedPoint: PricePoint {
        let (multipliers, trips) = keepsFunds ? priced ?? (best, bestTrips) : (best, bestTrips)
        var point = PricePoint(multipliers: multipliers, trips: trips)
        point.multipliers.extend(to: pricing.rules.limit.count)
        return point
    }

    /// Pricing by the rules known, all funds priced.
    var pricedPricing: Pricing { Pricing(pricing.instance, rules: pricing.rules, deadline: pricing.deadline) }

    /// Goes on from multipliers that something else found with all funds priced, if the bound is higher there.
    mutating func adopt(_ point: PricePoint) {
        var multipliers = point.multipliers
        multipliers.extend(to: best.value.count)
        // Limits that are kept need no price.
        for knapsack in pricing.knapsacks where knapsack.fund != pricing.instance.travelFund {
            multipliers.value[best.layout.fund + knapsack.fund] = 0
        }
        var trial = pricing
        trial.trips = point.trips
        let bound = trial.bound(at: multipliers)
        if bound > bestBound { proceed(from: multipliers, point.trips, bound: bound) }
    }
}
