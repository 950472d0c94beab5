import CaravanCore

/// Answers whether a request fits beside a plan once some blockers are taken out of the way, everything else unchanged.
///
/// Every township, start, venue and crew is tried, those that the week rules out included. The answer is exact, and
/// monotone: whoever takes more out of the way admits no less, since sessions that go only free what they used.
struct Admission {
    /// Where the request could be.
    struct Place: Hashable {
        /// Number in `WeekOptions.towns`.
        let town: Int
        let span: Range<Int>
        let venue: Int
    }

    /// A way in.
    struct Entry {
        let place: Place
        /// Members; negative numbers are members that are yet to be found, see `Admission.need(of:)`.
        let crew: [Int32]
        /// Yuan by which the limit of a fund must be raised.
        let raises: [(fund: Int, yuan: Double)]
        let points: Double

        /// Yuan missing in all funds together.
        var yuan: Double { raises.reduce(0) { $0 + $1.yuan } }
        /// Members that are yet to be found.
        var hired: Int { crew.count { $0 < 0 } }
    }

    let plan: ExplainedPlan
    let ways: WeekOptions
    let caps: HardCaps
    /// Sessions that cannot make room: frozen ones (H12), and those that the request waits for.
    let immovable: Set<Int>
    /// By town, need and place in `WeekOptions.skilled`, whether the member reaches the township (H6).
    private let reaches: [[[Bool]]]
    private var crews = CrewBudget()

    init(_ ways: WeekOptions, in plan: ExplainedPlan) {
        self.ways = ways
        self.plan = plan
        caps = HardCaps(plan.instance)
        var immovable = Set(plan.decisions.kept.keys)
        var pending = plan.instance.tables.predecessors[ways.request]
        while let before = pending.popLast() {
            if immovable.insert(before).inserted { pending += plan.instance.tables.predecessors[before] }
        }
        self.immovable = immovable
        reaches = ways.towns.map { town in
            zip(ways.skilled, town.near).map { skilled, near in
                let near = Set(near)
                return skilled.map(near.contains)
            }
        }
    }

    /// Members at most that can be found for one need.
    private static let mostHired = 4096

    /// The need for which a member is yet to be found, nil for a member of the week.
    static func need(of member: Int32) -> Int? { member < 0 ? (-1 - Int(member)) / mostHired : nil }

    private var request: Int { ways.request }
    private var week: Week { plan.week }
    private var instance: Instance { plan.instance }

    /// All places, whatever rules them out but a freeze point.
    var places: [Place] {
        ways.towns.indices.flatMap { town in
            ways.spans.filter { !ways.isFrozen($0, in: plan) }.flatMap { span in
                ways.towns[town].venues.map { Place(town: town, span: span, venue: $0) }
            }
        }
    }

    /// The plan's schedule without the sessions among the blockers.
    func schedule(without released: Set<Blocker>) -> Schedule {
        var schedule = plan.schedule
        for blocker in released.sorted() { if case .session(let other) = blocker { schedule.release(other) } }
        return schedule
    }

    /// Whether the request can be held at all once these are out of the way.
    mutating func admits(releasing released: Set<Blocker>) -> Bool {
        entry(releasing: released, first: true) != nil
    }

    /// The best way in: the fewest members to be found, then the least money, then the fewest points of crew and slot.
    mutating func entry(releasing released: Set<Blocker>, first: Bool = false) -> Entry? {
        let schedule = schedule(without: released)
        var best: Entry?
        for (town, it) in ways.towns.enumerated() {
            for span in ways.spans where startIsOpen(it, span, released, schedule) {
                let rooms = rooms(it, span, released, schedule)
                if rooms.isEmpty { continue }
                guard let entry = entry(town, span, rooms, released, schedule) else { continue }
                if first { return entry }
                if best.map({ Self.isBetter(entry, than: $0) }) ?? true { best = entry }
            }
        }
        return best
    }

    /// The best way in at one of these venues, with as few members to be found as suffice.
    private mutating func entry(
        _ town: Int, _ span: Range<Int>, _ rooms: [Int], _ released: Set<Blocker>, _ schedule: borrowing Schedule
    ) -> Entry? {
        for spare in 0...mostSpare(released) where gather(town, span, released, schedule, spare: spare) {
            var best: Entry?
            var known: Set<Double> = []
            for venue in rooms where known.insert(week.venues[venue].cost).inserted {
                let place = Place(town: town, span: span, venue: venue)
                guard let entry = afford(place, released, schedule) else { continue }
                if best.map({ Self.isBetter(entry, than: $0) }) ?? true { best = entry }
            }
            if let best { return best }
        }
        return nil
    }

    /// How many members beyond those that are short could be found for a need: whoever is found costs nothing.
    private func mostSpare(_ released: Set<Blocker>) -> Int {
        instance.tables.needCounts[request].enumerated().reduce(0) { most, need in
            released.contains(.supply(need.offset)) ? max(most, min(need.element, Self.mostHired)) : most
        }
    }

    /// The way in at one place; nil where there is none.
    mutating func entry(at place: Place, releasing released: Set<Blocker>) -> Entry? {
        let schedule = schedule(without: released)
        let town = ways.towns[place.town]
        guard startIsOpen(town, place.span, released, schedule),
            roomIsOpen(town, place.venue, place.span, released, schedule)
        else { return nil }
        return entry(place.town, place.span, [place.venue], released, schedule)
    }

    private static func isBetter(_ a: Entry, than b: Entry) -> Bool {
        (a.hired, a.yuan.cleared, a.points) < (b.hired, b.yuan.cleared, b.points)
    }

    /// H1, H7, H9, H11 and H12.
    private func startIsOpen(
        _ town: WeekOptions.Town, _ span: Range<Int>, _ released: Set<Blocker>, _ schedule: borrowing Schedule
    ) -> Bool {
        if ways.isFrozen(span, in: plan) { return false }
        if !week.requests[request].allows(span), !released.contains(.slots) { return false }
        if ways.isElsewhere(town, span, in: plan), !released.contains(.pin) { return false }
        for before in instance.tables.predecessors[request] where !released.contains(.order(before)) {
            let at = schedule.placed[before]
            if at < 0 || Int(instance.placements[Int(at)].end) > span.lowerBound { return false }
        }
        return schedule.isFree(crowd: instance.tables.crowd(of: request, in: town.township), span)
    }

    /// H2, H3 and H10: the venues that can be used.
    private func rooms(
        _ town: WeekOptions.Town, _ span: Range<Int>, _ released: Set<Blocker>, _ schedule: borrowing Schedule
    ) -> [Int] {
        var rooms: [Int] = []
        for venue in town.venues where roomIsOpen(town, venue, span, released, schedule) { rooms.append(venue) }
        return rooms
    }

    private func roomIsOpen(
        _ town: WeekOptions.Town, _ venue: Int, _ span: Range<Int>, _ released: Set<Blocker>,
        _ schedule: borrowing Schedule
    ) -> Bool {
        if !week.allows(kindOf: venue, request: request), !released.contains(.kinds) { return false }
        if !week.houses(venue: venue, request: request), !released.contains(.unfit(venue)) { return false }
        if !plan.isOpen(venue, span), !released.contains(.closed(venue)) { return false }
        if plan.decisions.demands[request]?.venue ?? venue != venue, !released.contains(.pin) { return false }
        if !schedule.isFree(venue: venue, span) { return false }
        let hits = caps.hits(request, township: town.township, start: span.lowerBound, in: schedule)
        return hits.allSatisfy { $0.excess <= 0 || ($0.blocker.map(released.contains) ?? false) }
    }

    /// H4, H5, H6: gathers who can come.
    private mutating func gather(
        _ town: Int, _ span: Range<Int>, _ released: Set<Blocker>, _ schedule: borrowing Schedule, spare: Int
    ) -> Bool {
        let placement = placement(town, span)
        var free = [[Int32]](repeating: [], count: ways.skilled.count)
        for need in ways.skilled.indices {
            let count = instance.tables.needCounts[request][need]
            for (position, member) in ways.skilled[need].enumerated() {
                if !reaches[town][need][position], !released.contains(.reach(member)) { continue }
                if plan.isAway(member, span), !released.contains(.away(member)) { continue }
                if schedule.isFull(member, placement), !released.contains(.limit(member)) { continue }
                if schedule.fitsDay(member, placement) { free[need].append(Int32(member)) }
            }
            if released.contains(.supply(need)) {
                let hired = min(max(0, count - free[need].count) + spare, count, Self.mostHired)
                free[need] += (0..<hired).map { Int32(clamping: -1 - need * Self.mostHired - $0) }
            } else if free[need].count < count {
                return false
            }
        }
        let isPinned = !released.contains(.pin)
        return crews.gather(
            free, for: placement, requiring: isPinned ? instance.tables.requiredCrew[request] : [], in: schedule)
    }

    /// The request at a place, for questions about members: without venues, candidates and groups.
    func placement(_ town: Int, _ span: Range<Int>) -> Placement {
        Placement(
            request: Int32(request), township: Int32(ways.towns[town].township), start: Int32(span.lowerBound),
            end: Int32(span.upperBound), date: Int32(week.calendar.date(of: span.lowerBound)), firstVenue: 0,
            endVenue: 0, firstNeed: 0, firstHit: 0, endHit: 0, uses: 0, cost: 0)
    }

    /// H8: the crew that makes do with the money there is, or with the least more where funds may be raised.
    private mutating func afford(
        _ place: Place, _ released: Set<Blocker>, _ schedule: borrowing Schedule
    ) -> Entry? {
        let yuan = instance.tables.requestYuan[request] + instance.tables.venueYuan[place.venue]
        let left = PlanOptions.limits(request, venue: yuan, in: schedule)
        let (own, trips) = (
            released.contains(.fund(instance.tables.fund[request])),
            released.contains(.fund(instance.tables.travelFund))
        )
        var limits = left
        if own { limits.fees = .infinity }
        if trips || left.shared { limits.trips = .infinity }
        let goal: CrewBudget.Goal = !own && !trips ? .points : own && trips ? .money : own ? .fees : .trips
        guard let crew = crews.cheapest(goal, within: limits) else { return nil }
        var raises: [(fund: Int, yuan: Double)] = []
        let due = left.shared ? crew.fees + crew.trips : crew.fees
        if due > left.fees { raises.append((instance.tables.fund[request], due - left.fees)) }
        if !left.shared, crew.trips > left.trips {
            raises.append((instance.tables.travelFund, crew.trips - left.trips))
        }
        let dislike = week.requests[request].dislikes(start: place.span.lowerBound) ? week.weights.preference : 0
        return Entry(place: place, crew: crew.crew, raises: raises, points: crew.points + dislike)
    }
}
