/// Fills the places of a crew when one member could stand in several of them (H4): bipartite matching by augmenting
/// paths (Kuhn 1955), members on one side, places on the other.
struct CrewMatching {
    private let places: [[Int32]]

    /// Needs as counts, each with the members that may fill its places.
    init(needs: [Int], candidates: [[Int32]]) {
        // One place more than there are members stays empty, as all further ones would.
        places = zip(needs, candidates).flatMap { count, members in
            Array(repeating: members, count: min(count, members.count + 1))
        }
    }

    /// Whether every place can be filled, with all the required members among the crew.
    func fills(including required: [Int32]) -> Bool {
        if required.count > places.count { return false }
        // Required members first: a member once matched stays matched while further places are filled by augmenting.
        var holder = [Int32?](repeating: nil, count: places.count)
        for member in required {
            var seen = Set<Int>()
            if !seat(member, &holder, &seen) { return false }
        }
        var occupant: [Int32: Int] = [:]
        for (place, member) in holder.enumerated() { if let member { occupant[member] = place } }
        for place in places.indices where !occupant.values.contains(place) {
            var seen = Set<Int32>()
            if !fill(place, &occupant, &seen) { return false }
        }
        return true
    }

    private func seat(_ member: Int32, _ holder: inout [Int32?], _ seen: inout Set<Int>) -> Bool {
        for place in places.indices where places[place].contains(member) && seen.insert(place).inserted {
            guard let present = holder[place] else {
                holder[place] = member
                return true
            }
            if seat(present, &holder, &seen) {
                holder[place] = member
                return true
            }
        }
        return false
    }

    private func fill(_ place: Int, _ occupant: inout [Int32: Int], _ seen: inout Set<Int32>) -> Bool {
        for member in places[place] where seen.insert(member).inserted {
            guard let taken = occupant[member] else {
                occupant[member] = place
                return true
            }
            if fill(taken, &occupant, &seen) {
                occupant[member] = place
                return true
            }
        }
        return false
    }
}
