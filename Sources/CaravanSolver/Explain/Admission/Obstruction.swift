import CaravanCore
import CaravanLanguage

/// A rule that keeps a request from one place beside a plan, told by name, with what would take it out of the way.
struct Obstruction {
    let rule: Rule
    /// A word for programs.
    let code: String
    let phrase: Bilingual
    /// What it is about, as fields of a record: identifiers and figures.
    let details: [(String, JSON)]
    /// Each of these sets by itself takes the obstruction away; none where nothing does.
    let ways: [Set<Blocker>]

    init(
        _ rule: Rule, _ code: UnheldReason.Code, _ phrase: any Sayable, _ details: [(String, JSON)] = [],
        ways: [Set<Blocker>]
    ) {
        (self.rule, self.code, self.phrase, self.details, self.ways) = (
            rule, code.rawValue, phrase.bilingual, details, ways
        )
    }

    /// `{"rule","code","text","textZh",…}`.
    var record: JSON {
        .object(
            JSONObject(
                [
                    ("rule", .string(rule.rawValue)), ("code", .string(code)), ("text", .string(phrase.english)),
                    ("textZh", .string(phrase.chinese)),
                ] + details))
    }
}

/// Lists what keeps a request from one place.
struct Obstructions {
    private let plan: ExplainedPlan
    private let ways: WeekOptions
    private let caps: HardCaps
    private let immovable: Set<Int>
    private let names: Names
    /// Sessions of each member, by request.
    private let jobs: [Int32: [Int]]
    /// What was found for a crew, by town and start.
    private var crewless: [[Int]: [Obstruction]] = [:]

    init(_ admission: Admission) {
        plan = admission.plan
        ways = admission.ways
        caps = admission.caps
        immovable = admission.immovable
        names = Names(admission.plan.week)
        var jobs: [Int32: [Int]] = [:]
        for request in plan.week.requests.indices where plan.schedule.isHeld(request) {
            for at in plan.schedule.places(of: request) { jobs[plan.schedule.crew[at], default: []].append(request) }
        }
        self.jobs = jobs
    }

    private var week: Week { plan.week }
    private var request: Request { plan.week.requests[ways.request] }
    private var schedule: Schedule { plan.schedule }

    /// What is in the way at a place, in the order of the rules; money is looked at elsewhere.
    mutating func list(at place: Admission.Place) -> [Obstruction] {
        let town = ways.towns[place.town]
        let house = [
            slots(place.span), venueKind(place.venue), venueFit(place.venue), venueClosed(place), venueTaken(place),
        ]
        let others = [audienceBusy(town, place.span)] + order(place.span) + capsReached(town, place)
        return house.compactMap { $0 } + crew(at: place) + (others + [pinned(town, place)]).compactMap { $0 }
    }

    private mutating func crew(at place: Admission.Place) -> [Obstruction] {
        let key = [place.town, place.span.lowerBound]
        if let known = crewless[key] { return known }
        let found = CrewObstructions(place, ways, jobs, immovable, plan).list
        crewless[key] = found
        return found
    }

    private func slots(_ span: Range<Int>) -> Obstruction? {
        if request.allows(span) { return nil }
        let slot = week.calendar.name(of: span.lowerBound)
        return Obstruction(
            .H1, .slotNotAllowed, ObstructionText.slotNotAllowed(slot),
            [("slot", .string(slot))], ways: [[.slots]])
    }

    private func venueKind(_ number: Int) -> Obstruction? {
        if week.allows(kindOf: number, request: ways.request) { return nil }
        let (venue, hall) = (week.venues[number], names.venue(number))
        return Obstruction(
            .H2, .venueKind, ObstructionText.venueKind(hall, venue.kind),
            [("venue", .string(venue.id)), ("kind", .string(venue.kind.text))], ways: [[.kinds]])
    }

    private func venueFit(_ number: Int) -> Obstruction? {
        if week.houses(venue: number, request: ways.request) { return nil }
        let (venue, hall) = (week.venues[number], names.venue(number))
        let details: [(String, JSON)] = [("venue", .string(venue.id))]
        if venue.capacity < request.attendance {
            let (holds, people) = (plainDecimal(venue.capacity), plainDecimal(request.attendance))
            return Obstruction(
                .H2, .venueCapacity,
                ObstructionText.venueCapacity(hall, holds, people),
                details + [("capacity", .number(venue.capacity))], ways: [[.unfit(number)]])
        }
        let lacking = request.equipment.subtracting(venue.equipment).sorted()
        return Obstruction(
            .H2, .venueEquipment,
            ObstructionText.venueEquipment(hall, lacking.listed(.andNo)),
            details + [("equipment", .strings(lacking))], ways: [[.unfit(number)]])
    }

    private func venueClosed(_ place: Admission.Place) -> Obstruction? {
        if plan.isOpen(place.venue, place.span) { return nil }
        let hall = names.venue(place.venue)
        return Obstruction(
            .H2, .venueClosed, ObstructionText.venueClosed(hall),
            [("venue", .string(week.venues[place.venue].id))], ways: [[.closed(place.venue)]])
    }

    private func venueTaken(_ place: Admission.Place) -> Obstruction? {
        let rivals = distinct(schedule.holders(ofVenue: place.venue, place.span))
        if rivals.isEmpty { return nil }
        let (hall, list) = (names.venue(place.venue), names.requests(rivals))
        return Obstruction(
            .H3, .venueTaken, ObstructionText.venueTaken(hall, list),
            [("venue", .string(week.venues[place.venue].id)), sessions(rivals)], ways: moving(rivals))
    }

    private func audienceBusy(_ town: WeekOptions.Town, _ span: Range<Int>) -> Obstruction? {
        let crowd = plan.instance.tables.crowd(of: ways.request, in: town.township)
        let rivals = distinct(schedule.holders(ofCrowd: crowd, span))
        if rivals.isEmpty { return nil }
        let audience = week.audiences[request.audience]
        let (town, list) = (names.township(town.township), names.requests(rivals))
        return Obstruction(
            .H7, .audienceBusy,
            ObstructionText.audienceBusy(audience, town, list),
            [("audience", .string(audience)), sessions(rivals)], ways: moving(rivals))
    }

    private func order(_ span: Range<Int>) -> [Obstruction] {
        plan.instance.tables.predecessors[ways.request].compactMap { before in
            let at = schedule.placed[before]
            let (id, details) = (week.requests[before].id, [sessions([before])])
            if at < 0 {
                return Obstruction(
                    .H9, .predecessorNotHeld,
                    BlockedText.predecessorNotHeld(id), details,
                    ways: [[.order(before)]])
            }
            let end = Int(plan.instance.placements[Int(at)].end)
            if end <= span.lowerBound { return nil }
            let slot = week.calendar.name(of: end - 1)
            return Obstruction(
                .H9, .predecessorNotOver,
                ObstructionText.predecessorNotOver(id, slot), details,
                ways: [[.order(before)]])
        }
    }

    private func capsReached(_ town: WeekOptions.Town, _ place: Admission.Place) -> [Obstruction] {
        let hits = caps.hits(ways.request, township: town.township, start: place.span.lowerBound, in: schedule)
        return hits.filter { $0.excess > 0 }.map { hit in
            let enough = schedule.assignments.filter { it in
                let (other, placement) = (schedule.request(of: it), plan.instance.placements[it.placement])
                return !immovable.contains(other) && caps.amount(of: other, placement, in: hit.limit) >= hit.excess
            }
            let lifting: [Set<Blocker>] = hit.blocker.map { [[$0]] } ?? []
            return reached(hit, lifting + enough.map { [.session(schedule.request(of: $0))] })
        }
    }

    private func reached(_ hit: HardCaps.Hit, _ ways: [Set<Blocker>]) -> Obstruction {
        switch hit.limit {
        case .cap(let cap, let group):
            let (most, now) = (plainDecimal(hit.threshold), plainDecimal(hit.measured))
            return Obstruction(
                .H10, .capReached, ObstructionText.capReached(names.cap(cap, group: group), most, now),
                [("cap", .string(week.caps[cap].id))], ways: ways)
        case .row(let number, let row):
            let rule = plan.instance.rows.rules.list[number]
            return Obstruction(
                rule.rule, .capReached, rule.full(row, taken: hit.measured, week: week), [("row", .string(row))],
                ways: ways)
        }
    }

    private func pinned(_ town: WeekOptions.Town, _ place: Admission.Place) -> Obstruction? {
        let venue = plan.decisions.demands[ways.request]?.venue ?? place.venue
        guard ways.isElsewhere(town, place.span, in: plan) || venue != place.venue else { return nil }
        return Obstruction(.H11, .pinned, ObstructionText.pinned, ways: [[.pin]])
    }

    private func distinct(_ holders: [(request: Int, slot: Int)]) -> [Int] {
        holders.reduce(into: []) { if !$0.contains($1.request) { $0.append($1.request) } }
    }

    private func sessions(_ requests: [Int]) -> (String, JSON) {
        ("requests", .strings(requests.map { week.requests[$0].id }))
    }

    /// All of them have to go.
    private func moving(_ rivals: [Int]) -> [Set<Blocker>] {
        rivals.contains(where: immovable.contains) ? [] : [Set(rivals.map(Blocker.session))]
    }
}
