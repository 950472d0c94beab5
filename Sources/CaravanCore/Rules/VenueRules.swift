extension HeldSessions {
    /// H2 and H3.
    func checkVenues(_ log: inout ViolationLog) {
        for place in places { checkVenue(of: place, &log) }
        checkRooms(&log)
    }

    private func checkVenue(of place: HeldPlace, _ log: inout ViolationLog) {
        let (id, demand) = (place.id, place.demand)
        guard let number = place.venue else { return log.add(.H2, .noVenue(place.venueName), of: [id]) }
        let venue = week.venues[number]
        if venue.township != place.township { log.add(.H2, .venueElsewhere, of: [id]) }
        if !demand.venueKinds.isEmpty && !demand.venueKinds.contains(venue.kind) {
            log.add(.H2, .venueKind(venue.kind), of: [id])
        }
        if venue.capacity < demand.attendance { log.add(.H2, .venueTooSmall, of: [id]) }
        if !demand.equipment.isSubset(of: venue.equipment) { log.add(.H2, .equipmentMissing, of: [id]) }
        if place.time.slots.contains(where: { venue.closed[$0] }) { log.add(.H2, .venueClosed, of: [id]) }
    }

    /// H3: a venue holds as many sessions as it can at once, and all their people.
    private func checkRooms(_ log: inout ViolationLog) {
        for shared in sharedSlots(of: { place in place.venue.map { SharedSlot.Key(first: $0, second: 0) } }) {
            let venue = week.venues[shared.key.first]
            let people = shared.places.reduce(0) { $0 + places[$1].demand.attendance }
            if shared.places.count <= venue.parallel && people <= venue.capacity { continue }
            let slot = week.calendar.name(of: shared.slot)
            log.add(.H3, .venueTaken(venue.id, slot: slot), of: shared.places.map { places[$0].id })
        }
    }
}
