import CaravanCore

/// Yuan counted in whole units, so that what a fund pays for is a knapsack with whole weights (H8).
///
/// Weights are rounded down and the capacity is that of the fund, so whatever the fund can pay for fits the knapsack. Where
/// all amounts are multiples of the unit, as fees and costs in whole tens usually are, nothing is lost.
struct FundGrid: Sendable {
    /// Number of the fund.
    let fund: Int
    /// Units that the fund can pay.
    let capacity: Int
    /// Requests charged to the fund.
    let requests: [Int]
    private let unit: Double

    /// Knapsacks with more units than this are counted in coarser ones.
    private static let finest = 2_000.0

    /// nil where the fund can pay for all that is asked of it.
    init?(_ instance: Instance, fund: Int) {
        self.fund = fund
        requests = (0..<instance.requestCount).filter {
            instance.tables.fund[$0] == fund && !instance.ofRequest[$0].isEmpty
        }
        let limit = instance.fundLimit[fund] + HardLimit.yuan
        var cents = Set<Int>()
        var dearest = 0.0
        for request in requests {
            var most = 0.0
            cents.insert(Self.cents(instance.tables.requestYuan[request]))
            for index in instance.ofRequest[request] {
                let it = instance.placements[index]
                var sum = instance.tables.requestYuan[request]
                sum += instance.venues(it).reduce(0) { most, at in
                    let yuan = instance.tables.venueYuan[Int(instance.venueCandidates[at].venue)]
                    cents.insert(Self.cents(yuan))
                    return max(most, yuan)
                }
                for (need, count) in instance.tables.needCounts[request].enumerated() {
                    sum +=
                        Double(count)
                        * instance.candidates(it, need: need).reduce(0) { most, at in
                            let fee = instance.tables.fee[Int(instance.memberCandidates[at].member)]
                            cents.insert(Self.cents(fee))
                            return max(most, fee)
                        }
                }
                most = max(most, sum)
            }
            dearest += most
        }
        if dearest <= limit { return nil }
        let divisor = Double(cents.reduce(0, Self.greatestCommonDivisor)) / 100
        unit = max(divisor, limit / Self.finest)
        // Generous by far more than the rounding of all the amounts that can meet in a fund: a bound may be too low, never
        // too high.
        capacity = Int(saturating: limit / unit + 1e-4)
    }

    /// Units of an amount of yuan, rounded down; beyond what the fund can pay it does not matter how far.
    func units(_ yuan: Double) -> Int { min(Int(saturating: yuan / unit + 1e-9), capacity + 1) }

    /// Hundredths of a yuan; amounts finer than that make the finest grid.
    private static func cents(_ yuan: Double) -> Int {
        let cents = (yuan * 100).rounded()
        return abs(cents - yuan * 100) < 1e-6 && cents < 1e15 ? Int(saturating: cents) : 1
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
