/// Which sessions and places of an instance a program is about; the others are left out, as if they were not allowed.
///
/// What reduced-cost fixing leaves, or a neighbourhood of an incumbent, makes a program of a fraction of the size.
struct FormulationScope: Sendable {
    /// By entry of `Instance.venueCandidates`.
    var sessions: [Bool]
    /// By entry of `Instance.memberCandidates`; those of placements without a session are left out by themselves.
    var duties: [Bool]
}

/// Where the columns of the plain integer program are, and what they mean.
///
/// In this order: `unheld` of each request; `z`, a session, for entries of `Instance.venueCandidates`; `w`, a filled
/// place, for entries of `Instance.memberCandidates`; trips; shortfall or excess of coverage groups; the constant.
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

    private let sessionOf: [Int32]
    private let dutyOf: [Int32]
    private let firstTrip: Int
    private let tripNumbers: [Trip: Int]
    private let slackOf: [Int32]

    init(_ instance: Instance, _ scope: FormulationScope?) {
        var next = Int32(instance.requestCount)
        func column(if present: Bool) -> Int32 {
            guard present else { return -1 }
            next += 1
            return next - 1
        }
        let sessions = instance.venueCandidates.indices.map { column(if: scope?.sessions[$0] ?? true) }
        var duties = [Int32](repeating: -1, count: instance.memberCandidates.count)
        var trips: [Trip] = []
        var tripNumbers: [Trip: Int] = [:]
        for placement in instance.placements where instance.venues(placement).contains(where: { sessions[$0] >= 0 }) {
            for at in instance.candidates(placement) {
                duties[at] = column(if: scope?.duties[at] ?? true)
                guard duties[at] >= 0, let trip = Self.trip(at, placement, instance), tripNumbers[trip] == nil
                else { continue }
                tripNumbers[trip] = trips.count
                trips.append(trip)
            }
        }
        firstTrip = Int(next)
        next += Int32(trips.count)
        slackOf = instance.groups.map { column(if: $0.hasSlack) }
        count = Int(next) + 1
        (sessionOf, dutyOf, self.trips, self.tripNumbers) = (sessions, duties, trips, tripNumbers)
    }

    /// The trip that a place takes; nil at the member's base and where trips cost neither points nor money.
    private static func trip(_ candidate: Int, _ placement: Placement, _ instance: Instance) -> Trip? {
        let member = instance.memberCandidates[candidate].member
        let km = instance.tripKm(Int(member), Int(placement.township))
        guard km * (instance.kmPoints + instance.kmYuan) > 0 else { return nil }
        return Trip(member: member, township: placement.township, date: placement.date)
    }

    /// Column of a request that is not held.
    func unheld(_ request: Int) -> Int { request }

    /// Column of a session, a placement in one of its venues, by its number in `Instance.venueCandidates`; nil where it is
    /// out of scope.
    func session(_ candidate: Int) -> Int? { sessionOf[candidate] < 0 ? nil : Int(sessionOf[candidate]) }

    /// Columns of the sessions among these candidates.
    func sessions(_ candidates: some Sequence<Int>) -> [Int] { candidates.compactMap(session) }

    /// Column of a place filled by a member, by its number in `Instance.memberCandidates`; nil where it is out of scope.
    func duty(_ candidate: Int) -> Int? { dutyOf[candidate] < 0 ? nil : Int(dutyOf[candidate]) }

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
        case .hardCap: false
        }
    }

    /// What a session of that amount counts in the group's row.
    ///
    /// A single session can do no more than reach the threshold of a target; and of a soft cap it exceeds `threshold` by
    /// itself, whatever else is held, so that part is priced with the session (``surcharge(_:)``). Both keep the whole
    /// plans and cut off fractional ones (coefficient tightening: Savelsbergh, ORSA J. Computing 6, 1994).
    func counted(_ amount: Double) -> Double {
        kind == .hardCap ? amount : min(amount, threshold)
    }

    /// Points that a session of that amount costs by itself.
    func surcharge(_ amount: Double) -> Double {
        kind == .softCap ? weight * max(0, amount - threshold) : 0
    }
}

extension Instance {
    /// The candidates of all needs at a placement, as a range of `memberCandidates`.
    func candidates(_ placement: Placement) -> Range<Int> {
        let first = Int(placement.firstNeed)
        return Int(needStarts[first])..<Int(needStarts[first + needCounts[Int(placement.request)].count])
    }
}
