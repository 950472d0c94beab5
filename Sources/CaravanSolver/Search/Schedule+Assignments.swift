extension Schedule {
    /// A schedule that holds these sessions, which keep all rules together.
    init(_ instance: Instance, holding assignments: [Assignment]) {
        self.init(instance)
        for it in assignments { restore(it.placement, venue: it.venue, crew: it.crew) }
    }

    /// A schedule of a reduced instance in the numbers of the instance that it was cut from.
    init(_ instance: Instance, translating other: Schedule) {
        let sessions = other.assignments.map { other.instance.session($0) }
        self.init(instance, holding: sessions.compactMap { instance.assignment($0) })
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
