import CaravanCore

/// The least that each request charges its fund, wherever and by whomever it is held (H8, trips apart).
struct RequestCharges: Sendable {
    /// Least charge of any session of the request, yuan; infinite where it has no placement.
    let least: [Double]
    /// Least charge at each placement without the venue, yuan.
    private let crewYuan: [Double]
    private let instance: Instance

    /// - Parameter deadline: When it is over, what is not reckoned yet counts as costing nothing.
    init(_ instance: Instance, deadline: Deadline = .never) {
        self.instance = instance
        var least = [Double](repeating: .infinity, count: instance.requestCount)
        crewYuan = instance.placements.map { placement in
            if deadline.isOver { return 0 }
            let request = Int(placement.request)
            let crew = instance.tables.requestYuan[request] + Self.cheapestCrew(placement, in: instance)
            let venue = instance.venues(placement).map {
                instance.tables.venueYuan[Int(instance.venueCandidates[$0].venue)]
            }
            least[request] = min(least[request], crew + (venue.min() ?? 0))
            return crew
        }
        self.least = least
    }

    /// Whether no session of the request can ever be paid for.
    func exceedsLimit(_ request: Int) -> Bool {
        HardLimit.isOverdrawn(least[request], instance.fundLimit[instance.tables.fund[request]])
    }

    /// Whether a placement in that venue can be paid for, with its cheapest crew.
    func isAffordable(placement: Int, venue: Int) -> Bool {
        let fund = instance.tables.fund[Int(instance.placements[placement].request)]
        return !HardLimit.isOverdrawn(crewYuan[placement] + instance.tables.venueYuan[venue], instance.fundLimit[fund])
    }

    /// The lowest fees that fill each need by itself.
    private static func cheapestCrew(_ placement: Placement, in instance: Instance) -> Double {
        let counts = instance.tables.needCounts[Int(placement.request)]
        return counts.indices.reduce(0) { sum, need in
            let fees = instance.candidates(placement, need: need).map {
                instance.tables.fee[Int(instance.memberCandidates[$0].member)]
            }
            return sum + fees.sorted().prefix(counts[need]).reduce(0, +)
        }
    }
}
