import CaravanCore

/// Enumerates, request by request, every (township, start) that keeps H1, H2, `away`, reach and member supply, the
/// demands of pins and freeze, and the earliest start that `after` leaves.
struct PlacementEnumeration {
    let week: Week
    let decisions: Decisions
    private(set) var placements: [Placement] = []
    private(set) var ofRequest: [Range<Int>]
    private(set) var venueCandidates: [VenueCandidate] = []
    private(set) var memberCandidates: [MemberCandidate] = []
    private(set) var needStarts: [Int32] = [0]
    private(set) var coverage: GroupTable
    let sections: RowSections
    private(set) var uses: UseWriter
    /// Whether time was over before everything was enumerated: nothing then says what is impossible.
    private(set) var isPartial = false
    private let pool: MemberIndex
    private let venuesIn: [[Int]]
    private let deadline: Deadline
    /// Choices looked at since the deadline was.
    private var effort = 0
    private static let effortBetweenLooks = 20_000
    /// The first slot instance at which each request can be over; nil where it cannot be held.
    private var earliestEnd: [Int?]

    init(week: Week, decisions: Decisions, rules: RowRules = .standard, deadline: Deadline = .never) {
        self.week = week
        self.decisions = decisions
        self.deadline = deadline
        earliestEnd = Array(repeating: nil, count: week.requests.count)
        coverage = GroupTable(week: week, rowRules: rules)
        sections = RowSections(week)
        let longest = min(week.requests.lazy.map(\.duration).max() ?? 1, week.calendar.slotsPerDate)
        uses = UseWriter(sections, slotsPerDate: week.calendar.slotsPerDate, longest: max(1, longest))
        pool = MemberIndex(week: week)
        ofRequest = [Range<Int>](repeating: 0..<0, count: week.requests.count)
        var venuesIn = [[Int]](repeating: [], count: week.townships.count)
        for (v, venue) in week.venues.enumerated() { venuesIn[venue.township].append(v) }
        self.venuesIn = venuesIn
    }

    /// Enumerates all requests, or only those that must be held; predecessors come first, so that each knows when they
    /// can be over at the earliest.
    /// - Parameter likely: Once time is over, only what this has a place for is enumerated, just there, and some placements
    ///   of what must be held.
    mutating func run(order precedence: Precedence, onlyMustHold: Bool = false, likely: PlacementFocus? = nil) {
        for request in precedence.order where !onlyMustHold || precedence.mustHold[request] {
            guard let earliest = earliestStart(after: precedence.predecessors[request]) else { continue }
            let first = placements.count
            for township in week.requests[request].townships where !isPartial {
                enumerate(request, township, from: earliest)
            }
            if isPartial && placements.count == first {
                enumerateFew(request, from: earliest, likely, mustHold: precedence.mustHold[request])
            }
            ofRequest[request] = first..<placements.count
        }
    }

    private mutating func enumerateFew(
        _ request: Int, from earliest: Int, _ likely: PlacementFocus?, mustHold: Bool
    ) {
        let first = placements.count
        let townships = week.requests[request].townships
        for at in likely?.places(of: request) ?? [] where townships.contains(at.township) {
            enumerate(request, at.township, from: earliest, only: at.start)
        }
        guard mustHold else { return }
        for township in townships where placements.count == first { enumerate(request, township, from: earliest) }
    }

    /// Looks at the deadline now and then.
    private mutating func spend(_ choices: Int) {
        effort += choices
        guard effort >= Self.effortBetweenLooks else { return }
        effort = 0
        if deadline.isOver { isPartial = true }
    }

    /// Enumerates only what a focus asks for.
    mutating func run(order precedence: Precedence, focus: PlacementFocus) {
        for request in precedence.order {
            guard let earliest = earliestStart(after: precedence.predecessors[request]) else { continue }
            let first = placements.count
            if focus.whole.contains(request) {
                for township in week.requests[request].townships where !isPartial {
                    enumerate(request, township, from: earliest)
                }
            } else {
                for at in focus.places(of: request) where week.requests[request].townships.contains(at.township) {
                    enumerate(request, at.township, from: earliest, only: at.start)
                }
            }
            ofRequest[request] = first..<placements.count
        }
    }

    /// The first slot instance at which every predecessor can be over; nil where one cannot be held at all.
    private func earliestStart(after predecessors: [Int]) -> Int? {
        var earliest = 0
        for before in predecessors {
            guard let end = earliestEnd[before] else { return nil }
            earliest = max(earliest, end)
        }
        return earliest
    }

    private mutating func enumerate(_ request: Int, _ township: Int, from earliest: Int, only wanted: Int? = nil) {
        let it = week.requests[request]
        let demand = decisions.demands[request]
        if let demand, demand.contradictory || (demand.township ?? township) != township { return }
        let rooms = venuesIn[township].filter {
            week.suits(venue: $0, request: request) && (demand?.venue ?? $0) == $0
        }
        if rooms.isEmpty { return }
        let near = it.needs.map { pool.members(for: $0, reaching: township) }
        let starts = candidateStarts(request, demand, from: earliest)
        let wasPartial = isPartial
        for start in wanted.map({ starts.clamped(to: $0..<$0 + 1) }) ?? starts where isPartial == wasPartial {
            spend(rooms.count + near.reduce(1) { $0 + $1.count })
            guard let span = week.calendar.span(from: start, duration: it.duration), it.allows(span) else { continue }
            let open = rooms.filter { venue in span.allSatisfy { !week.venues[venue].closed[$0] } }
            if open.isEmpty { continue }
            let crews = near.map { need in need.filter { member in span.allSatisfy { !week.members[member].away[$0] } }
            }
            if supplied(it.needs, crews, demand) { append(request, township, span, open, crews, demand) }
        }
    }

    private func candidateStarts(_ request: Int, _ demand: Decisions.Demand?, from earliest: Int) -> Range<Int> {
        let frozen = decisions.kept[request] != nil
        let first = max(earliest, frozen ? 0 : decisions.freezePoint)
        if let start = demand?.start { return start >= first ? start..<start + 1 : 0..<0 }
        return min(first, week.calendar.count)..<week.calendar.count
    }

    /// Whether the crew can be filled at all, required members included (H4).
    private func supplied(_ needs: [Need], _ crews: [[Int]], _ demand: Decisions.Demand?) -> Bool {
        guard zip(needs, crews).allSatisfy({ $0.count <= $1.count }) else { return false }
        let required = (demand?.crew ?? []).map { Int($0) }
        guard !required.isEmpty || Set(needs.map(\.pool)).count < needs.count else { return true }
        var sets = crews
        if demand?.exactCrew == true { sets = crews.map { $0.filter(required.contains) } }
        let matching = CrewMatching(needs: needs.map(\.count), candidates: sets.map { $0.map(Int32.init) })
        return matching.fills(including: required.map(Int32.init))
    }

    /// H9: a row for each pair of requests and each start of the later one.
    func orders(_ precedence: Precedence) -> [RowTable.Order] {
        precedence.predecessors.enumerated().flatMap { later, before in
            let starts = Set(ofRequest[later].map { Int(placements[$0].start) }).sorted()
            return before.flatMap { earlier in
                starts.map { RowTable.Order(earlier: earlier, later: later, slot: $0) }
            }
        }
    }

    private mutating func append(
        _ request: Int, _ township: Int, _ span: Range<Int>, _ open: [Int], _ crews: [[Int]],
        _ demand: Decisions.Demand?
    ) {
        let it = week.requests[request]
        let was = decisions.baseline[request]
        let weights = decisions.disruption[request]
        let firstVenue = Int32(venueCandidates.count)
        for venue in open {
            let moved = was.map { $0.venue != week.venues[venue].id } ?? false
            venueCandidates.append(
                VenueCandidate(
                    venue: Int32(venue), uses: uses.venue(venue, span), points: moved ? weights.venue : 0,
                    yuan: it.cost + week.venues[venue].cost))
        }
        let baselineCrew = Set(was?.crew ?? [])
        let firstNeed = Int32(needStarts.count - 1)
        for crew in crews {
            for member in crew where demand?.exactCrew != true || demand?.crew.contains(Int32(member)) == true {
                let stays = baselineCrew.contains(week.members[member].id)
                memberCandidates.append(
                    MemberCandidate(
                        member: Int32(member), uses: uses.member(member, span), points: stays ? -weights.crew : 0))
            }
            needStarts.append(Int32(memberCandidates.count))
        }
        earliestEnd[request] = min(earliestEnd[request] ?? .max, span.upperBound)
        let hits = coverage.append(request: request, township: township, start: span.lowerBound)
        let taken = uses.placement(
            crowd: township * week.audiences.count + it.audience, span,
            hits: coverage.hits[Int(hits.lowerBound)..<Int(hits.upperBound)], of: coverage.groups)
        let moved = was.map { $0.start != week.calendar.name(of: span.lowerBound) } ?? false
        let dislike = it.dislikes(start: span.lowerBound) ? week.weights.preference : 0
        placements.append(
            Placement(
                request: Int32(request), township: Int32(township), start: Int32(span.lowerBound),
                end: Int32(span.upperBound), date: Int32(week.calendar.date(of: span.lowerBound)),
                firstVenue: firstVenue, endVenue: Int32(venueCandidates.count), firstNeed: firstNeed,
                firstHit: hits.lowerBound, endHit: hits.upperBound, uses: taken,
                cost: dislike + (moved ? weights.move : 0) + weights.crew * Double(baselineCrew.count)))
    }
}

/// Members by pool and skill, so that nobody is asked for a skill that he does not have.
struct MemberIndex {
    private struct Key: Hashable {
        let pool: Pool
        let skill: Name
    }
    private let week: Week
    private var skilled: [Key: [(member: Int, level: Int)]] = [:]

    init(week: Week) {
        self.week = week
        for (m, member) in week.members.enumerated() {
            for (skill, level) in member.skills {
                skilled[Key(pool: member.pool, skill: skill), default: []].append((m, level))
            }
        }
    }

    /// The members that may fill a need (H4) in a township they reach (H6), in the order of the week.
    func members(for need: Need, reaching township: Int) -> [Int] {
        (skilled[Key(pool: need.pool, skill: need.skill)] ?? []).filter {
            $0.level >= need.level && week.reaches(member: $0.member, township: township)
        }.map(\.member)
    }
}
