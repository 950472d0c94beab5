/// A slot instance of a venue, or of a crowd in a township, that several places of sessions take.
struct SharedSlot {
    /// What is taken: a venue, or a township and a crowd.
    struct Key: Hashable {
        let first: Int
        let second: Int
    }

    let key: Key
    let slot: Int
    /// Positions of the places that take it; two or more.
    let places: [Int]
}

extension HeldSessions {
    private struct Occupied: Hashable {
        let key: SharedSlot.Key
        let slot: Int
    }

    /// The slots that more than one place takes, in the order in which they come to be shared.
    /// - Parameter key: What a place takes in all of its slots; nil: nothing.
    func sharedSlots(of key: (HeldPlace) -> SharedSlot.Key?) -> [SharedSlot] {
        var takers: [Occupied: [Int]] = [:]
        var shared: [Occupied] = []
        for (position, place) in places.enumerated() {
            guard let key = key(place) else { continue }
            for slot in place.time.slots {
                let at = Occupied(key: key, slot: slot)
                takers[at, default: []].append(position)
                if takers[at]?.count == 2 { shared.append(at) }
            }
        }
        return shared.map { SharedSlot(key: $0.key, slot: $0.slot, places: takers[$0] ?? []) }
    }
}
