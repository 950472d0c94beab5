import CaravanCore

/// What can be lost.
public enum ResourcePool: String, Sendable, CaseIterable {
    /// Experts.
    case experts
    /// Mentors.
    case mentors
    /// Kits.
    case kits
    /// Venues.
    case venues
}

extension Scenario {
    /// The week without one resource, for each of a pool, in the order of the week.
    public static func losses(of pool: ResourcePool, in week: Week) -> [Scenario] {
        if pool == .venues {
            return week.venues.map { Scenario(name: $0.id, edits: [["op": "close", "venue": .string($0.id)]]) }
        }
        return week.members.filter { $0.pool.rawValue == pool.rawValue }
            .map { Scenario(name: $0.id, edits: [["op": "away", "member": .string($0.id)]]) }
    }
}
