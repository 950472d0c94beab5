import CaravanCore

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
        let counts = tables.needCounts[Int(placement.request)]
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
