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
    ///   - plan: The plan, which keeps the rules of the week; nothing in it is moved.
    ///   - week: The week.
    ///   - baseline: The plan against which changes cost points.
    public static func best(
        _ count: Int, for request: String, in plan: Plan, of week: Week, baseline: Plan? = nil
    ) -> [Suggestion] {
        guard let number = week.request(request) else { return [] }
        let explained = ExplainedPlan(week: week, plan: plan, baseline: baseline, freeze: nil).without(number)
        var crews = CrewBudget()
        let options = PlanOptions(number, in: explained, &crews)
        let appraisal = Appraisal(plan, without: request, week, baseline)
        var found: [Suggestion] = []
        for option in options.free.sorted(by: { $0.points < $1.points }) {
            if found.count == count { break }
            let venue = Int(explained.instance.venueCandidates[option.venueCandidate].venue)
            let it = Assignment(placement: option.placement, venue: venue, crew: option.crew)
            if let suggestion = appraisal.suggestion(explained.instance.session(it)) { found.append(suggestion) }
        }
        return found
    }
}

/// Reckons what a further session changes, by the checker.
private struct Appraisal {
    private let rest: Plan
    private let week: Week
    private let baseline: Plan?
    private let before: CheckReport
    private let spent: [MoneyReport.Row]

    init(_ plan: Plan, without request: String, _ week: Week, _ baseline: Plan?) {
        (self.week, self.baseline) = (week, baseline)
        before = Checker(week: week).check(plan, baseline: baseline)
        var rest = plan
        rest.sessions.removeAll { $0.request == request }
        self.rest = rest
        spent = MoneyReport(week: week, plan: rest).rows
    }

    /// The session with its changes; nil where it would break a rule.
    func suggestion(_ session: Session) -> Suggestion? {
        var plan = rest
        plan.sessions.append(session)
        let after = Checker(week: week).check(plan, baseline: baseline)
        if after.violationCount > before.violationCount { return nil }
        let charges = zip(spent, MoneyReport(week: week, plan: plan).rows).map { was, now in
            (fund: now.fund, yuan: (now.charged - was.charged).cleared)
        }
        return Suggestion(
            session: session, change: after.terms.change(from: before.terms), charges: charges.filter { $0.yuan != 0 })
    }
}
