import CaravanCore

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
            return Finding(.noSlots, "its list of slots is empty, which allows nothing", "其时段清单为空，没有任何可用时段")
        }
        if ways.spans.contains(where: request.allows) {
            let point = week.calendar.name(of: plan.decisions.freezePoint)
            return Finding(
                .frozen, "all its allowed starts lie before the freeze point \(point)", "其允许的开始时段都在冻结点\(point)之前")
        }
        return Finding(
            .duration,
            "it takes \(request.duration) slots in a row on one date, and its allowed slots leave no such time",
            "需要同一天连续\(request.duration)个时段，允许的时段中没有这样的时间")
    }

    private var together: Finding {
        let towns = names.townships(request.townships)
        return Finding(
            .noCommonOption,
            "in \(towns.english) a venue that fits is never open while the crew it needs is there",
            "在\(towns.chinese)，合适的场地开放时所需人员总不齐")
    }

    private var demanded: Finding {
        let demand = plan.decisions.demands[ways.request] ?? Decisions.Demand()
        if demand.contradictory {
            return Finding(.pinned, "what is decided for it contradicts itself", "对它已作的决定互相矛盾")
        }
        var parts = [demand.start.map(week.calendar.name), demand.township.map(names.township)].compactMap { $0 }
        parts += [demand.venue.map(names.venue)].compactMap { $0 }
        parts += demand.crew.sorted().map { names.member(Int($0)) }
        let list = parts.joined(separator: ", ")
        return Finding(
            .pinned, "nothing keeps the rules as it is pinned or frozen (\(list))", "没有任何安排能满足它的锁定或冻结要求（\(list)）")
    }

    /// H9: what it waits for.
    private var after: Finding? {
        if let cycle = cycle {
            let list = cycle.map { week.requests[$0].id }
            return Finding(
                .cyclicAfter, "it waits for itself, through \(list.joined(separator: ", "))",
                "它通过\(list.joined(separator: "、"))等待自己，构成循环")
        }
        let waits = plan.instance.predecessors[ways.request]
        if let before = waits.first(where: { plan.instance.ofRequest[$0].isEmpty }) { return impossible(before) }
        guard let earliest = plan.earliestStart(of: ways.request) else { return nil }
        if spans.contains(where: { $0.lowerBound >= earliest }), plan.decisions.demands[ways.request] != nil {
            return nil
        }
        guard let last = waits.max(by: { end(of: $0) < end(of: $1) }), earliest > 0 else { return nil }
        let (id, slot) = (week.requests[last].id, week.calendar.name(of: earliest - 1))
        return Finding(
            .predecessorTooLate,
            "it waits for \(id), which is over with \(slot) at the earliest: nothing that fits is later",
            "它须等\(id)结束，后者最早于\(slot)结束，其后没有合适的安排")
    }

    private func end(of request: Int) -> Int {
        plan.instance.ofRequest[request].map { Int(plan.instance.placements[$0].end) }.min() ?? 0
    }

    private func impossible(_ before: Int) -> Finding {
        let id = week.requests[before].id
        let cause = ImpossibleRequest(WeekOptions(before, in: plan), in: plan).own?.phrase
        return Finding(
            .predecessorImpossible,
            "it waits for \(id), which no plan can hold" + (cause.map { " (\($0.english))" } ?? ""),
            "它须等\(id)，而后者无法安排" + (cause.map { "（\($0.chinese)）" } ?? ""))
    }

    /// The requests through which it waits for itself, itself last.
    private var cycle: [Int]? {
        var cameFrom: [Int: Int] = [:]
        var queue = [ways.request]
        var next = 0
        while next < queue.count {
            for before in plan.instance.predecessors[queue[next]] where cameFrom[before] == nil {
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
