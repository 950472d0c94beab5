extension HeldSessions {
    /// H7: nobody can be at two sessions at once, unless people come and go at one of them as they like.
    func checkCrowds(_ log: inout ViolationLog) {
        let shared = sharedSlots { place in
            let request = week.requests[place.request]
            if place.venue == nil || request.dropIn { return nil }
            return SharedSlot.Key(first: place.township, second: request.crowd)
        }
        for it in shared {
            let (township, crowd) = (week.townships[it.key.first].id, week.crowds[it.key.second])
            let slot = week.calendar.name(of: it.slot)
            log.add(
                .H7, .audienceTaken(crowd, township: township, slot: slot), of: it.places.map { places[$0].id })
        }
    }
}
