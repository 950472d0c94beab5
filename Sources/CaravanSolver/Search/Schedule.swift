import CaravanCore

/// A plan under construction: sessions in place with everything they occupy, and its objective kept exact at every step.
///
/// All rules are checked before a session goes in, so what stands in a schedule keeps H1–H10 and H12; requests that must
/// be held (H11) and are not yet count in `missing`.
struct Schedule: Sendable {
    let instance: Instance
    /// Placement of each request, -1 where it is not held.
    private(set) var placed: [Int32]
    /// Venue of each held request.
    private(set) var venue: [Int32]
    /// Crews, flat: the places of request r are `instance.tables.crewStarts[r]..<instance.tables.crewStarts[r + 1]`.
    private(set) var crew: [Int32]

    /// Township where a member works in a slot instance, -1 where it is free: `WeekTables.memberSlots`.
    private(set) var memberAt: [Int32]
    /// Request that a member works for in a slot instance; means something only where `memberAt` is not -1.
    private(set) var memberRequest: [Int32]
    private(set) var memberDay: [Int32]
    private(set) var memberWeek: [Int32]
    /// The same at a glance.
    private(set) var days: MemberDays
    /// How many places members from elsewhere fill in a township on a date: `WeekTables.dateTownships`.
    private(set) var visits: [Int32]
    /// Request in a venue in a slot instance, -1 where it is free: `WeekTables.venueSlots`.
    private(set) var venueAt: [Int32]
    /// Request that an audience of a township has in a slot instance (H7): `WeekTables.crowdSlots`.
    private(set) var audienceAt: [Int32]
    /// Yuan charged, by fund.
    private(set) var spent: [Double]
    /// Sessions or people measured, by coverage group.
    private(set) var measured: [Double]

    /// Points of everything but requests that must be held and are not.
    private(set) var objective: Double
    /// Requests that must be held and are not.
    private(set) var missing: Int
    /// Requests that have placements, the held ones first: `order[..<heldCount]` are held.
    private(set) var order: [Int32]
    /// Where each request stands in `order`, -1 for requests without placements.
    private var rank: [Int32]
    /// How many requests are held.
    private(set) var heldCount = 0

    /// The empty plan.
    init(_ instance: Instance) {
        self.instance = instance
        placed = Array(repeating: -1, count: instance.requestCount)
        venue = placed
        crew = Array(repeating: -1, count: instance.tables.crewStarts[instance.requestCount])
        memberAt = Array(repeating: -1, count: instance.tables.memberSlots.count)
        memberRequest = memberAt
        memberDay = Array(repeating: 0, count: instance.tables.memberDates.count)
        memberWeek = Array(repeating: 0, count: instance.memberCount)
        days = MemberDays(instance)
        visits = Array(repeating: 0, count: instance.tables.dateTownships.count)
        venueAt = Array(repeating: -1, count: instance.tables.venueSlots.count)
        audienceAt = Array(repeating: -1, count: instance.tables.crowdSlots.count)
        spent = Array(repeating: 0, count: instance.fundLimit.count)
        measured = Array(repeating: 0, count: instance.groups.count)
        objective =
            instance.constant + instance.unheldCost.reduce(0, +) + instance.groups.reduce(0) { $0 + $1.points(at: 0) }
        missing = instance.mustHold.count { $0 }
        order = instance.ofRequest.indices.filter { !instance.ofRequest[$0].isEmpty }.map(Int32.init)
        rank = Array(repeating: -1, count: instance.requestCount)
        for (position, request) in order.enumerated() { rank[Int(request)] = Int32(position) }
    }

    private mutating func swapRanks(_ request: Int, to position: Int) {
        let (from, other) = (Int(rank[request]), order[position])
        order[from] = other
        order[position] = Int32(request)
        rank[Int(other)] = Int32(from)
        rank[request] = Int32(position)
    }

    /// The places of a request in `crew`.
    func places(of request: Int) -> Range<Int> {
        instance.tables.crewStarts[request]..<instance.tables.crewStarts[request + 1]
    }

    func isHeld(_ request: Int) -> Bool { placed[request] >= 0 }

    /// Puts a session in. The caller has checked that every rule allows it.
    mutating func insert(_ index: Int, venue v: Int, venuePoints: Double, crew members: some Collection<Int32>) {
        let placement = instance.placements[index]
        let request = Int(placement.request)
        placed[request] = Int32(index)
        venue[request] = Int32(v)
        swapRanks(request, to: heldCount)
        heldCount += 1
        if instance.mustHold[request] { missing -= 1 }
        objective += placement.cost - instance.unheldCost[request]
        occupy(placement, venue: v, by: Int32(request))
        apply(hitsOf: placement, sign: 1)
        charge(venue: v, of: placement, sign: 1, points: venuePoints)
        var place = instance.tables.crewStarts[request]
        for member in members {
            crew[place] = member
            place += 1
            join(Int(member), placement)
        }
    }

    /// Puts back a session that stood here before, with what its venue costs looked up.
    mutating func restore(_ index: Int, venue v: Int, crew members: some Collection<Int32>) {
        insert(index, venue: v, venuePoints: venuePoints(v, instance.placements[index]), crew: members)
    }

    /// Takes a session out; sessions that wait for it (H9) must be out already.
    mutating func remove(_ request: Int) {
        let placement = instance.placements[Int(placed[request])]
        let v = Int(venue[request])
        for place in places(of: request) { leave(Int(crew[place]), placement) }
        charge(venue: v, of: placement, sign: -1, points: venuePoints(v, placement))
        apply(hitsOf: placement, sign: -1)
        occupy(placement, venue: v, by: -1)
        objective -= placement.cost - instance.unheldCost[request]
        if instance.mustHold[request] { missing += 1 }
        heldCount -= 1
        swapRanks(request, to: heldCount)
        placed[request] = -1
    }

    private func venuePoints(_ v: Int, _ placement: Placement) -> Double {
        for at in instance.venues(placement) where instance.venueCandidates[at].venue == v {
            return instance.venueCandidates[at].points
        }
        return 0
    }

    private mutating func occupy(_ placement: Placement, venue v: Int, by request: Int32) {
        for at in instance.tables.venueSlots[v, placement.span] { venueAt[at] = request }
        for at in instance.tables.crowdSlots[instance.crowd(of: placement), placement.span] { audienceAt[at] = request }
    }

    private mutating func apply(hitsOf placement: Placement, sign: Double) {
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            let before = measured[Int(hit.group)]
            let now = before + sign * hit.amount
            objective += group.points(at: now) - group.points(at: before)
            measured[Int(hit.group)] = now
        }
    }

    private mutating func charge(venue v: Int, of placement: Placement, sign: Double, points: Double) {
        let request = Int(placement.request)
        objective += sign * points
        spent[instance.tables.fund[request]] +=
            sign * (instance.tables.requestYuan[request] + instance.tables.venueYuan[v])
    }

    private mutating func join(_ member: Int, _ placement: Placement) {
        let trip = tripKm(member, placement)
        objective += trip * instance.tables.kmPoints + memberPoints(member, placement)
        spent[instance.tables.travelFund] += trip * instance.tables.kmYuan
        spent[instance.tables.fund[Int(placement.request)]] += instance.tables.fee[member]
        for slot in Int(placement.start)..<Int(placement.end) {
            memberAt[instance.tables.memberSlots[member, slot]] = placement.township
            memberRequest[instance.tables.memberSlots[member, slot]] = placement.request
        }
        memberDay[instance.tables.memberDates[member, Int(placement.date)]] += 1
        memberWeek[member] += 1
        visit(member, placement, 1)
        noteDays(of: member, Int(placement.date), weekChanged: memberWeek[member] == instance.tables.maxPerWeek[member])
    }

    private mutating func leave(_ member: Int, _ placement: Placement) {
        for at in instance.tables.memberSlots[member, Int(placement.start)..<Int(placement.end)] { memberAt[at] = -1 }
        memberDay[instance.tables.memberDates[member, Int(placement.date)]] -= 1
        memberWeek[member] -= 1
        visit(member, placement, -1)
        noteDays(
            of: member, Int(placement.date), weekChanged: memberWeek[member] == instance.tables.maxPerWeek[member] - 1)
        let trip = tripKm(member, placement)
        objective -= trip * instance.tables.kmPoints + memberPoints(member, placement)
        spent[instance.tables.travelFund] -= trip * instance.tables.kmYuan
        spent[instance.tables.fund[Int(placement.request)]] -= instance.tables.fee[member]
    }

    private mutating func visit(_ member: Int, _ placement: Placement, _ count: Int32) {
        guard instance.tables.base[member] != placement.township else { return }
        visits[instance.tables.dateTownships[Int(placement.date), Int(placement.township)]] += count
    }

    private mutating func noteDays(of member: Int, _ date: Int, weekChanged: Bool) {
        let isWeekFull = memberWeek[member] >= instance.tables.maxPerWeek[member]
        for date in weekChanged ? 0..<instance.tables.dateCount : date..<date + 1 {
            var busy: UInt32 = 0
            let first = instance.tables.memberSlots[member, instance.tables.dateSlots[date, 0]]
            for slot in 0..<instance.tables.slotsPerDate where memberAt[first + slot] >= 0 { busy |= 1 << UInt32(slot) }
            let isDayFull = memberDay[instance.tables.memberDates[member, date]] >= instance.tables.maxPerDay[member]
            days.set(member, date, busy: busy, isFull: isWeekFull || isDayFull)
        }
    }

    private func memberPoints(_ member: Int, _ placement: Placement) -> Double {
        let request = Int(placement.request)
        return instance.tables.baselineCrew[request].contains(Int32(member)) ? -instance.tables.crewPoints[request] : 0
    }

    /// H8 and H10, from the sums as they stand: those of a running search gather rounding, so what leaves it is summed anew.
    var keepsLimits: Bool {
        !spent.indices.contains { HardLimit.isOverdrawn(spent[$0], instance.fundLimit[$0]) }
            && !measured.indices.contains {
                instance.groups[$0].isHard
                    && HardLimit.isExceeded(measured[$0], instance.groups[$0].threshold)
            }
    }

    /// The sessions in place.
    var assignments: [Assignment] {
        placed.indices.filter { placed[$0] >= 0 }.map { request in
            Assignment(
                placement: Int(placed[request]), venue: Int(venue[request]), crew: Array(crew[places(of: request)]))
        }
    }
}
