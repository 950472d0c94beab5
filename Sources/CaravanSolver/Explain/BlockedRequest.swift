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
        let order: [RuleSet] = [.h9, .h8, instance.rows.limitRules, .h7, .h5, .h6, .h3]
        let main = order.first { !rules.isDisjoint(with: $0) } ?? .h3
        let told = self.told(main, nearest, &crews)
        let others = order.filter { $0 != main && !rules.isDisjoint(with: $0) }.map(short)
        if others.isEmpty { return told }
        return Finding(told.code, BlockedText.besides(told.phrase, others.listed(.clause)))
    }

    private func told(_ rule: RuleSet, _ nearest: [PlanOptions.Option], _ crews: inout CrewBudget) -> Finding {
        switch rule {
        case .h9: order
        case .h8: MoneyShortage(options, in: plan, nearest, &crews).finding
        case instance.rows.limitRules: cap(nearest)
        case .h7: audience(nearest)
        case .h5, .h6: crew(rule, nearest, &crews)
        default: venue(nearest)
        }
    }

    private func short(_ rule: RuleSet) -> BlockedText {
        switch rule {
        case .h8: BlockedText.moneyShort
        case instance.rows.limitRules: BlockedText.capShort
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
        let waits = instance.tables.predecessors[options.request]
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
        let audience = week.audiences[instance.tables.audience[options.request]]
        let rival = nearest.first.flatMap { option in
            let placement = instance.placements[option.placement]
            return plan.schedule.holders(ofCrowd: instance.crowd(of: placement), placement.span).first
        }
        return Finding(.audienceBusy, suchAs(rival, BlockedText.audienceBusy(audience, towns(nearest))))
    }

    private func venue(_ nearest: [PlanOptions.Option]) -> Finding {
        let rival = nearest.first.flatMap { option in
            let venue = Int(instance.venueCandidates[option.venueCandidate].venue)
            return plan.schedule.holders(ofVenue: venue, instance.placements[option.placement].span).first
        }
        return Finding(.venueTaken, suchAs(rival, BlockedText.venuesTaken(towns(nearest))))
    }

    /// What was found, with one of the sessions that it is about.
    private func suchAs(_ rival: (request: Int, slot: Int)?, _ found: Bilingual) -> Bilingual {
        rival.map { BlockedText.suchAs(found, week.requests[$0.request].id, week.calendar.name(of: $0.slot)) } ?? found
    }

    private func cap(_ nearest: [PlanOptions.Option]) -> Finding {
        let full = nearest.lazy.compactMap {
            self.plan.schedule.fullGroups(for: self.instance.placements[$0.placement]).first
        }.first
        guard let full else { return Finding(.capReached, BlockedText.hardCap) }
        if case .row(let rule, let row) = instance.limit(of: full.group) {
            let phrase = instance.rows.rules.list[rule].full(row, taken: full.measured, week: week)
            return Finding(.capReached, phrase)
        }
        let rule = week.caps[full.group.rule]
        let cap = names.cap(full.group.rule, group: full.group.number)
        let (most, now) = (plainDecimal(full.group.threshold), plainDecimal(full.measured))
        let told: BlockedText = rule.measure == .sessions ? .capOfSessions : .capOfPeople
        return Finding(.capReached, told(cap, most, now))
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
