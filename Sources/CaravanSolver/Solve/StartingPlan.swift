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
        let first = known.filter { instance.kept[$0.request] != nil }
        let rest = known.filter { instance.kept[$0.request] == nil }
        // Twice: a session that waits for another one may come before it in the list.
        for (request, it) in first + rest + rest where !schedule.isHeld(request) {
            if schedule.allows(it) { schedule.restore(it.placement, venue: it.venue, crew: it.crew) }
        }
        sessions = schedule.assignments
    }
}

extension Instance {
    /// A session of a plan document by numbers, nil where no placement, venue and crew of this instance are like it.
    func assignment(_ session: Session) -> Assignment? {
        guard let request = week.request(session.request), let start = week.calendar.instance(named: session.start),
            let township = week.township(session.township), let venue = week.venue(session.venue),
            let index = ofRequest[request].first(where: {
                Int(placements[$0].start) == start && Int(placements[$0].township) == township
            }),
            venues(placements[index]).contains(where: { Int(venueCandidates[$0].venue) == venue })
        else { return nil }
        let members = session.crew.compactMap { week.member($0).map(Int32.init) }
        guard members.count == session.crew.count, let crew = seat(members, at: placements[index]) else { return nil }
        return Assignment(placement: index, venue: venue, crew: crew)
    }

    /// Puts the members of a crew in the order of the places they fill (H4), nil where they do not.
    private func seat(_ crew: [Int32], at placement: Placement) -> [Int32]? {
        let counts = needCounts[Int(placement.request)]
        guard crew.count == counts.reduce(0, +), Set(crew).count == crew.count else { return nil }
        var offers: [CrewPicker.Offer] = []
        var ends: [Int] = []
        for need in counts.indices {
            for at in candidates(placement, need: need) where crew.contains(memberCandidates[at].member) {
                offers.append(CrewPicker.Offer(member: memberCandidates[at].member, score: 0, points: 0, km: 0))
            }
            ends.append(offers.count)
        }
        var assignment = PlaceAssignment()
        guard assignment.solve(offers: offers, needEnds: ends, counts: counts) else { return nil }
        return assignment.chosen.map { offers[$0].member }
    }
}

extension Schedule {
    /// A schedule that holds these sessions, which keep all rules together.
    init(_ instance: Instance, holding assignments: [Assignment]) {
        self.init(instance)
        for it in assignments { restore(it.placement, venue: it.venue, crew: it.crew) }
    }

    /// Whether a session keeps every rule beside those in place.
    func allows(_ it: Assignment) -> Bool {
        let placement = instance.placements[it.placement]
        let request = Int(placement.request)
        guard let window = InsertionFinder.window(request, in: self), window.lowerBound <= Int(placement.start),
            window.upperBound >= Int(placement.end), InsertionFinder.audienceIsFree(placement, in: self),
            InsertionFinder.coverageDelta(placement, in: self) != nil,
            (placement.start..<placement.end).allSatisfy({ venueAt[it.venue * instance.slotCount + Int($0)] < 0 }),
            it.crew.allSatisfy({ isAvailable(Int($0), placement) })
        else { return false }
        let fees = it.crew.reduce(0) { $0 + instance.fee[Int($1)] }
        let trips = it.crew.reduce(0) { $0 + tripKm(Int($1), placement) } * instance.kmYuan
        let charge = instance.requestYuan[request] + instance.venueYuan[it.venue] + fees
        return InsertionFinder.affordable(charge, instance.fund[request], trips, in: self)
    }
}
