extension Week {
    /// Whether two weeks say the same to a planner: the same plans are sound in both, with the same objective. Names,
    /// titles and unknown fields mean nothing, and lists of slots mean sets.
    public func saysTheSame(as other: Week) -> Bool {
        audiences == other.audiences && calendar.saysTheSame(as: other.calendar)
            && Self.pairwise(counties, other.counties) { $0.isSame(as: $1) }
            && Self.pairwise(topics, other.topics) { $0.isSame(as: $1) }
            && Self.pairwise(formats, other.formats) { $0.isSame(as: $1) }
            && weights == other.weights && travel == other.travel && distances == other.distances
            && Self.pairwise(funds, other.funds) { $0.id == $1.id && $0.limit == $1.limit }
            && Self.pairwise(townships, other.townships, Self.same)
            && Self.pairwise(venues, other.venues, Self.same)
            && Self.pairwise(members, other.members, Self.same)
            && Self.pairwise(requests, other.requests, Self.same)
            && Self.pairwise(targets, other.targets) { $0.saysTheSame(as: $1) }
            && Self.pairwise(caps, other.caps) { $0.saysTheSame(as: $1) }
            && Self.pairwise(pins, other.pins, Self.same)
    }

    private static func pairwise<Element>(
        _ a: [Element], _ b: [Element], _ same: (Element, Element) -> Bool
    ) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy(same)
    }

    private static func same(_ a: Township, _ b: Township) -> Bool {
        a.id == b.id && a.county == b.county && a.population == b.population
    }

    private static func same(_ a: Venue, _ b: Venue) -> Bool {
        a.id == b.id && a.township == b.township && a.kind == b.kind && a.capacity == b.capacity
            && a.equipment == b.equipment && a.closed == b.closed && a.cost == b.cost
    }

    private static func same(_ a: Member, _ b: Member) -> Bool {
        a.id == b.id && a.pool == b.pool && a.base == b.base && a.skills == b.skills && a.away == b.away
            && a.maxPerDay == b.maxPerDay && a.maxPerWeek == b.maxPerWeek && a.maxMinutes == b.maxMinutes
            && a.fee == b.fee
    }

    private static func same(_ a: Request, _ b: Request) -> Bool {
        a.id == b.id && a.fund == b.fund && a.audience == b.audience && a.topic == b.topic && a.format == b.format
            && a.townships == b.townships && a.attendance == b.attendance && a.duration == b.duration
            && a.needs == b.needs && a.venueKinds == b.venueKinds && a.equipment == b.equipment
            && a.allowed == b.allowed && a.preferred == b.preferred && a.value == b.value && a.cost == b.cost
            && Set(a.after) == Set(b.after)
    }

    private static func same(_ a: Pin, _ b: Pin) -> Bool {
        a.request == b.request && a.start == b.start && a.township == b.township && a.venue == b.venue
            && Set(a.crew) == Set(b.crew)
    }
}

extension SlotCalendar {
    fileprivate func saysTheSame(as other: SlotCalendar) -> Bool {
        dates == other.dates && slots == other.slots
    }
}

extension CoverageRule {
    fileprivate func saysTheSame(as other: CoverageRule) -> Bool {
        id == other.id && per == other.per && measure == other.measure && threshold == other.threshold
            && weight == other.weight && scaled == other.scaled && values == other.values
            && thousands == other.thousands && filters.count == other.filters.count
            && zip(filters, other.filters).allSatisfy { $0.key == $1.key && $0.position == $1.position }
    }
}
