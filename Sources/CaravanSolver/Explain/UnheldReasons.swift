import CaravanCore

/// Finds out why requests are not held in a plan.
///
/// A request that no plan could hold is told the first obstacle that stands in every way. For any other, all its options
/// (township × start × venue, with the best crew that is free) are tried with everything else left where it is: the
/// options that the fewest rules block are the nearest ones, and the rules that block most of these are the reason.
public enum UnheldReasons {
    /// A reason for every request without a session, in the order of the week; fewer where the work is interrupted.
    /// - Parameters:
    ///   - week: The week as it stands, which the plan need not fit any more: a session that cannot stand in it beside
    ///     the earlier ones takes up nothing.
    ///   - plan: The plan; nothing in it is moved.
    ///   - baseline: The plan against which changes cost points.
    ///   - freeze: Freeze point, `DATE.slotId`; one that the week does not have is ignored.
    ///   - rules: Kept besides the rules of the domain.
    public static func reasons(
        week: Week, plan: Plan, baseline: Plan? = nil, freeze: String? = nil, rules: RowRules = .standard
    ) -> [UnheldReason] {
        let explained = ExplainedPlan(week: week, plan: plan, baseline: baseline, freeze: freeze, rules: rules)
        var explanation = Explanation(explained)
        let unheld = week.requests.indices.filter { !explained.listed[$0] }
        return unheld.prefix { _ in !Deadline.current.isOver }.map { explanation.reason(of: $0) }
    }

    /// The reason for one request; nil where it has a session, or the week does not have it.
    /// - Parameters:
    ///   - week: The week as it stands.
    ///   - plan: The plan; nothing in it is moved.
    ///   - request: Identifier of the request.
    ///   - baseline: The plan against which changes cost points.
    ///   - freeze: Freeze point, `DATE.slotId`; one that the week does not have is ignored.
    public static func reason(
        week: Week, plan: Plan, request: String, baseline: Plan? = nil, freeze: String? = nil
    ) -> UnheldReason? {
        guard let number = week.request(request), !plan.sessions.contains(where: { $0.request == request }) else {
            return nil
        }
        let explained = ExplainedPlan(week: week, plan: plan, baseline: baseline, freeze: freeze, focus: [number])
        var explanation = Explanation(explained)
        return explanation.reason(of: number)
    }
}

/// Explains one request after the other; keeps buffers between them.
struct Explanation {
    private let plan: ExplainedPlan
    private var crews = CrewBudget()

    init(_ plan: ExplainedPlan) { self.plan = plan }

    mutating func reason(of request: Int) -> UnheldReason {
        let ways = WeekOptions(request, in: plan)
        var tally = ways.tally(in: plan)
        let finding: Finding
        if plan.instance.ofRequest[request].isEmpty {
            finding = ImpossibleRequest(ways, in: plan).finding
        } else {
            let options = PlanOptions(request, in: plan, &crews)
            tally.add(options.tally)
            finding = BlockedRequest(options, in: plan).finding(&crews)
        }
        return UnheldReason(
            request: plan.week.requests[request].id, code: finding.code, phrase: finding.phrase, options: ways.count,
            rules: tally.rules, session: finding.session, change: finding.change, shortages: finding.shortages)
    }
}
