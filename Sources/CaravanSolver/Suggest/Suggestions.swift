import CaravanCore

/// Finds the best sessions of one request beside everything else that a plan holds.
///
/// All options (township × start × venue, each with the best crew that is free) are held against the plan. What the best
/// ones change is the difference of what the checker finds for the plan with the session and for the plan as it is.
public enum Suggestions {
    /// The best placements, the best first; those that change as much stay in the order of townships, starts and venues
    /// in which they are enumerated. Empty where nothing fits, or the week does not have the request.
    /// - Parameters:
    ///   - count: How many placements at most.
    ///   - request: Identifier of the request. Its own session is taken out first where the plan has one.
    ///   - plan: The plan, which keeps the rules of the week; nothing in it is moved unless `moving` allows it.
    ///   - week: The week.
    ///   - baseline: The plan against which changes cost points.
    ///   - moving: Whether one other session may make room, with all that wait for it: it is put where it costs least
    ///     then, or dropped where that costs less.
    ///   - rules: Kept besides the rules of the domain.
    public static func best(
        _ count: Int, for request: String, in plan: Plan, of week: Week, baseline: Plan? = nil, moving: Bool = false,
        rules: RowRules = .standard
    ) -> [Suggestion] {
        guard let number = week.request(request) else { return [] }
        let explained = ExplainedPlan(week: week, plan: plan, baseline: baseline, focus: [number], rules: rules)
            .without(number)
        var crews = CrewBudget()
        let options = PlanOptions(number, in: explained, &crews)
        let appraisal = Appraisal(plan, without: request, spent: explained.schedule.spent, week, baseline)
        var found: [Suggestion] = []
        for option in options.free.sorted(by: { $0.points < $1.points }) {
            if found.count == count { break }
            let spent = explained.with(option).schedule.spent
            if let it = appraisal.suggestion(explained.session(of: option), spending: spent) { found.append(it) }
        }
        guard moving else { return found }
        let room = RoomMaking(options, in: explained, of: plan, baseline: baseline)
        for outcome in room.best(count) {
            let spent = outcome.plan.schedule.spent
            if let it = appraisal.suggestion(outcome.session, spending: spent, moving: outcome.moves) {
                found.append(it)
            }
        }
        let ranked = found.enumerated().sorted {
            ($0.element.change.total, $0.offset) < ($1.element.change.total, $1.offset)
        }
        return ranked.prefix(count).map(\.element)
    }
}

/// Reckons what a further session changes, by the checker.
private struct Appraisal {
    private let rest: Plan
    private let week: Week
    private let baseline: Plan?
    private let before: CheckReport
    private let spent: [Double]

    init(_ plan: Plan, without request: String, spent: [Double], _ week: Week, _ baseline: Plan?) {
        (self.week, self.baseline, self.spent) = (week, baseline, spent)
        before = Checker(week: week).check(plan, baseline: baseline)
        var rest = plan
        rest.sessions.removeAll { $0.request == request }
        self.rest = rest
    }

    /// The session with its changes, and those of the sessions that make room; nil where a rule would be broken.
    /// - Parameter spending: Yuan charged by fund with all of it.
    func suggestion(_ session: Session, spending: [Double], moving moves: [SessionMove] = []) -> Suggestion? {
        var plan = rest
        let gone = Set(moves.map(\.request))
        plan.sessions.removeAll { gone.contains($0.request) }
        plan.sessions += moves.compactMap(\.to) + [session]
        let after = Checker(week: week).check(plan, baseline: baseline)
        if after.violationCount > before.violationCount { return nil }
        let charges = week.funds.indices.map { fund in
            (fund: week.funds[fund].id, yuan: (spending[fund] - spent[fund]).cleared)
        }
        return Suggestion(
            session: session, moves: moves, change: after.terms.change(from: before.terms),
            charges: charges.filter { $0.yuan != 0 })
    }
}
