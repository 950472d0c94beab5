/// How the cost of a member's trip is split over the slots of its date.
///
/// A trip is paid once however many sessions it serves (H8): session in slot ≤ trip, for each slot. The multipliers of
/// these rows sum to at most the trip's cost over the slots of the date; they are kept as shares that sum to 1, so the
/// relaxed trip itself never pays off and drops out of the bound. Shares are even until a session takes the trip; only
/// then are they stored, since of a province's trips very few are ever of interest.
struct TripShares: Sendable {
    /// A (member, township) pair.
    struct Trip: Sendable {
        /// Kilometres there and back.
        let km: Float
        /// Where its shares start in `share`, by slot instance; -1 while they are even.
        var first: Int32
    }

    /// For each entry of `Instance.memberCandidates` its number in `trips`; -1 at the member's base.
    let tripOf: [Int32]
    /// The trips that some candidate would take.
    private(set) var trips: [Trip]
    private var share: [Float] = []
    private let slotsPerDate: Int
    private let slotCount: Int
    private let even: Double

    init(_ instance: Instance) {
        slotsPerDate = instance.slotsPerDate
        slotCount = instance.slotCount
        even = 1 / Double(instance.slotsPerDate)
        var tripOf = [Int32](repeating: -1, count: instance.memberCandidates.count)
        var trips: [Trip] = []
        var numbers: [Int32] = Array(repeating: -1, count: instance.memberCount * instance.townshipCount)
        for placement in instance.placements {
            let needs = instance.needCounts[Int(placement.request)].count
            for need in 0..<needs {
                for at in instance.candidates(placement, need: need) {
                    let member = Int(instance.memberCandidates[at].member)
                    if instance.base[member] == placement.township { continue }
                    let key = member * instance.townshipCount + Int(placement.township)
                    if numbers[key] < 0 {
                        numbers[key] = Int32(trips.count)
                        // Rounded down: a bound must never rest on kilometres that nobody drives.
                        trips.append(Trip(km: Float(instance.tripKm[key]).nextDown, first: -1))
                    }
                    tripOf[at] = numbers[key]
                }
            }
        }
        self.tripOf = tripOf
        self.trips = trips
    }

    /// The share of the trip's cost that a session in these slots pays.
    func share(of trip: Trip, slots: Range<Int>) -> Double {
        if trip.first < 0 { return even * Double(slots.count) }
        var sum: Float = 0
        for slot in slots { sum += share[Int(trip.first) + slot] }
        return Double(sum)
    }

    /// Moves cost towards the slots that a session takes, by `amount` of a share, taken from the others of the date.
    mutating func shift(_ number: Int, slots: Range<Int>, amount: Double) {
        if trips[number].first < 0 {
            trips[number].first = Int32(share.count)
            // Rounded down, so that the shares of a date never sum to more than 1.
            share.append(contentsOf: repeatElement(Float(even).nextDown, count: slotCount))
        }
        let first = Int(trips[number].first) + slots.lowerBound / slotsPerDate * slotsPerDate
        let all = first..<first + slotsPerDate
        for slot in slots { share[Int(trips[number].first) + slot] += Float(amount) }
        project(all)
    }

    /// Projection of a date's shares onto sums of at most 1: what is too much is taken evenly from the positive ones.
    private mutating func project(_ all: Range<Int>) {
        for _ in 0...slotsPerDate {
            let sum = all.reduce(0.0) { $0 + Double(share[$1]) }
            if sum <= 1 { return }
            let positive = all.count { share[$0] > 0 }
            // The margin keeps the sum below 1 through the rounding of single precision.
            let each = Float((sum - (1 - 1e-6)) / Double(max(1, positive)))
            for at in all where share[at] > 0 { share[at] = max(0, share[at] - each) }
        }
        for at in all { share[at] = Float(even).nextDown }
    }
}
