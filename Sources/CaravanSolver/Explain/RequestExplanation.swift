import CaravanCore
import CaravanLanguage

/// All that can be said of one request beside a plan: for one that is not held what rules it out, where it nearly fits and
/// what would let it in; for one that is held where else it could be and what it is good for.
public struct RequestExplanation: Sendable {
    /// Why it is not held; nil where it is.
    public let reason: UnheldReason?
    /// Where it nearly fits, the nearest first; empty where it fits, or is held.
    public let nearest: [NearestPlace]
    /// Smallest sets of changes that would let it in, the easiest first; empty where it fits, or is held.
    public let remedies: [Remedy]
    /// The best sessions that it could have with nothing else moved, its own left out.
    public let alternatives: [Suggestion]
    /// What the plan would lose without its session.
    public let contribution: Contribution?
    private let own: Session?

    /// Places, remedies and alternatives at most.
    private static let most = 5

    /// Explains a request; nil where the week does not have it.
    /// - Parameters:
    ///   - request: Identifier of the request.
    ///   - plan: The plan; nothing in it is changed.
    ///   - week: The week that the plan was made for.
    ///   - baseline: The plan against which changes cost points.
    ///   - rules: Kept besides the rules of the domain.
    public init?(_ request: String, in plan: Plan, of week: Week, baseline: Plan? = nil, rules: RowRules = .standard) {
        guard let number = week.request(request) else { return nil }
        own = plan.sessions.first { $0.request == request }
        if let own {
            (reason, nearest, remedies) = (nil, [], [])
            contribution = Contribution(of: number, in: plan, week, baseline)
            let found = Suggestions.best(
                Self.most + 1, for: request, in: plan, of: week, baseline: baseline, rules: rules)
            alternatives = Array(found.filter { !$0.session.isSame(as: own) }.prefix(Self.most))
            return
        }
        contribution = nil
        let layout = ExplainedPlan(week: week, plan: plan, baseline: baseline, focus: [number], rules: rules)
        var explanation = Explanation(layout)
        reason = explanation.reason(of: number)
        alternatives = Suggestions.best(Self.most, for: request, in: plan, of: week, baseline: baseline, rules: rules)
        guard alternatives.isEmpty else {
            (nearest, remedies) = ([], [])
            return
        }
        let admission = Admission(WeekOptions(number, in: layout), in: layout)
        var obstructions = Obstructions(admission)
        let places = admission.places.map { (place: $0, obstructions: obstructions.list(at: $0)) }
        nearest = NearestPlaces(admission, places).list(Self.most)
        remedies = Remedies(admission, plan, baseline: baseline).list(Self.most, at: places)
    }

    /// Why a held request is where it is, as a sentence; empty for one that is not held.
    public var why: Bilingual {
        guard let own, let contribution else { return .empty }
        let held = WhyText.heldAt(own.start, own.township, own.venue)
        return Join.further(Join.further(held, loss(contribution)), nextBest)
    }

    /// What the objective would lose without the session.
    private func loss(_ contribution: Contribution) -> Bilingual {
        let (points, others) = (Names.signed(contribution.change.total), contribution.followers)
        if others.isEmpty { return WhyText.without(points) }
        return (others.count == 1 ? WhyText.withoutFollower : .withoutFollowers)(others.listed(), points)
    }

    private var nextBest: Bilingual {
        guard let next = alternatives.first else { return WhyText.nowhereElse.bilingual }
        let it = next.session
        return WhyText.nextBest(it.start, it.township, it.venue, Names.signed(next.change.total))
    }
}

/// What a plan would lose if it gave a session up, with all that wait for it.
public struct Contribution: Sendable {
    /// Points by which every term would change; positive is a loss.
    public let change: Terms
    /// Identifiers of the held requests that wait for it and would go with it.
    public let followers: [String]

    init(of request: Int, in plan: Plan, _ week: Week, _ baseline: Plan?) {
        let waiting = Precedence(week: week, demanded: []).successors
        var gone: Set<Int> = []
        var pending = [request]
        while let next = pending.popLast() { if gone.insert(next).inserted { pending += waiting[next] } }
        let ids = Set(gone.map { week.requests[$0].id })
        var rest = plan
        rest.sessions.removeAll { ids.contains($0.request) }
        let checker = Checker(week: week)
        let (before, after) = (checker.check(plan, baseline: baseline), checker.check(rest, baseline: baseline))
        change = after.terms.change(from: before.terms)
        let own = week.requests[request].id
        followers = plan.sessions.map(\.request).filter { ids.contains($0) && $0 != own }
    }

    /// `{"delta","terms"}`, and where others would go too `"followers"`.
    public var record: JSON {
        var fields = JSONObject([("delta", .number(change.total.cleared)), ("terms", change.document)])
        if !followers.isEmpty { fields["followers"] = .strings(followers) }
        return .object(fields)
    }
}

extension Session {
    /// Whether it is the same session, the order of its crew aside.
    func isSame(as other: Session) -> Bool {
        request == other.request && start == other.start && township == other.township && venue == other.venue
            && Set(crew) == Set(other.crew)
    }
}
