extension LagrangianAscent {
    /// The best point of the phase in which the limits of funds are priced.
    var pricedPoint: PricePoint {
        var point = priced ?? bestPoint
        point.multipliers.extend(to: pricing.rows.limit.count)
        return point
    }

    /// Pricing by the rows known, all funds priced.
    var pricedPricing: Pricing { Pricing(pricing.instance, rows: pricing.rows, deadline: pricing.deadline) }

    /// Goes on from a point that something else found with all funds priced, if the bound is higher there.
    mutating func adopt(_ found: PricedPoint) {
        var point = found.point
        point.multipliers.extend(to: best.value.count)
        // Limits that are kept need no price.
        for knapsack in pricing.knapsacks where knapsack.fund != pricing.instance.tables.travelFund {
            point.multipliers.value[pricing.rows.sections.fund(knapsack.fund)] = 0
        }
        let trial = pricing.priced(at: point, likely: found.placement)
        if trial.bound > bestBound { proceed(from: trial) }
    }
}
