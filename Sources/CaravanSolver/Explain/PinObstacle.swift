import CaravanCore
import CaravanLanguage

/// What of a request's pin rules everything out, down to the field that does: the pins of one request against each other,
/// then start, township, venue and crew, each as the week and the other fields leave it.
struct PinObstacle {
    private let ways: WeekOptions
    private let plan: ExplainedPlan
    private let names: Names
    private let demand: Decisions.Demand
    /// Spans that the request and the pinned start allow.
    private let spans: [Range<Int>]

    /// nil where nothing is demanded of the request.
    init?(_ ways: WeekOptions, in plan: ExplainedPlan) {
        guard let demand = plan.decisions.demands[ways.request] else { return nil }
        (self.ways, self.plan, self.demand) = (ways, plan, demand)
        names = Names(plan.week)
        let request = plan.week.requests[ways.request]
        spans = ways.spans.filter { span in
            request.allows(span) && !ways.isFrozen(span, in: plan)
                && (demand.start ?? span.lowerBound) == span.lowerBound
        }
    }

    private var week: Week { plan.week }
    private var request: Request { week.requests[ways.request] }

    /// The obstacle; nil where none of these stands in the way.
    var finding: Finding? {
        (twoPins ?? start ?? township ?? venue ?? crew).map { Finding(.pinned, $0) } ?? narrowed
    }

    private var twoPins: Bilingual? {
        guard demand.contradictory else { return nil }
        let pins = week.pins.filter { $0.request == ways.request }
        func different<Value: Hashable & Comparable>(_ values: [Value?]) -> [Value]? {
            let all = Set(values.compactMap { $0 })
            return all.count > 1 ? all.sorted() : nil
        }
        if let starts = different(pins.map(\.start)) { return PinnedText.twoStarts(starts.map(names.slot).listed()) }
        if let towns = different(pins.map(\.township)) {
            return PinnedText.twoTownships(towns.map(names.township).listed())
        }
        if let venues = different(pins.map(\.venue)) { return PinnedText.twoVenues(venues.map(names.venue).listed()) }
        return ImpossibleText.contradictory.bilingual
    }

    private var start: Bilingual? {
        guard let start = demand.start else { return nil }
        guard let span = week.calendar.span(from: start, duration: request.duration) else {
            return PinnedText.tooLong(request.duration, names.slot(start))
        }
        if !request.allows(span) { return PinnedText.start(names.slot(start)) }
        guard ways.isFrozen(span, in: plan) else { return nil }
        return PinnedText.beforeFreeze(names.slot(start), names.slot(plan.decisions.freezePoint))
    }

    private var township: Bilingual? {
        guard let township = demand.township, !request.townships.contains(township) else { return nil }
        return PinnedText.township(names.township(township))
    }

    /// The townships that the pin leaves.
    private var townships: [Int] {
        request.townships.filter { township in
            (demand.township ?? township) == township
                && (demand.venue.map { week.venues[$0].township } ?? township) == township
        }
    }

    private var venue: Bilingual? {
        guard let number = demand.venue else { return nil }
        let (it, name) = (week.venues[number], names.venue(number))
        if townships.isEmpty { return PinnedText.venueElsewhere(name, names.township(it.township)) }
        if !request.venueKinds.isEmpty, !request.venueKinds.contains(it.kind) {
            return PinnedText.venueKind(name, it.kind, request.venueKinds.sorted().listed(.or))
        }
        if it.capacity < request.attendance {
            return PinnedText.venueCapacity(name, plainDecimal(it.capacity), plainDecimal(request.attendance))
        }
        let lacking = request.equipment.subtracting(it.equipment).sorted()
        if !lacking.isEmpty { return PinnedText.venueEquipment(name, lacking.listed(.and)) }
        if spans.contains(where: { plan.isOpen(number, $0) }) || spans.isEmpty { return nil }
        return demand.start.map { PinnedText.venueClosed(name, names.slot($0)) } ?? PinnedText.venueNeverOpen(name)
    }

    private var crew: Bilingual? {
        for number in demand.crew.sorted() { if let it = obstacle(of: Int(number)) { return it } }
        let places = request.needs.reduce(0) { $0 + min($1.count, week.members.count) }
        if demand.crew.count > places { return PinnedText.crewTooLarge(demand.crew.count, places) }
        let able = ways.skilled.map { $0.map(Int32.init) }
        let matching = CrewMatching(needs: request.needs.map(\.count), candidates: able)
        let crew = demand.crew.sorted()
        if crew.isEmpty || matching.fills(including: crew) || !matching.fills(including: []) { return nil }
        return PinnedText.crewUnfit(crew.map { names.member(Int($0)) }.listed(.and))
    }

    private func obstacle(of number: Int) -> Bilingual? {
        let (it, name) = (week.members[number], names.member(number))
        let needs = request.needs.filter { $0.pool == it.pool && it.skills[$0.skill] != nil }
        guard let need = needs.min(by: { $0.level < $1.level }) else { return PinnedText.memberUnskilled(name) }
        if !needs.contains(where: { $0.level <= it.skills[$0.skill] ?? 0 }) {
            return PinnedText.memberLevel(name, it.skills[need.skill] ?? 0, need.skill, need.level)
        }
        if !townships.contains(where: { week.reaches(member: number, township: $0) }), let town = nearest(to: it.base) {
            let minutes = week.distances.leg(it.base, town).minutes
            return PinnedText.memberTooFar(
                name, names.township(town), plainDecimal(minutes), plainDecimal(it.maxMinutes))
        }
        if !spans.isEmpty, !spans.contains(where: { !plan.isAway(number, $0) }) {
            return demand.start.map { PinnedText.memberAway(name, names.slot($0)) } ?? PinnedText.memberNeverThere(name)
        }
        return it.maxPerDay < 1 || it.maxPerWeek < 1 ? PinnedText.memberNeverWorks(name) : nil
    }

    private func nearest(to base: Int) -> Int? {
        townships.min { week.distances.leg(base, $0).minutes < week.distances.leg(base, $1).minutes }
    }

    /// What stands in every way that the pin leaves, in the words for requests without one.
    private var narrowed: Finding? {
        let left = ways.narrowed(to: townships, venue: demand.venue)
        guard let found = VenueObstacle(left, spans, in: plan).finding ?? CrewObstacle(left, spans, in: plan).finding
        else { return nil }
        var parts = [demand.start.map(names.slot)].compactMap { $0 }
        parts += [demand.township.map { Verbatim(names.township($0)).bilingual }].compactMap { $0 }
        parts += [demand.venue.map { Verbatim(names.venue($0)).bilingual }].compactMap { $0 }
        if parts.isEmpty { return found }
        return Finding(.pinned, PinnedText.asPinned(parts.listed(), found.phrase))
    }
}

extension WeekOptions {
    /// The options in some townships, and in one venue where it is given.
    func narrowed(to townships: [Int], venue: Int?) -> WeekOptions {
        let left = towns.filter { townships.contains($0.township) }.map { town in
            let kept = town.venues.indices.filter { venue == nil || town.venues[$0] == venue }
            return Town(
                township: town.township, venues: kept.map { town.venues[$0] }, suits: kept.map { town.suits[$0] },
                near: town.near)
        }
        return WeekOptions(request: request, skilled: skilled, towns: left, spans: spans)
    }
}
