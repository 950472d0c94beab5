import CaravanCore

/// Who could step in for one member of a session, with everything else as it is.
public struct Standby: Sendable, Equatable {
    /// Identifier of the session's request.
    public let request: String
    /// Slot instance at which the session starts.
    public let start: String
    /// Identifier of the member that may be lost.
    public let member: String
    /// Identifier of the best substitute: the one that adds the fewest points, then the fewest yuan; nil where nobody is
    /// free who has the skill, reaches the place and can be paid.
    public let substitute: String?
    /// What the substitute changes: points, and yuan of fees and trips; 0 without one.
    public let points: Double
    /// Yuan, as `points`.
    public let yuan: Double
    /// How many members could step in.
    public let choices: Int
}

extension Standby {
    /// A line for each place of each session of a plan, in the order of the plan. Places whose member a pin demands have no
    /// substitute. Sessions that the solver has no option for are left out.
    /// - Throws: `SolveError` where pins contradict the week.
    public static func list(week: Week, plan: Plan, baseline: Plan? = nil) throws(SolveError) -> [Standby] {
        let instance = try Instance(week: week, baseline: baseline)
        let known = plan.sessions.compactMap { session in instance.assignment(session).map { (session, $0) } }
        var schedule = Schedule(instance, holding: known.map(\.1))
        return known.flatMap { session, it in
            let request = Int(instance.placements[it.placement].request)
            schedule.remove(request)
            defer { schedule.restore(it.placement, venue: it.venue, crew: it.crew) }
            return it.crew.indices.map { stepIn(for: $0, of: it, session, schedule) }
        }
    }

    private static func stepIn(
        for place: Int, of it: Assignment, _ session: Session, _ schedule: borrowing Schedule
    ) -> Standby {
        let instance = schedule.instance
        let placement = instance.placements[it.placement]
        let request = Int(placement.request)
        func price(_ member: Int32) -> (points: Double, yuan: Double) {
            let km = schedule.tripKm(Int(member), placement)
            let leaves =
                instance.tables.baselineCrew[request].contains(member) ? -instance.tables.crewPoints[request] : 0
            return (
                km * instance.tables.kmPoints + leaves, instance.tables.fee[Int(member)] + km * instance.tables.kmYuan
            )
        }
        let lost = it.crew[place]
        var best: (member: Int32, points: Double, yuan: Double)?
        var choices = 0
        if !instance.tables.requiredCrew[request].contains(lost) {
            for at in instance.candidates(placement, need: instance.need(of: place, request)) {
                let member = instance.memberCandidates[at].member
                if it.crew.contains(member) { continue }
                var crew = it.crew
                crew[place] = member
                guard schedule.allows(Assignment(placement: it.placement, venue: it.venue, crew: crew)) else {
                    continue
                }
                choices += 1
                let offer = price(member)
                if best.map({ (offer.points, offer.yuan) < ($0.points, $0.yuan) }) ?? true {
                    best = (member, offer.points, offer.yuan)
                }
            }
        }
        let before = price(lost)
        let week = instance.week
        return Standby(
            request: session.request, start: session.start, member: week.members[Int(lost)].id,
            substitute: best.map { week.members[Int($0.member)].id },
            points: best.map { $0.points - before.points } ?? 0,
            yuan: best.map { $0.yuan - before.yuan } ?? 0, choices: choices)
    }
}

extension Instance {
    /// The need that a place of a request's crew belongs to.
    fileprivate func need(of place: Int, _ request: Int) -> Int {
        var end = 0
        return tables.needCounts[request].firstIndex { count in
            end += count
            return place < end
        } ?? 0
    }
}
