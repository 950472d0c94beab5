import CaravanCore

/// Where the columns of the plain integer program are, and what they mean.
///
/// In this order: `unheld` of each request; `z`, a session, for each entry of `Instance.venueCandidates`; `w`, a filled
/// place, for each entry of `Instance.memberCandidates`; trips; shortfall or excess of coverage groups; the constant.
struct FormulationColumns: Sendable {
    /// A member's way to a township and back on one date.
    struct Trip: Sendable, Hashable {
        let member: Int32
        let township: Int32
        let date: Int32
    }

    /// The trips that some place would take and that cost anything, in the order of their columns.
    let trips: [Trip]
    /// How many columns there are.
    let count: Int
    /// The column fixed at 1 that carries the constant of the objective.
    var constant: Int { count - 1 }

    private let firstSession: Int
    private let firstDuty: Int
    private let firstTrip: Int
    private let tripNumbers: [Trip: Int]
    private let slackOf: [Int32]

    init(_ instance: Instance) {
        var trips: [Trip] = []
        var tripNumbers: [Trip: Int] = [:]
        for placement in instance.placements {
            for at in instance.candidates(placement) {
                guard let trip = Self.trip(at, placement, instance), tripNumbers[trip] == nil else { continue }
                tripNumbers[trip] = trips.count
                trips.append(trip)
            }
        }
        self.trips = trips
        self.tripNumbers = tripNumbers
        firstSession = instance.requestCount
        firstDuty = firstSession + instance.venueCandidates.count
        firstTrip = firstDuty + instance.memberCandidates.count
        var next = Int32(firstTrip + trips.count)
        slackOf = instance.groups.map { group in
            guard group.hasSlack else { return -1 }
            next += 1
            return next - 1
        }
        count = Int(next) + 1
    }

    /// The trip that a place takes; nil at the member's base and where trips cost neither points nor money.
    private static func trip(_ candidate: Int, _ placement: Placement, _ instance: Instance) -> Trip? {
        let member = instance.memberCandidates[candidate].member
        let km = instance.tables.tripKm(Int(member), Int(placement.township))
        guard km * (instance.tables.kmPoints + instance.tables.kmYuan) > 0 else { return nil }
        return Trip(member: member, township: placement.township, date: placement.date)
    }

    /// Column of a request that is not held.
    func unheld(_ request: Int) -> Int { request }

    /// Column of a session, a placement in one of its venues, by its number in `Instance.venueCandidates`.
    func session(_ candidate: Int) -> Int { firstSession + candidate }

    /// Column of a place filled by a member, by its number in `Instance.memberCandidates`.
    func duty(_ candidate: Int) -> Int { firstDuty + candidate }

    /// Column of a trip by its position in `trips`.
    func trip(_ position: Int) -> Int { firstTrip + position }

    /// Column of a trip, nil where it costs nothing.
    func trip(_ trip: Trip) -> Int? { tripNumbers[trip].map { firstTrip + $0 } }

    /// Column of a group's shortfall or excess, nil where it has none.
    func slack(_ group: Int) -> Int? { slackOf[group] < 0 ? nil : Int(slackOf[group]) }
}

extension CoverageGroup {
    /// Whether the group needs a column for what is missing or too much. A soft cap at 0 does not: every unit counted is
    /// one too many, and priced where it comes from.
    var hasSlack: Bool {
        switch kind {
        case .target: true
        case .softCap: threshold > 0
        case .hardCap, .rowRule: false
        }
    }

    /// What a session of that amount counts in the group's row.
    ///
    /// A single session can do no more than reach the threshold of a target; and of a soft cap it exceeds `threshold` by
    /// itself, whatever else is held, so that part is priced with the session (``surcharge(_:)``). Both keep the whole
    /// plans and cut off fractional ones (coefficient tightening: Savelsbergh, ORSA J. Computing 6, 1994).
    func counted(_ amount: Double) -> Double {
        isHard ? amount : min(amount, threshold)
    }

    /// Points that a session of that amount costs by itself.
    func surcharge(_ amount: Double) -> Double {
        kind == .softCap ? weight * max(0, amount - threshold) : 0
    }
}

extension Instance {
    /// Points of a placement whatever else is held, soft caps that it exceeds by itself included; infinite where it
    /// exceeds a hard limit.
    func costByItself(_ placement: Placement) -> Double {
        hits(placement).reduce(placement.cost) { cost, at in
            let group = groups[Int(hits[at].group)]
            if group.isHard && HardLimit.isExceeded(hits[at].amount, group.threshold) { return .infinity }
            return cost + group.surcharge(hits[at].amount)
        }
    }

    /// The candidates of all needs at a placement, as a range of `memberCandidates`.
    func candidates(_ placement: Placement) -> Range<Int> {
        let first = Int(placement.firstNeed)
        return Int(needStarts[first])..<Int(needStarts[first + tables.needCounts[Int(placement.request)].count])
    }
}
