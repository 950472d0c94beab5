/// A venue, or an audience in a township, at a slot instance.
private struct Occupied: Hashable {
    let first: Int
    let second: Int
    let slot: Int
}

extension HeldSessions {
    /// H2 and H3.
    func checkPlaces(_ log: inout ViolationLog) {
        for session in sessions { checkVenue(session, &log) }
        checkAlone(.H3, &log) { session in
            session.venue.map { ($0, 0) }
        } breach: { at, slot in
            .venueTaken(week.venues[at.0].id, slot: slot)
        }
    }

    /// H7.
    func checkAudiences(_ log: inout ViolationLog) {
        checkAlone(.H7, &log) { session in
            session.venue == nil ? nil : (session.township, week.requests[session.request].audience)
        } breach: { at, slot in
            .audienceTaken(week.audiences[at.1], township: week.townships[at.0].id, slot: slot)
        }
    }

    private func checkVenue(_ held: HeldSession, _ log: inout ViolationLog) {
        let (id, request) = (held.session.request, week.requests[held.request])
        guard let number = held.venue else { return log.add(.H2, .noVenue(held.session.venue), of: [id]) }
        let venue = week.venues[number]
        if venue.township != held.township { log.add(.H2, .venueElsewhere, of: [id]) }
        if !request.venueKinds.isEmpty && !request.venueKinds.contains(venue.kind) {
            log.add(.H2, .venueKind(venue.kind), of: [id])
        }
        if venue.capacity < request.attendance { log.add(.H2, .venueTooSmall, of: [id]) }
        if !request.equipment.isSubset(of: venue.equipment) { log.add(.H2, .equipmentMissing, of: [id]) }
        if held.span.contains(where: { venue.closed[$0] }) { log.add(.H2, .venueClosed, of: [id]) }
    }

    /// One breach for every place and slot that more than one session takes.
    private func checkAlone(
        _ rule: Rule, _ log: inout ViolationLog, of place: (HeldSession) -> (Int, Int)?,
        breach: ((Int, Int), _ slot: String) -> RuleBreach
    ) {
        var takers: [Occupied: [Int]] = [:]
        var shared: [Occupied] = []
        for (position, session) in sessions.enumerated() {
            guard let (first, second) = place(session) else { continue }
            for slot in session.span {
                let at = Occupied(first: first, second: second, slot: slot)
                takers[at, default: []].append(position)
                if takers[at]?.count == 2 { shared.append(at) }
            }
        }
        for at in shared {
            let ids = (takers[at] ?? []).map { sessions[$0].session.request }
            log.add(rule, breach((at.first, at.second), week.calendar.name(of: at.slot)), of: ids)
        }
    }
}
