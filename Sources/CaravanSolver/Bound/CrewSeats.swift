/// Finds the cheapest crew where picking the cheapest members of each need is not enough: where one member could stand in
/// places of two needs (H4), or pins and frozen sessions demand members (H11, H12).
struct CrewSeats: Sendable {
    /// The crew found last, positions in `Instance.memberCandidates`, a member a place, needs in order.
    var candidates: [Int32] = []
    private var offers: [CrewPicker.Offer] = []
    private var offered: [Int32] = []
    private var needEnds: [Int] = []
    private var assignment = PlaceAssignment()
    /// Above anything that members cost, so that a required member always gets its place.
    private static let requiredBonus = 1e9

    /// Forgets all offers.
    mutating func clear() {
        offers.removeAll(keepingCapacity: true)
        offered.removeAll(keepingCapacity: true)
        needEnds.removeAll(keepingCapacity: true)
    }

    /// Takes a candidate of the present need into account, at a price in points.
    mutating func offer(_ at: Int, of it: Placement, in instance: Instance, price: Double) {
        let member = instance.memberCandidates[at].member
        let bonus = instance.tables.requiredCrew[Int(it.request)].contains(member) ? Self.requiredBonus : 0
        offers.append(CrewPicker.Offer(member: member, score: price - bonus, points: price, km: 0))
        offered.append(Int32(at))
    }

    /// All candidates of the present need were offered.
    mutating func endNeed() { needEnds.append(offers.count) }

    /// Points of the cheapest crew, which is left in `candidates`; nil where the places cannot all be filled.
    mutating func cheapest(of it: Placement, in instance: Instance) -> Double? {
        let request = Int(it.request)
        guard assignment.solve(offers: offers, needEnds: needEnds, counts: instance.tables.needCounts[request]) else {
            return nil
        }
        candidates.removeAll(keepingCapacity: true)
        candidates.append(contentsOf: assignment.chosen.map { offered[$0] })
        guard instance.isCrew(candidates, of: request) else { return nil }
        return assignment.chosen.reduce(0) { $0 + offers[$1].points }
    }
}

extension Instance {
    /// Whether the cheapest members of each need may be no crew.
    func needsMatching(_ request: Int) -> Bool { tables.needsOverlap[request] || !tables.requiredCrew[request].isEmpty }

    /// Whether members differ and the required ones are among them.
    /// - Parameter picked: Positions in `memberCandidates`.
    func isCrew(_ picked: [Int32], of request: Int) -> Bool {
        for (place, at) in picked.enumerated() {
            let member = memberCandidates[Int(at)].member
            if picked[..<place].contains(where: { memberCandidates[Int($0)].member == member }) { return false }
        }
        return tables.requiredCrew[request].allSatisfy { member in
            picked.contains { memberCandidates[Int($0)].member == member }
        }
    }
}
