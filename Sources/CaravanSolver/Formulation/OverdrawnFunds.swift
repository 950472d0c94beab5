/// Points that keep a fund's row within GLPK's tolerance, which grows with the yuan in it, and yet overdraw the fund by
/// more than the checker lets pass: a fen in a million yuan.
extension Formulation {
    /// What a point charges to one fund.
    private struct Charge {
        let yuan: Double
        let column: Int
    }

    /// Adds a row for each fund that an integer point overdraws: of charges that exceed the limit together, not all are
    /// made (a cover inequality; Balas 1975).
    /// - Returns: Whether there was such a fund.
    mutating func forbidOverdrawing(at values: [Double]) -> Bool {
        var charges = [[Charge]](repeating: [], count: instance.fundLimit.count)
        for placement in instance.placements { addCharges(of: placement, at: values, to: &charges) }
        for (position, trip) in columns.trips.enumerated() where values[columns.trip(position)] > 0.5 {
            let yuan = instance.tripKm(Int(trip.member), Int(trip.township)) * instance.kmYuan
            charges[instance.travelFund].append(Charge(yuan: yuan, column: columns.trip(position)))
        }
        var overdrawn = false
        for fund in charges.indices {
            guard let cover = cover(charges[fund], beyond: instance.fundLimit[fund]) else { continue }
            var row = SparseRow()
            for column in cover { row.add(1, column) }
            add(row, upper: Double(cover.count - 1))
            overdrawn = true
        }
        return overdrawn
    }

    private func addCharges(of placement: Placement, at values: [Double], to charges: inout [[Charge]]) {
        let fund = instance.fund[Int(placement.request)]
        for at in instance.venues(placement) where values[columns.session(at)] > 0.5 {
            let venue = Int(instance.venueCandidates[at].venue)
            let yuan = instance.requestYuan[Int(placement.request)] + instance.venueYuan[venue]
            charges[fund].append(Charge(yuan: yuan, column: columns.session(at)))
        }
        for at in instance.candidates(placement) where values[columns.duty(at)] > 0.5 {
            let fee = instance.fee[Int(instance.memberCandidates[at].member)]
            charges[fund].append(Charge(yuan: fee, column: columns.duty(at)))
        }
    }

    /// The largest charges that exceed a limit together, by column; nil where all of them keep it.
    private func cover(_ charges: [Charge], beyond limit: Double) -> [Int]? {
        let limit = limit + RequestCharges.tolerance
        guard charges.reduce(0, { $0 + $1.yuan }) > limit else { return nil }
        var (cover, sum): ([Int], Double) = ([], 0)
        for charge in charges.sorted(by: { ($0.yuan, $0.column) > ($1.yuan, $1.column) }) {
            cover.append(charge.column)
            sum += charge.yuan
            if sum > limit { return cover }
        }
        // Summed in this order they keep it: nothing is overdrawn but the rounding of a sum.
        return nil
    }
}
