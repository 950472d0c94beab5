/// Recomputes every hard rule and every term of the objective from a plan's sessions alone.
///
/// It shares the week's definitions with the solver (spans, distances, groups of coverage), but none of its evaluation: what
/// the solver claims stands only if the checker finds the same. Time and memory
/// grow with the number of sessions, crew places and coverage rules, not with the number of groups.
public struct Checker: Sendable {
    /// Breaches beyond this number are counted, but not listed.
    public static let mostListed = 100_000
    /// Breaches beyond this number are not looked for.
    public static let mostCounted = 100_000_000

    let week: Week

    /// A checker for the plans of a week.
    public init(week: Week) { self.week = week }

    /// Checks a plan.
    /// - Parameters:
    ///   - plan: Sessions by identifiers, of whatever origin.
    ///   - baseline: The plan whose changes cost disruption; without it that term is 0.
    ///   - freeze: Slot instance `DATE.slotId` before which sessions stay as in the baseline (H12).
    /// - Returns: The breaches and the terms. A freeze point that is no slot of the week is a breach of H12.
    public func check(_ plan: Plan, baseline: Plan? = nil, freeze: String? = nil) -> CheckReport {
        var log = ViolationLog()
        let held = HeldSessions(plan.sessions, in: week, &log)
        held.checkVenues(&log)
        held.checkCrews(&log)
        held.checkCrowds(&log)
        held.checkSites(&log)
        held.checkLoans(&log)
        let charges = FundCharges(held)
        charges.check(week, &log)
        held.checkOrder(&log)
        held.checkSeries(&log)
        var terms = Terms()
        coverage(held, &terms, &log)
        held.checkPins(&log)
        terms.unserved = unserved(held)
        terms.travel = week.weights.km * charges.km
        terms.preference = preference(held)
        if week.edition == .second { terms.money = week.weights.yuan * charges.total / 1000 }
        if let baseline { terms.disruption = disruption(held, against: baseline) }
        if let freeze { checkFreeze(plan, baseline: baseline, freeze: freeze, &log) }
        return CheckReport(violations: log.violations, violationCount: log.count, terms: terms)
    }

    private func unserved(_ held: HeldSessions) -> Double {
        week.requests.indices.reduce(0) { points, number in
            let (request, session) = (week.requests[number], held.session(of: number))
            let missing = max(0, (request.relay?.wanted ?? 0) - (session?.sites.count ?? 0))
            return points + (session == nil ? request.value : 0) + (request.relay?.value ?? 0) * Double(missing)
        }
    }

    private func preference(_ held: HeldSessions) -> Double {
        let disliked = held.sessions.count { week.requests[$0.request].dislikes(start: $0.time.start) }
        return week.weights.preference * Double(disliked)
    }

    private func coverage(_ held: HeldSessions, _ terms: inout Terms, _ log: inout ViolationLog) {
        for rule in week.targets { terms.targets += CoverageTally(rule, held).shortfallPoints }
        for rule in week.caps {
            let tally = CoverageTally(rule, held)
            if rule.weight == nil { tally.checkCap(week, &log) } else { terms.caps += tally.excessPoints }
        }
    }
}
