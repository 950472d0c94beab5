/// The latest good plans of a solve, whose sessions a restricted master program recombines.
struct ElitePool: Sendable {
    /// The plans, the latest last.
    private(set) var plans: [[Assignment]] = []
    /// More plans make the program larger than GLPK solves in seconds.
    static let capacity = 32

    /// Takes up a plan; the oldest gives way.
    mutating func add(_ plan: [Assignment]) {
        if plans.count == Self.capacity { plans.removeFirst() }
        plans.append(plan)
    }
}

extension Survivors {
    /// What of it some of these plans use: the columns of a restricted master. A placement may take any venue and any
    /// member that some plan gives it, so sessions that no plan holds can be put together from those that plans hold.
    func restricted(to plans: [[Assignment]], of instance: Instance) -> Survivors {
        var master = self
        for at in placements.indices { master.placements[at] = false }
        for at in venues.indices { master.venues[at] = false }
        for at in members.indices { master.members[at] = false }
        for it in plans.joined() where placements[it.placement] {
            let placement = instance.placements[it.placement]
            let rooms = instance.venues(placement).filter { Int(instance.venueCandidates[$0].venue) == it.venue }
            let crew = instance.candidates(placement).filter { it.crew.contains(instance.memberCandidates[$0].member) }
            // Only sessions that survive as a whole, so that every placement left can be held.
            guard rooms.allSatisfy({ venues[$0] }), crew.allSatisfy({ members[$0] }) else { continue }
            master.placements[it.placement] = true
            for at in rooms { master.venues[at] = true }
            for at in crew { master.members[at] = true }
        }
        return master
    }
}
