import CaravanCore

/// Tells for an option that is not free which sessions might make room for it by going, with all that wait for them (H9).
///
/// A necessary condition that is quick to test: whoever is not named opens nothing, whoever is named still has to be
/// tried. Each rule in the way must be met by what goes together: all rivals for the venue, the audience and the order, enough
/// of each full cap, and for a crew some session that takes the time of a member who has the skill.
struct RoomMakers {
    private let request: Int
    private let plan: ExplainedPlan
    private let caps: HardCaps
    /// By session that can be moved, all that goes with it, itself included.
    private let taken: [Int: [Int]]
    /// By session, those that take it along when they go, itself included.
    private let takers: [Int: Set<Int>]
    /// Those without which the fund of the request, or that of trips, pays less.
    private let payers: Set<Int>
    /// By date, those that take along some session which a member with a skill in demand cannot do another one beside.
    private let colleagues: [Set<Int>]

    /// - Parameter plan: The plan without the request's session.
    init(_ request: Int, in plan: ExplainedPlan) {
        let admission = Admission(WeekOptions(request, in: plan), in: plan)
        let payers = Payers(admission)
        var taken: [Int: [Int]] = [:]
        var takers: [Int: Set<Int>] = [:]
        for mover in plan.week.requests.indices where payers.canMove(mover) {
            let followers = plan.schedule.followers(of: mover)
            taken[mover] = followers
            for other in followers { takers[other, default: []].insert(mover) }
        }
        (self.request, self.plan, self.taken, self.takers) = (request, plan, taken, takers)
        caps = admission.caps
        self.payers = payers.requests(freeing: [plan.instance.tables.fund[request], plan.instance.tables.travelFund])
        colleagues = Self.colleagues(admission.ways, in: plan).map { sessions in
            sessions.reduce(into: []) { $0.formUnion(takers[$1] ?? []) }
        }
    }

    /// By date, the sessions of members who could work for the request: those of the date, and all of a member who has no
    /// session left in the week.
    private static func colleagues(_ ways: WeekOptions, in plan: ExplainedPlan) -> [Set<Int>] {
        let (instance, schedule) = (plan.instance, plan.schedule)
        let skilled = Set(ways.skilled.joined())
        var sessions = [Set<Int>](repeating: [], count: instance.tables.dateCount)
        for other in plan.week.requests.indices where schedule.isHeld(other) {
            let members = schedule.places(of: other).map { Int(schedule.crew[$0]) }.filter(skilled.contains)
            if members.isEmpty { continue }
            if members.contains(where: { schedule.memberWeek[$0] >= instance.tables.maxPerWeek[$0] }) {
                for date in sessions.indices { sessions[date].insert(other) }
            } else {
                sessions[Int(instance.placements[Int(schedule.placed[other])].date)].insert(other)
            }
        }
        return sessions
    }

    /// The sessions that might make room for an option.
    func movers(for option: PlanOptions.Option) -> Set<Int> {
        let placement = plan.instance.placements[option.placement]
        let venue = Int(plan.instance.venueCandidates[option.venueCandidate].venue)
        guard let rivals = rivals(for: option.rules, placement, venue: venue) else { return [] }
        var candidates = rivals.first.map { takers[$0] ?? [] }
        for rival in rivals.dropFirst() { candidates?.formIntersection(takers[rival] ?? []) }
        let colleagues = colleagues[Int(placement.date)]
        if !option.rules.isDisjoint(with: [.h5, .h6]) {
            candidates = candidates?.intersection(colleagues) ?? colleagues
        }
        if !option.rules.isDisjoint(with: plan.instance.rows.limitRules) {
            let all = candidates ?? Set(taken.keys)
            candidates = all.intersection(relievers(placement, among: all))
        }
        // Nothing but money is short: it takes some of it, or a member who asks for less.
        return candidates ?? payers.union(colleagues)
    }

    /// The sessions all of which have to go for venue, audience and order; nil where the request waits for what is not over.
    private func rivals(for rules: RuleSet, _ placement: Placement, venue: Int) -> Set<Int>? {
        let (instance, schedule) = (plan.instance, plan.schedule)
        var rivals: Set<Int> = []
        if rules.contains(.h3) { rivals.formUnion(schedule.holders(ofVenue: venue, placement.span).map(\.request)) }
        if rules.contains(.h7) {
            rivals.formUnion(schedule.holders(ofCrowd: instance.crowd(of: placement), placement.span).map(\.request))
        }
        if rules.contains(.h9) {
            for before in instance.tables.predecessors[request] {
                let at = Int(schedule.placed[before])
                if at < 0 || instance.placements[at].end > placement.start { return nil }
            }
            rivals.formUnion(
                instance.tables.successors[request].filter { later in
                    let at = Int(schedule.placed[later])
                    return at >= 0 && instance.placements[at].start < placement.end
                })
        }
        return rivals
    }

    /// The sessions that with all that goes with them take enough out of every cap that the placement would exceed (H10).
    private func relievers(_ placement: Placement, among movers: Set<Int>) -> Set<Int> {
        let hits = caps.hits(
            request, township: Int(placement.township), start: Int(placement.start), in: plan.schedule
        ).filter { $0.excess > 0 }
        return movers.filter { mover in
            hits.allSatisfy { hit in
                let relief = (taken[mover] ?? []).reduce(0.0) { sum, other in
                    let it = plan.instance.placements[Int(plan.schedule.placed[other])]
                    return sum + caps.amount(of: other, it, in: hit.limit)
                }
                return relief >= hit.excess - 1e-9
            }
        }
    }
}
