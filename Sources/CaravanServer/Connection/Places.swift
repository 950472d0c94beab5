/// Who holds a place among the connections. Clients that have shown the token, or need none, hold `total`; some of these
/// are kept for the local socket. Strangers hold places of their own, and make way for each other: whoever is known in
/// the end was a stranger for a moment, so that one who lingers must not keep out one who comes.
struct Places {
    /// How many there are of each kind.
    struct Rules: Sendable, Equatable {
        /// Known clients.
        let total: Int
        /// Of these, kept for the Unix socket.
        let local: Int
        /// Strangers.
        let strangers: Int
        /// Clients of one address of another machine.
        let ofAddress: Int
    }

    /// What is known of a client.
    struct Guest {
        let address: ClientAddress
        var isKnown: Bool
        /// Its place in the order of arrival.
        let arrival: Int
    }

    /// What becomes of one who comes.
    enum Verdict: Equatable {
        /// It has a place; a stranger had to go for it.
        case admitted(insteadOf: ObjectIdentifier?)
        /// There is no room.
        case full
        /// Its address holds as many as it may.
        case tooManyOfAddress
    }

    let rules: Rules
    private(set) var guests: [ObjectIdentifier: Guest] = [:]
    private var arrivals = 0

    init(_ rules: Rules) { self.rules = rules }

    /// Lets a client in, if there is a place for it.
    mutating func admit(_ id: ObjectIdentifier, from address: ClientAddress, isKnown: Bool) -> Verdict {
        if isKnown, !hasRoom(forKnownFrom: address) { return .full }
        var leaving: ObjectIdentifier?
        if !address.isThisMachine, guests.values.count(where: { $0.address == address }) >= rules.ofAddress {
            guard let oldest = oldestStranger(where: { $0 == address }) else { return .tooManyOfAddress }
            leaving = oldest
        } else if !isKnown, guests.values.count(where: { !$0.isKnown }) >= rules.strangers {
            let crowded = mostCrowdedAddress
            leaving = oldestStranger(where: { $0 == crowded })
        }
        if let leaving { guests[leaving] = nil }
        arrivals += 1
        guests[id] = Guest(address: address, isKnown: isKnown, arrival: arrivals)
        return .admitted(insteadOf: leaving)
    }

    /// Gives a stranger a place among the known.
    /// - Returns: whether there is one.
    mutating func promote(_ id: ObjectIdentifier) -> Bool {
        guard let guest = guests[id] else { return false }
        if guest.isKnown { return true }
        guard hasRoom(forKnownFrom: guest.address) else { return false }
        guests[id]?.isKnown = true
        return true
    }

    /// Takes a client's place.
    /// - Returns: whether it had one.
    mutating func remove(_ id: ObjectIdentifier) -> Bool { guests.removeValue(forKey: id) != nil }

    private func hasRoom(forKnownFrom address: ClientAddress) -> Bool {
        let known = guests.values.count { $0.isKnown }
        if address == .local { return known < rules.total }
        let remote = guests.values.count { $0.isKnown && $0.address != .local }
        return known < rules.total && remote < rules.total - rules.local
    }

    private var mostCrowdedAddress: ClientAddress? {
        var crowds: [ClientAddress: Int] = [:]
        for guest in guests.values where !guest.isKnown { crowds[guest.address, default: 0] += 1 }
        return crowds.max { $0.value < $1.value }?.key
    }

    private func oldestStranger(where fits: (ClientAddress) -> Bool) -> ObjectIdentifier? {
        guests.filter { !$0.value.isKnown && fits($0.value.address) }.min { $0.value.arrival < $1.value.arrival }?.key
    }
}

extension Places.Rules {
    /// The rules for so many connections.
    init(connections: Int, ofAddress: Int) {
        self.init(
            total: connections, local: connections / 8, strangers: max(4, connections / 4), ofAddress: ofAddress)
    }
}
