import CaravanCore

/// The sessions of a baseline that can stand in the week as it is now: frozen ones first, then all that still keep every
/// rule beside them. A replanning starts from these.
struct StartingPlan {
    let sessions: [Assignment]

    init(_ instance: Instance, _ baseline: Plan?) {
        guard let baseline else {
            sessions = []
            return
        }
        var schedule = Schedule(instance)
        let known = baseline.sessions.compactMap { session in
            instance.assignment(session).map { (request: Int(instance.placements[$0.placement].request), it: $0) }
        }
        let first = known.filter { instance.tables.kept[$0.request] != nil }
        let rest = known.filter { instance.tables.kept[$0.request] == nil }
        // Twice: a session that waits for another one may come before it in the list.
        for (request, it) in first + rest + rest where !schedule.isHeld(request) {
            if schedule.allows(it) { schedule.restore(it.placement, venue: it.venue, crew: it.crew) }
        }
        sessions = schedule.assignments
    }
}
