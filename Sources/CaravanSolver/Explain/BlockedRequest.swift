import CaravanCore
import CaravanLanguage

/// What keeps a request that could be held from being held in this plan, everything else left where it is.
struct BlockedRequest {
    let options: PlanOptions
    let plan: ExplainedPlan
    let names: Names

    init(_ options: PlanOptions, in plan: ExplainedPlan) {
        self.options = options
        self.plan = plan
        names = Names(plan.week)
    }

    private var week: Week { plan.week }
    private var instance: Instance { plan.instance }

    /// The reason. Where several rules block the nearest options together, the first of H9, H8, H10, H7, H5, H6 and H3
    /// is told in full and the others are named.
    func finding(_ crews: inout CrewBudget) -> Finding {
        if let best = options.best { return free(best) }
        let (rules, nearest) = options.nearest
        let order: [RuleSet] = [.h9, .h8, .h10, .h7, .h5, .h6, .h3]
        let main = order.first { rules.contains($0) } ?? .h3
        let told = self.told(main, nearest, &crews)
        let others = order.filter { $0 != main && rules.contains($0) }.map(short)
        if others.isEmpty { return told }
        return Finding(told.code, BlockedText.besides(told.phrase, others.listed(.clause)))
    }

    private func told(_ rule: RuleSet, _ nearest: [PlanOptions.Option], _ crews: inout CrewBudget) -> Finding {
        switch rule {
        case .h9: order
        case .h8: MoneyShortage(options, in: plan, nearest, &crews).finding
        case .h10: cap(nearest)
        case .h7: audience(nearest)
        case .h5, .h6: crew(rule, nearest, &crews)
        default: venue(nearest)
        }
    }

    private func short(_ rule: RuleSet) -> BlockedText {
        switch rule {
        case .h8: BlockedText.moneyShort
        case .h10: BlockedText.capShort
        case .h7: BlockedText.audienceShort
        case .h5: BlockedText.crewShort
        case .h6: BlockedText.travelShort
        default: BlockedText.venueShort
        }
    }

    private func free(_ best: PlanOptions.Best) -> Finding {
        let venue = Int(instance.venueCandidates[best.venueCandidate].venue)
        let session = instance.session(Assignment(placement: best.placement, venue: venue, crew: best.crew))
        let place = names.place(session)
        let worth = instance.unheldCost[options.request]
        let change = best.points - worth
        var finding: Finding
        if instance.mustHold[options.request] {
            let points = (change < 0 ? "" : "+") + Names.points(change)
            finding = Finding(.possible, BlockedText.mustAndCan(place, points))
        } else if change < -1e-6 {
            let gain = Names.points(-change)
            finding = Finding(.possible, BlockedText.wouldGain(place, gain))
        } else {
            let exact = worth.rounded() == best.points.rounded() && change > 1e-6
            let cost = exact ? fixedDecimal(best.points, places: 2) : Names.points(best.points)
            let value = exact ? fixedDecimal(worth, places: 2) : Names.points(worth)
            finding = Finding(.notWorth, BlockedText.notWorth(cost, value, place))
        }
        (finding.session, finding.change) = (session, change)
        return finding
    }

    private var order: Finding {
        let waits = instance.predecessors[options.request]
        guard let missing = waits.first(where: { !plan.schedule.isHeld($0) }) else {
            let last = waits.max { end(of: $0) < end(of: $1) } ?? options.request
            let (id, slot) = (week.requests[last].id, week.calendar.name(of: max(0, end(of: last) - 1)))
            return Finding(.predecessorNotOver, BlockedText.predecessorNotOver(id, slot))
        }
        let id = week.requests[missing].id
        if plan.listed[missing] {
            return Finding(.predecessorNotHeld, BlockedText.predecessorBroken(id))
        }
        return Finding(.predecessorNotHeld, BlockedText.predecessorNotHeld(id))
    }

    private func end(of request: Int) -> Int {
        let at = plan.schedule.placed[request]
        return at < 0 ? 0 : Int(instance.placements[Int(at)].end)
    }

    /// The townships of some options, each once.
    private func towns(_ options: [PlanOptions.Option]) -> Bilingual {
        var seen = Set<Int32>()
        let towns = options.map { instance.placements[$0.placement].township }.filter { seen.insert($0).inserted }
        return names.townships(towns.map { Int($0) })
    }

    private func audience(_ nearest: [PlanOptions.Option]) -> Finding {
        let towns = towns(nearest)
        let audience = week.audiences[instance.audience[options.request]]
        let rivals = nearest.prefix(1).compactMap { option -> (id: String, slot: String)? in
            let placement = instance.placements[option.placement]
            let row = plan.schedule.audienceRow(Int(placement.township), options.request)
            return rival(in: plan.schedule.audienceAt, row, placement)
        }
        return Finding(.audienceBusy, suchAs(rivals, BlockedText.audienceBusy(audience, towns)))
    }

    private func venue(_ nearest: [PlanOptions.Option]) -> Finding {
        let towns = towns(nearest)
        let rivals = nearest.prefix(1).compactMap { option -> (id: String, slot: String)? in
            let row = Int(instance.venueCandidates[option.venueCandidate].venue) * instance.slotCount
            return rival(in: plan.schedule.venueAt, row, instance.placements[option.placement])
        }
        return Finding(.venueTaken, suchAs(rivals, BlockedText.venuesTaken(towns)))
    }

    private func rival(in table: [Int32], _ row: Int, _ placement: Placement) -> (id: String, slot: String)? {
        for slot in Int(placement.start)..<Int(placement.end) where table[row + slot] >= 0 {
            return (week.requests[Int(table[row + slot])].id, week.calendar.name(of: slot))
        }
        return nil
    }

    /// What was found, with one of the sessions that it is about.
    private func suchAs(_ rivals: [(id: String, slot: String)], _ found: Bilingual) -> Bilingual {
        rivals.first.map { BlockedText.suchAs(found, $0.id, $0.slot) } ?? found
    }

    private func cap(_ nearest: [PlanOptions.Option]) -> Finding {
        let full = nearest.lazy.compactMap { self.fullGroup(self.instance.placements[$0.placement]) }.first
        guard let full else { return Finding(.capReached, BlockedText.hardCap) }
        let rule = week.caps[full.group.rule]
        let cap = names.cap(full.group.rule, group: full.group.number)
        let (most, now) = (plainDecimal(full.group.threshold), plainDecimal(full.measured))
        let told: BlockedText = rule.measure == .sessions ? .capOfSessions : .capOfPeople
        return Finding(.capReached, told(cap, most, now))
    }

    private func fullGroup(_ placement: Placement) -> (group: CoverageGroup, measured: Double)? {
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            let measured = plan.schedule.measured[Int(hit.group)]
            if group.kind == .hardCap, HardLimit.isExceeded(measured + hit.amount, group.threshold) {
                return (group, measured)
            }
        }
        return nil
    }

    private func crew(_ rule: RuleSet, _ nearest: [PlanOptions.Option], _ crews: inout CrewBudget) -> Finding {
        let needs = week.requests[options.request].needs
        var short = [Int](repeating: 0, count: needs.count)
        var candidates = [Set<Int32>](repeating: [], count: needs.count)
        var last = -1
        for option in nearest where option.placement != last {
            last = option.placement
            let placement = instance.placements[last]
            _ = crews.gather(placement, in: plan.schedule)
            for need in crews.shortNeeds {
                short[need] += 1
                for at in instance.candidates(placement, need: need) {
                    candidates[need].insert(instance.memberCandidates[at].member)
                }
            }
        }
        let isBusy = rule == .h5
        let code: UnheldReason.Code = isBusy ? .crewBusy : .crewTravel
        let towns = towns(nearest)
        guard let most = short.max(), most > 0, let need = short.firstIndex(of: most) else {
            let told: BlockedText = isBusy ? .tooManyBusy : .tooManyElsewhere
            return Finding(code, told(towns))
        }
        let count = candidates[need].count
        let needed = needs[need].count
        let who = Names.all(count, names.need(needs[need], plural: count != 1), needed: needed)
        let isOne = count == 1 && needed == 1
        let told: BlockedText = isBusy ? (isOne ? .oneBusy : .allBusy) : (isOne ? .oneElsewhere : .allElsewhere)
        let found = told(who, towns)
        return Finding(code, needed > 1 ? WeekPhrase.needed(found, needed) : found)
    }
}
