import CaravanCore
import CaravanLanguage

/// What keeps a request from being held in any plan: the first obstacle that stands in every way.
///
/// Slots come first, then venues, the crew, venue and crew together, pins, and last what it waits for: the earlier an
/// obstacle, the fewer other things it depends on.
struct ImpossibleRequest {
    let ways: WeekOptions
    let plan: ExplainedPlan
    let names: Names
    /// The spans that H1 and H12 allow.
    private let spans: [Range<Int>]

    init(_ ways: WeekOptions, in plan: ExplainedPlan) {
        self.ways = ways
        self.plan = plan
        names = Names(plan.week)
        let request = plan.week.requests[ways.request]
        spans = ways.spans.filter { request.allows($0) && !ways.isFrozen($0, in: plan) }
    }

    private var week: Week { plan.week }
    private var request: Request { plan.week.requests[ways.request] }

    /// The obstacle.
    var finding: Finding { own ?? after ?? demanded }

    /// An obstacle that does not lie in other requests.
    private var own: Finding? {
        if spans.isEmpty { return slots }
        if let venue = VenueObstacle(ways, spans, in: plan).finding { return venue }
        if let crew = CrewObstacle(ways, spans, in: plan).finding { return crew }
        if !hasWay({ ways.hasVenue($0, $1, in: plan, asDemanded: false) && hasCrew($0, $1) }) { return together }
        if plan.decisions.demands[ways.request] == nil { return nil }
        let kept = hasWay { ways.hasVenue($0, $1, in: plan) && ways.obstacles($0, $1, in: plan).isEmpty }
        return kept ? nil : demanded
    }

    private func hasWay(_ holds: (WeekOptions.Town, Range<Int>) -> Bool) -> Bool {
        ways.towns.contains { town in spans.contains { holds(town, $0) } }
    }

    private func hasCrew(_ town: WeekOptions.Town, _ span: Range<Int>) -> Bool {
        ways.crewObstacle(town, span, in: plan).isEmpty
    }

    private var slots: Finding {
        if let allowed = request.allowed, !allowed.contains(true) {
            return Finding(.noSlots, ImpossibleText.noSlots)
        }
        if ways.spans.contains(where: request.allows) {
            let point = week.calendar.name(of: plan.decisions.freezePoint)
            return Finding(.frozen, ImpossibleText.frozen(point))
        }
        return Finding(.duration, ImpossibleText.duration(request.duration))
    }

    private var together: Finding {
        let towns = names.townships(request.townships)
        return Finding(.noCommonOption, ImpossibleText.noCommonOption(towns))
    }

    private var demanded: Finding {
        if let found = PinObstacle(ways, in: plan)?.finding { return found }
        let demand = plan.decisions.demands[ways.request] ?? Decisions.Demand()
        var parts = [demand.start.map(week.calendar.name), demand.township.map(names.township)].compactMap { $0 }
        parts += [demand.venue.map(names.venue)].compactMap { $0 }
        parts += demand.crew.sorted().map { names.member(Int($0)) }
        let list = parts.joined(separator: ", ")
        return Finding(.pinned, ImpossibleText.pinned(list))
    }

    /// H9: what it waits for.
    private var after: Finding? {
        if let cycle = cycle {
            let list = cycle.map { week.requests[$0].id }
            return Finding(.cyclicAfter, ImpossibleText.waitsForItself(list.listed()))
        }
        let waits = plan.instance.tables.predecessors[ways.request]
        if let before = waits.first(where: { plan.instance.ofRequest[$0].isEmpty }) { return impossible(before) }
        guard let earliest = plan.earliestStart(of: ways.request) else { return nil }
        if spans.contains(where: { $0.lowerBound >= earliest }), plan.decisions.demands[ways.request] != nil {
            return nil
        }
        guard let last = waits.max(by: { end(of: $0) < end(of: $1) }), earliest > 0 else { return nil }
        let (id, slot) = (week.requests[last].id, week.calendar.name(of: earliest - 1))
        return Finding(.predecessorTooLate, ImpossibleText.predecessorTooLate(id, slot))
    }

    private func end(of request: Int) -> Int {
        plan.instance.ofRequest[request].map { Int(plan.instance.placements[$0].end) }.min() ?? 0
    }

    private func impossible(_ before: Int) -> Finding {
        let id = week.requests[before].id
        let cause = ImpossibleRequest(WeekOptions(before, in: plan), in: plan).own?.phrase
        let waits = ImpossibleText.predecessorImpossible(id)
        return Finding(.predecessorImpossible, cause.map { Join.bracketed(waits, $0) } ?? waits)
    }

    /// The requests through which it waits for itself, itself last.
    private var cycle: [Int]? {
        var cameFrom: [Int: Int] = [:]
        var queue = [ways.request]
        var next = 0
        while next < queue.count {
            for before in plan.instance.tables.predecessors[queue[next]] where cameFrom[before] == nil {
                cameFrom[before] = queue[next]
                if before == ways.request { return path(to: before, cameFrom) }
                queue.append(before)
            }
            next += 1
        }
        return nil
    }

    private func path(to last: Int, _ cameFrom: [Int: Int]) -> [Int] {
        var path = [last]
        while let before = cameFrom[path[path.count - 1]], before != last { path.append(before) }
        return path.reversed()
    }
}
