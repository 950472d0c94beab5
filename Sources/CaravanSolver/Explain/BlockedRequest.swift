import CaravanCore

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
        return Finding(
            told.code, told.phrase.english + "; besides, " + others.map(\.english).joined(separator: ", "),
            told.phrase.chinese + "；此外" + others.map(\.chinese).joined(separator: "，"))
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

    private func short(_ rule: RuleSet) -> Phrase {
        switch rule {
        case .h8: Phrase("money is short", "经费不足")
        case .h10: Phrase("a cap is reached", "已达上限")
        case .h7: Phrase("its audience has another session", "听众同时有其他活动")
        case .h5: Phrase("its crew is busy", "人员已满")
        case .h6: Phrase("its crew cannot get there in time", "人员赶不到")
        default: Phrase("the venue is taken", "场地被占用")
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
            let points = Names.points(change)
            finding = Finding(
                .possible, "must be held, and can be: \(place.english) (objective \(change < 0 ? "" : "+")\(points))",
                "必须安排且可以安排：\(place.chinese)（目标值变化\(points)分）")
        } else if change < -1e-6 {
            let gain = Names.points(-change)
            finding = Finding(
                .possible, "could still be held: \(place.english) would gain \(gain) points",
                "仍可安排：\(place.chinese)，可改善\(gain)分")
        } else {
            let exact = worth.rounded() == best.points.rounded() && change > 1e-6
            let cost = exact ? fixedDecimal(best.points, places: 2) : Names.points(best.points)
            let value = exact ? fixedDecimal(worth, places: 2) : Names.points(worth)
            finding = Finding(
                .notWorth, "would cost \(cost) points and is worth \(value), at best as \(place.english)",
                "安排它至少要付出\(cost)分，而其分值为\(value)（最佳为\(place.chinese)）")
        }
        (finding.session, finding.change) = (session, change)
        return finding
    }

    private var order: Finding {
        let waits = instance.predecessors[options.request]
        guard let missing = waits.first(where: { !plan.schedule.isHeld($0) }) else {
            let last = waits.max { end(of: $0) < end(of: $1) } ?? options.request
            let (id, slot) = (week.requests[last].id, week.calendar.name(of: max(0, end(of: last) - 1)))
            return Finding(
                .predecessorNotOver, "it waits for \(id), which is over only with \(slot): nothing that fits is later",
                "它须等\(id)结束，后者到\(slot)才结束，其后没有合适的安排")
        }
        let id = week.requests[missing].id
        if plan.listed[missing] {
            return Finding(
                .predecessorNotHeld, "it waits for \(id), whose session in the plan breaks a rule",
                "它须等\(id)，而后者在方案中的安排违反规则")
        }
        return Finding(.predecessorNotHeld, "it waits for \(id), which is not held", "它须等\(id)，而后者未安排")
    }

    private func end(of request: Int) -> Int {
        let at = plan.schedule.placed[request]
        return at < 0 ? 0 : Int(instance.placements[Int(at)].end)
    }

    /// The townships of some options, each once.
    private func towns(_ options: [PlanOptions.Option]) -> Phrase {
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
        return Finding(
            .audienceBusy,
            "the \(audience) of \(towns.english) have another session in every slot that would do"
                + suchAs(rivals).english,
            "\(towns.chinese)的\(audience)在可行时段都已有其他活动" + suchAs(rivals).chinese)
    }

    private func venue(_ nearest: [PlanOptions.Option]) -> Finding {
        let towns = towns(nearest)
        let rivals = nearest.prefix(1).compactMap { option -> (id: String, slot: String)? in
            let row = Int(instance.venueCandidates[option.venueCandidate].venue) * instance.slotCount
            return rival(in: plan.schedule.venueAt, row, instance.placements[option.placement])
        }
        return Finding(
            .venueTaken,
            "the venues of \(towns.english) that fit are taken in every slot that would do" + suchAs(rivals).english,
            "\(towns.chinese)合适的场地在可行时段都被占用" + suchAs(rivals).chinese)
    }

    private func rival(in table: [Int32], _ row: Int, _ placement: Placement) -> (id: String, slot: String)? {
        for slot in Int(placement.start)..<Int(placement.end) where table[row + slot] >= 0 {
            return (week.requests[Int(table[row + slot])].id, week.calendar.name(of: slot))
        }
        return nil
    }

    private func suchAs(_ rivals: [(id: String, slot: String)]) -> Phrase {
        guard let first = rivals.first else { return Phrase("", "") }
        return Phrase(", e.g. \(first.id) at \(first.slot)", "，例如\(first.slot)的\(first.id)")
    }

    private func cap(_ nearest: [PlanOptions.Option]) -> Finding {
        let full = nearest.lazy.compactMap { self.fullGroup(self.instance.placements[$0.placement]) }.first
        guard let full else { return Finding(.capReached, "a hard cap is reached", "已达硬性上限") }
        let rule = week.caps[full.group.rule]
        let group = week.names(of: full.group.number, in: rule).joined(separator: ", ")
        let (most, now) = (plainDecimal(full.group.threshold), plainDecimal(full.measured))
        let (unit, chinese) = rule.measure == .sessions ? ("sessions", "场") : ("people", "人")
        return Finding(
            .capReached,
            "cap \(rule.id)\(group.isEmpty ? "" : " (\(group))") allows \(most) \(unit), and the plan has \(now)",
            "上限\(rule.id)\(group.isEmpty ? "" : "（\(group)）")为\(most)\(chinese)，方案已有\(now)\(chinese)")
    }

    private func fullGroup(_ placement: Placement) -> (group: CoverageGroup, measured: Double)? {
        for at in instance.hits(placement) {
            let hit = instance.hits[at]
            let group = instance.groups[Int(hit.group)]
            let measured = plan.schedule.measured[Int(hit.group)]
            if group.kind == .hardCap, measured + hit.amount > group.threshold { return (group, measured) }
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
        let (code, why): (UnheldReason.Code, Phrase) =
            rule == .h5
            ? (.crewBusy, Phrase("are busy or have reached their limit", "都已有安排或已达场次上限"))
            : (.crewTravel, Phrase("work elsewhere that day and cannot get there in time", "当天在别处有活动，来不及赶到"))
        let towns = towns(nearest)
        guard let most = short.max(), most > 0, let need = short.firstIndex(of: most) else {
            return Finding(
                code, "too many of those who could form its crew in \(towns.english) \(why.english)",
                "能在\(towns.chinese)组成其队伍的人员\(why.chinese)")
        }
        let count = candidates[need].count
        let those = names.need(needs[need], plural: count != 1)
        let needed = needs[need].count
        return Finding(
            code,
            "\(Names.all(count, those.english, needed: needed)) "
                + "who can come to \(towns.english) \(count == 1 && needed == 1 ? singular(rule) : why.english) "
                + "in every slot that would do" + (needed > 1 ? " (\(needed) needed)" : ""),
            "能到\(towns.chinese)的\(count)个\(those.chinese)在可行时段\(why.chinese)"
                + (needed > 1 ? "（需要\(needed)个）" : ""))
    }

    private func singular(_ rule: RuleSet) -> String {
        rule == .h5 ? "is busy or has reached the limit" : "works elsewhere that day and cannot get there in time"
    }
}
