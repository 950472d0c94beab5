import CaravanCore

/// The options of one request (township × start × venue), and what of the week itself rules them out, whatever the plan.
struct WeekOptions {
    /// One of the townships where the request may be held.
    struct Town {
        let township: Int
        let venues: [Int]
        /// For each venue whether it suits the request apart from time (H2).
        let suits: [Bool]
        /// By need, those of `skilled` that reach the township (H6).
        let near: [[Int]]
    }

    let request: Int
    /// By need, the members that may fill it (H4).
    let skilled: [[Int]]
    let towns: [Town]
    /// All spans of its duration that stay within a date.
    let spans: [Range<Int>]

    init(request: Int, skilled: [[Int]], towns: [Town], spans: [Range<Int>]) {
        (self.request, self.skilled, self.towns, self.spans) = (request, skilled, towns, spans)
    }

    init(_ request: Int, in plan: ExplainedPlan) {
        let week = plan.week
        let it = week.requests[request]
        let skilled = it.needs.map { need in
            plan.skills.members(skilledFor: need).filter { $0.level >= need.level }.map(\.member)
        }
        self.request = request
        self.skilled = skilled
        spans = (0..<week.calendar.count).compactMap { week.calendar.span(from: $0, duration: it.duration) }
        towns = it.townships.map { township in
            let venues = plan.venuesIn[township]
            return Town(
                township: township, venues: venues, suits: venues.map { week.suits(venue: $0, request: request) },
                near: skilled.map { $0.filter { week.reaches(member: $0, township: township) } })
        }
    }

    /// How many options there are.
    var count: Int { spans.count * towns.reduce(0) { $0 + $1.venues.count } }

    /// How many options the week itself rules out, by rule.
    func tally(in plan: ExplainedPlan) -> RuleTally {
        var tally = RuleTally()
        let earliest = plan.earliestStart(of: request) ?? Int.max
        for town in towns {
            let placed = placedStarts(town.township, in: plan)
            for span in spans {
                var rules = obstacles(town, span, in: plan)
                if span.lowerBound < earliest { rules.insert(.h9) }
                // What is left of a demand: the pinned crew does not go with the needs.
                if rules.isEmpty, !placed[span.lowerBound], hasVenue(town, span, in: plan) { rules.insert(.h11) }
                add(town, span, rules, to: &tally, plan)
            }
        }
        return tally
    }

    private func add(
        _ town: Town, _ span: Range<Int>, _ rules: RuleSet, to tally: inout RuleTally, _ plan: ExplainedPlan
    ) {
        tally.add(rules, times: town.venues.count)
        let demanded = plan.decisions.demands[request]?.venue
        for (position, venue) in town.venues.enumerated() {
            if !town.suits[position] || !plan.isOpen(venue, span) { tally.add(.h2) }
            if demanded ?? venue != venue, !rules.contains(.h11) { tally.add(.h11) }
        }
    }

    private func placedStarts(_ township: Int, in plan: ExplainedPlan) -> [Bool] {
        var placed = [Bool](repeating: false, count: plan.instance.tables.slotCount)
        for index in plan.instance.ofRequest[request] {
            let placement = plan.instance.placements[index]
            if Int(placement.township) == township { placed[Int(placement.start)] = true }
        }
        return placed
    }

    /// The rules that rule out a township and start, apart from venues and `after`.
    func obstacles(_ town: Town, _ span: Range<Int>, in plan: ExplainedPlan) -> RuleSet {
        var rules = crewObstacle(town, span, in: plan)
        if !plan.week.requests[request].allows(span) { rules.insert(.h1) }
        if isFrozen(span, in: plan) { rules.insert(.h12) }
        if isElsewhere(town, span, in: plan) { rules.insert(.h11) }
        return rules
    }

    /// H11: whether the request is pinned elsewhere, the venue aside.
    func isElsewhere(_ town: Town, _ span: Range<Int>, in plan: ExplainedPlan) -> Bool {
        guard let demand = plan.decisions.demands[request] else { return false }
        return demand.contradictory || demand.start ?? span.lowerBound != span.lowerBound
            || demand.township ?? town.township != town.township
    }

    /// H12: whether nothing new may start there.
    func isFrozen(_ span: Range<Int>, in plan: ExplainedPlan) -> Bool {
        span.lowerBound < plan.decisions.freezePoint && plan.decisions.kept[request] == nil
    }

    /// Whether some venue of the township that suits is open, and as demanded unless demands are to be ignored.
    func hasVenue(_ town: Town, _ span: Range<Int>, in plan: ExplainedPlan, asDemanded: Bool = true) -> Bool {
        let demanded = asDemanded ? plan.decisions.demands[request]?.venue : nil
        for (position, venue) in town.venues.enumerated()
        where town.suits[position] && demanded ?? venue == venue && plan.isOpen(venue, span) { return true }
        return false
    }

    /// The first of H4, H6 and H5 that denies the request a crew there.
    func crewObstacle(_ town: Town, _ span: Range<Int>, in plan: ExplainedPlan) -> RuleSet {
        let present = town.near.map { members in members.filter { !plan.isAway($0, span) } }
        if fills(present, in: plan) { return [] }
        return !fills(skilled, in: plan) ? .h4 : fills(town.near, in: plan) ? .h5 : .h6
    }

    /// Whether different members can fill all needs.
    func fills(_ members: [[Int]], in plan: ExplainedPlan) -> Bool {
        let counts = plan.instance.tables.needCounts[request]
        guard zip(counts, members).allSatisfy({ $0 <= $1.count }) else { return false }
        guard plan.instance.tables.needsOverlap[request] else { return true }
        return CrewMatching(needs: counts, candidates: members.map { $0.map(Int32.init) }).fills(including: [])
    }
}
