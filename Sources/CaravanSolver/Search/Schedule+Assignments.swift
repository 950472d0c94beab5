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
}
