/// Which choices of an instance are left: a flag for each placement, venue candidate and member candidate.
struct Survivors: Sendable {
    var placements: [Bool]
    var venues: [Bool]
    var members: [Bool]
    /// Requests that must be held.
    var mustHold: [Bool]
    /// Funds whose limit is waived, to find out whether it is what contradicts the demands.
    var waivedFunds: Set<Int> = []
    /// Numbers in `Week.caps` of hard caps that are waived.
    var waivedCaps: Set<Int> = []

    /// Everything is left.
    init(all instance: Instance) {
        placements = Array(repeating: true, count: instance.placements.count)
        venues = Array(repeating: true, count: instance.venueCandidates.count)
        members = Array(repeating: true, count: instance.memberCandidates.count)
        mustHold = instance.mustHold
    }

    /// Whether a group is one of a hard cap that is waived.
    func waives(_ group: CoverageGroup) -> Bool { group.kind == .hardCap && waivedCaps.contains(group.rule) }
}

extension Instance {
    /// The same week with fewer choices: what is not left is gone, numbers of everything else but placements and
    /// candidates stay.
    convenience init(_ parent: Instance, keeping survivors: Survivors) {
        var cut = Cut()
        var ofRequest = [Range<Int>](repeating: 0..<0, count: parent.requestCount)
        for request in 0..<parent.requestCount {
            let first = cut.placements.count
            for index in parent.ofRequest[request] where survivors.placements[index] {
                cut.append(parent, parent.placements[index], survivors)
            }
            ofRequest[request] = first..<cut.placements.count
        }
        self.init(parent, cut, ofRequest: ofRequest, survivors)
    }

    /// The flat arrays of a reduced instance.
    struct Cut {
        var placements: [Placement] = []
        var venueCandidates: [VenueCandidate] = []
        var memberCandidates: [MemberCandidate] = []
        var needStarts: [Int32] = [0]

        /// - Parameter surcharge: Points added to what the placement costs.
        mutating func append(
            _ parent: Instance, _ it: Placement, _ survivors: Survivors, surcharge: Double = 0
        ) {
            let firstVenue = Int32(venueCandidates.count)
            for at in parent.venues(it) where survivors.venues[at] {
                venueCandidates.append(parent.venueCandidates[at])
            }
            let firstNeed = Int32(needStarts.count - 1)
            for need in parent.tables.needCounts[Int(it.request)].indices {
                for at in parent.candidates(it, need: need) where survivors.members[at] {
                    memberCandidates.append(parent.memberCandidates[at])
                }
                needStarts.append(Int32(memberCandidates.count))
            }
            placements.append(
                Placement(
                    request: it.request, township: it.township, start: it.start, end: it.end, date: it.date,
                    firstVenue: firstVenue, endVenue: Int32(venueCandidates.count), firstNeed: firstNeed,
                    firstHit: it.firstHit, endHit: it.endHit, uses: it.uses, cost: it.cost + surcharge))
        }
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
