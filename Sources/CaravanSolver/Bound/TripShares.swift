/// How the cost of a member's trip is split over the slots of its date.
///
/// A trip is paid once however many sessions it serves (H8): session in slot ≤ trip, for each slot. The multipliers of
/// these rows sum to at most the trip's cost over the slots of the date; they are kept as shares that sum to 1, so the
/// relaxed trip itself never pays off and drops out of the bound.
struct TripShares: Sendable {
    /// For each entry of `Instance.memberCandidates` its row: a (member, township) pair; -1 at the member's base.
    let rowOf: [Int32]
    /// Kilometres by row.
    let km: [Double]
    /// Shares by row × slots + slot.
    private(set) var share: [Double]
    private let slotsPerDate: Int
    private let slotCount: Int

    init(_ instance: Instance) {
        slotsPerDate = instance.slotsPerDate
        slotCount = instance.slotCount
        var rowOf = [Int32](repeating: -1, count: instance.memberCandidates.count)
        var km: [Double] = []
        var numbers: [Int: Int32] = [:]
        for placement in instance.placements {
            let needs = instance.needCounts[Int(placement.request)].count
            for need in 0..<needs {
                for at in instance.candidates(placement, need: need) {
                    let member = Int(instance.memberCandidates[at].member)
                    if instance.base[member] == placement.township { continue }
                    let key = member * instance.townshipCount + Int(placement.township)
                    if let known = numbers[key] {
                        rowOf[at] = known
                        continue
                    }
                    numbers[key] = Int32(km.count)
                    rowOf[at] = Int32(km.count)
                    km.append(instance.tripKm[key])
                }
            }
        }
        self.rowOf = rowOf
        self.km = km
        share = Array(repeating: 1 / Double(instance.slotsPerDate), count: km.count * instance.slotCount)
    }

    /// Moves cost towards the slots that a session takes, by `amount` of a share, taken from the others of the date.
    mutating func shift(row: Int, slots: Range<Int>, amount: Double) {
        let date = slots.lowerBound / slotsPerDate
        let first = row * slotCount + date * slotsPerDate
        let all = first..<first + slotsPerDate
        for slot in slots { share[row * slotCount + slot] += amount }
        // Projection onto the simplex: what is too much is taken evenly from the slots that still have some.
        var excess = amount * Double(slots.count)
        var rounds = 0
        while excess > 1e-12 && rounds < slotsPerDate {
            let positive = all.count { share[$0] > 0 }
            let each = excess / Double(max(1, positive))
            excess = 0
            for at in all where share[at] > 0 {
                share[at] -= each
                if share[at] < 0 {
                    excess -= share[at]
                    share[at] = 0
                }
            }
            rounds += 1
        }
    }

    /// Fills `out`, by row × slots + slot, with the points that a session in that slot pays for the trip.
    func price(kmPoints: Double, into out: inout [Double]) {
        for row in km.indices {
            let points = km[row] * kmPoints
            let first = row * slotCount
            for at in first..<first + slotCount { out[at] = share[at] * points }
        }
    }
}
