/// What edits do to the plans of a week, and to what each costs.
///
/// Proven from the two weeks, whatever the edits were; where in doubt, `other`. It says nothing of a freeze point.
public enum WeekRelation: String, Sendable {
    /// The same plans at the same cost.
    case same
    /// Every plan of the edited week is a plan of the week before, where it costs no more: the optimum does not fall.
    case restriction
    /// Every plan of the week before is a plan of the edited week, where it costs no more: the optimum does not rise.
    case relaxation
    /// Neither is proven.
    case other

    /// Compares a week with an edited copy of it.
    public init(from base: Week, to edited: Week) {
        var comparison = WeekComparison(base, edited)
        comparison.run()
        switch (comparison.tightens, comparison.loosens) {
        case (false, false): self = .same
        case (true, false): self = .restriction
        case (false, true): self = .relaxation
        case (true, true): self = .other
        }
    }
}

/// Goes through everything that rules and objective speak of, and notes in which direction it changed.
private struct WeekComparison {
    let base: Week
    let edited: Week
    /// Something became scarcer, stricter or dearer.
    private(set) var tightens = false
    /// Something became more plentiful, laxer or cheaper.
    private(set) var loosens = false

    init(_ base: Week, _ edited: Week) { (self.base, self.edited) = (base, edited) }

    mutating func run() {
        let sameFrame =
            base.calendar.dates == edited.calendar.dates
            && base.calendar.slots.elementsEqual(edited.calendar.slots) {
                ($0.id, $0.begin, $0.end) == ($1.id, $1.begin, $1.end)
            }
            && base.audiences == edited.audiences
            && base.counties.map { Name($0) } == edited.counties.map { Name($0) }
            && base.funds.map(\.id) == edited.funds.map(\.id) && base.requests.map(\.id) == edited.requests.map(\.id)
            && base.townships.elementsEqual(edited.townships) { ($0.id, $0.county) == ($1.id, $1.county) }
            && base.travel.fund == edited.travel.fund
        guard sameFrame else { return differs() }
        compareMoneyAndWays()
        for (a, b) in zip(base.requests, edited.requests) { compare(a, b) }
        compareMembers()
        compareVenues()
        comparePins()
        compareRules(base.targets, edited.targets, isTarget: true)
        compareRules(base.caps, edited.caps, isTarget: false)
    }

    /// A change that is neither more nor less.
    private mutating func differs() { (tightens, loosens) = (true, true) }

    /// Compares something of which more is worse.
    private mutating func cost(_ a: Double, _ b: Double) {
        if b > a { tightens = true }
        if b < a { loosens = true }
    }

    /// Compares something of which more is better.
    private mutating func supply(_ a: Double, _ b: Double) { cost(b, a) }

    /// Compares demands: each that is new makes it stricter.
    private mutating func demands<Item: Hashable>(_ a: Set<Item>, _ b: Set<Item>) {
        if !b.isSubset(of: a) { tightens = true }
        if !a.isSubset(of: b) { loosens = true }
    }

    /// Compares choices: each that is gone makes it stricter.
    private mutating func choices<Item: Hashable>(_ a: Set<Item>, _ b: Set<Item>) { demands(b, a) }

    private mutating func compareMoneyAndWays() {
        for (a, b) in zip(base.funds, edited.funds) { supply(a.limit, b.limit) }
        cost(base.travel.costPerKm, edited.travel.costPerKm)
        let (a, b) = (base.weights, edited.weights)
        cost(a.km, b.km)
        cost(a.preference, b.preference)
        cost(a.drop, b.drop)
        cost(a.move, b.move)
        cost(a.venue, b.venue)
        cost(a.crew, b.crew)
        for p in base.townships.indices {
            for q in p..<base.townships.count {
                let (before, after) = (base.distances.leg(p, q), edited.distances.leg(p, q))
                cost(before.km, after.km)
                cost(before.minutes, after.minutes)
            }
        }
    }

    private mutating func compare(_ a: Request, _ b: Request) {
        let sameKind =
            a.fund == b.fund && a.audience == b.audience && base.topics[a.topic].isSame(as: edited.topics[b.topic])
            && base.formats[a.format].isSame(as: edited.formats[b.format]) && a.attendance == b.attendance
            && a.duration == b.duration && a.needs.count == b.needs.count
        guard sameKind else { return differs() }
        for (need, other) in zip(a.needs, b.needs) {
            guard need.pool == other.pool, need.skill == other.skill, need.count == other.count else {
                return differs()
            }
            cost(Double(need.level), Double(other.level))
        }
        choices(Set(a.townships), Set(b.townships))
        if a.venueKinds != b.venueKinds {
            if a.venueKinds.isEmpty {
                tightens = true
            } else if b.venueKinds.isEmpty {
                loosens = true
            } else {
                choices(a.venueKinds, b.venueKinds)
            }
        }
        demands(a.equipment, b.equipment)
        demands(Set(a.after), Set(b.after))
        cost(a.value, b.value)
        cost(a.cost, b.cost)
        for slot in 0..<base.calendar.count {
            supply(a.allows(slot..<slot + 1) ? 1 : 0, b.allows(slot..<slot + 1) ? 1 : 0)
            cost(a.dislikes(start: slot) ? 1 : 0, b.dislikes(start: slot) ? 1 : 0)
        }
    }

    private mutating func compareMembers() {
        choices(Set(base.members.map(\.id)), Set(edited.members.map(\.id)))
        for b in edited.members {
            guard let number = base.member(b.id) else { continue }
            let a = base.members[number]
            guard a.pool == b.pool, a.base == b.base else { return differs() }
            for skill in Set(a.skills.keys).union(b.skills.keys) {
                supply(Double(a.skills[skill] ?? 0), Double(b.skills[skill] ?? 0))
            }
            for (before, after) in zip(a.away, b.away) { cost(before ? 1 : 0, after ? 1 : 0) }
            supply(Double(a.maxPerDay), Double(b.maxPerDay))
            supply(Double(a.maxPerWeek), Double(b.maxPerWeek))
            supply(a.maxMinutes, b.maxMinutes)
            cost(a.fee, b.fee)
        }
    }

    private mutating func compareVenues() {
        choices(Set(base.venues.map(\.id)), Set(edited.venues.map(\.id)))
        for b in edited.venues {
            guard let number = base.venue(b.id) else { continue }
            let a = base.venues[number]
            guard a.township == b.township, a.kind == b.kind else { return differs() }
            supply(a.capacity, b.capacity)
            choices(a.equipment, b.equipment)
            for (before, after) in zip(a.closed, b.closed) { cost(before ? 1 : 0, after ? 1 : 0) }
            cost(a.cost, b.cost)
        }
    }

    /// What a pin demands, by names.
    private struct Demand: Hashable {
        let request: Int
        let start: Int?
        let township: Int?
        let venue: String?
        let crew: Set<String>

        init(_ pin: Pin, in week: Week) {
            (request, start, township) = (pin.request, pin.start, pin.township)
            venue = pin.venue.map { week.venues[$0].id }
            crew = Set(pin.crew.map { week.members[$0].id })
        }
    }

    private mutating func comparePins() {
        demands(Set(base.pins.map { Demand($0, in: base) }), Set(edited.pins.map { Demand($0, in: edited) }))
    }

    private mutating func compareRules(_ before: [CoverageRule], _ after: [CoverageRule], isTarget: Bool) {
        demands(Set(before.map(\.id)), Set(after.map(\.id)))
        let known = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        for b in after {
            guard let a = known[b.id] else { continue }
            let sameGroups =
                a.per == b.per && a.measure == b.measure && a.scaled == b.scaled && a.values == b.values
                && a.filters.elementsEqual(b.filters) { $0.key == $1.key && $0.position == $1.position }
            guard sameGroups else { return differs() }
            if isTarget { cost(a.threshold, b.threshold) } else { supply(a.threshold, b.threshold) }
            cost(a.weight ?? .infinity, b.weight ?? .infinity)
            if a.scaled { for (p, q) in zip(a.thousands.joined(), b.thousands.joined()) { cost(p, q) } }
        }
    }
}
