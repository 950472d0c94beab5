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
        } naming: { at in
            week.venues[at.0].id
        }
    }

    /// H7.
    func checkAudiences(_ log: inout ViolationLog) {
        checkAlone(.H7, &log) { session in
            session.venue == nil ? nil : (session.township, week.requests[session.request].audience)
        } naming: { at in
            "\(week.townships[at.0].id) \(week.audiences[at.1])"
        }
    }

    private func checkVenue(_ held: HeldSession, _ log: inout ViolationLog) {
        let (id, request) = (held.session.request, week.requests[held.request])
        guard let number = held.venue else { return log.add(.H2, "\(id): no such venue \(held.session.venue)") }
        let venue = week.venues[number]
        if venue.township != held.township { log.add(.H2, "\(id): venue in another township") }
        if !request.venueKinds.isEmpty && !request.venueKinds.contains(venue.kind) {
            log.add(.H2, "\(id): venue kind \(venue.kind)")
        }
        if venue.capacity < request.attendance { log.add(.H2, "\(id): venue too small") }
        if !request.equipment.isSubset(of: venue.equipment) { log.add(.H2, "\(id): equipment missing") }
        if held.span.contains(where: { venue.closed[$0] }) { log.add(.H2, "\(id): venue closed") }
    }

    /// One breach for every place and slot that more than one session takes.
    private func checkAlone(
        _ rule: Rule, _ log: inout ViolationLog, of place: (HeldSession) -> (Int, Int)?,
        naming: ((Int, Int)) -> String
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
            let ids = (takers[at] ?? []).map { sessions[$0].session.request }.joined(separator: " ")
            log.add(rule, "\(naming((at.first, at.second))) \(week.calendar.name(of: at.slot)): \(ids)")
        }
    }
}
