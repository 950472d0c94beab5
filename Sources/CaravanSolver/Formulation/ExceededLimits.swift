import CaravanCore

/// Points that keep the rows of a limit within GLPK's tolerance, which grows with the yuan or people in them, and yet exceed
/// the limit by more than the checker lets pass: a fen in a million yuan, one in ten million people.
extension Formulation {
    /// What a point adds to one limit.
    private struct Load {
        let amount: Double
        let column: Int
    }

    /// Adds a row for each fund that an integer point overdraws and each hard cap that it exceeds: of what exceeds the limit
    /// together, not all is chosen (a cover inequality; Balas 1975).
    /// - Returns: Whether there was such a limit.
    mutating func forbidExceeding(at values: [Double]) -> Bool {
        var funds = [[Load]](repeating: [], count: instance.fundLimit.count)
        var caps = [[Load]](repeating: [], count: instance.groups.count)
        for placement in instance.placements {
            addCharges(of: placement, at: values, to: &funds)
            addCounts(of: placement, at: values, to: &caps)
        }
        for (position, trip) in columns.trips.enumerated() where values[columns.trip(position)] > 0.5 {
            let yuan = instance.tables.tripKm(Int(trip.member), Int(trip.township)) * instance.tables.kmYuan
            funds[instance.tables.travelFund].append(Load(amount: yuan, column: columns.trip(position)))
        }
        let covers =
            funds.indices.compactMap { Self.cover(funds[$0], instance.fundLimit[$0], HardLimit.isOverdrawn) }
            + caps.indices.compactMap { Self.cover(caps[$0], instance.groups[$0].threshold, HardLimit.isExceeded) }
        for cover in covers {
            var row = SparseRow()
            for column in cover { row.add(1, column) }
            add(row, upper: Double(cover.count - 1))
        }
        return !covers.isEmpty
    }

    private func addCharges(of placement: Placement, at values: [Double], to loads: inout [[Load]]) {
        let fund = instance.tables.fund[Int(placement.request)]
        for at in instance.venues(placement) where values[columns.session(at)] > 0.5 {
            let venue = Int(instance.venueCandidates[at].venue)
            let yuan = instance.tables.requestYuan[Int(placement.request)] + instance.tables.venueYuan[venue]
            loads[fund].append(Load(amount: yuan, column: columns.session(at)))
        }
        for at in instance.candidates(placement) where values[columns.duty(at)] > 0.5 {
            let fee = instance.tables.fee[Int(instance.memberCandidates[at].member)]
            loads[fund].append(Load(amount: fee, column: columns.duty(at)))
        }
    }

    private func addCounts(of placement: Placement, at values: [Double], to loads: inout [[Load]]) {
        for at in instance.venues(placement) where values[columns.session(at)] > 0.5 {
            for hit in instance.hits(placement).map({ instance.hits[$0] })
            where instance.groups[Int(hit.group)].isHard {
                loads[Int(hit.group)].append(Load(amount: hit.amount, column: columns.session(at)))
            }
        }
    }

    /// The largest loads that exceed a limit together, by column; nil where all of them keep it.
    private static func cover(_ loads: [Load], _ limit: Double, _ isBeyond: (Double, Double) -> Bool) -> [Int]? {
        guard isBeyond(loads.reduce(0) { $0 + $1.amount }, limit) else { return nil }
        var (cover, sum): ([Int], Double) = ([], 0)
        for load in loads.sorted(by: { ($0.amount, $0.column) > ($1.amount, $1.column) }) {
            cover.append(load.column)
            sum += load.amount
            if isBeyond(sum, limit) { return cover }
        }
        // Summed in this order they keep it: nothing is exceeded but by the rounding of a sum.
        return nil
    }
}
