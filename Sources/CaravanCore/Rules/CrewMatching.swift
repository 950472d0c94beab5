/// H4: whether a crew fills every place of a session's needs, one member a place and nobody left over.
///
/// Places of one need are alike, so this is a matching of members to needs with capacities: each member is added along
/// an augmenting path (D. König 1931; L. R. Ford and D. R. Fulkerson 1956), found breadth first.
enum CrewMatching {
    /// Whether the members, all different, fill the places exactly.
    static func fills(_ needs: [Need], _ crew: [Member]) -> Bool {
        guard needs.reduce(0, { $0 + $1.count }) == crew.count else { return false }
        var filled = needs.map { _ in [Int]() }
        return crew.indices.allSatisfy { add($0, needs, crew, &filled) }
    }

    /// Gives a member a place, moving others to other needs where that takes it; false where nothing helps.
    private static func add(_ member: Int, _ needs: [Need], _ crew: [Member], _ filled: inout [[Int]]) -> Bool {
        var reachedBy = [(member: Int, from: Int)?](repeating: nil, count: needs.count)
        var queue: [Int] = []
        func reach(_ member: Int, from need: Int) {
            for other in needs.indices where reachedBy[other] == nil && crew[member].fits(needs[other]) {
                reachedBy[other] = (member, need)
                queue.append(other)
            }
        }
        reach(member, from: -1)
        var next = 0
        while next < queue.count {
            let need = queue[next]
            if filled[need].count < needs[need].count {
                shift(to: need, reachedBy, &filled)
                return true
            }
            for other in filled[need] { reach(other, from: need) }
            next += 1
        }
        return false
    }

    /// Moves each member along the path that ends at a need with a free place.
    private static func shift(to end: Int, _ reachedBy: [(member: Int, from: Int)?], _ filled: inout [[Int]]) {
        var need = end
        while need >= 0, let step = reachedBy[need] {
            if step.from >= 0 { filled[step.from].removeAll { $0 == step.member } }
            filled[need].append(step.member)
            need = step.from
        }
    }
}
