/// Which sessions stand in a schedule, without what they occupy: cheap to keep when the search finds a better plan.
struct Snapshot: Sendable {
    let placed: [Int32]
    let venue: [Int32]
    let crew: [Int32]
    /// Points; see `Schedule.objective`.
    let objective: Double
    /// Requests that must be held and are not.
    let missing: Int

    init(_ schedule: borrowing Schedule) {
        placed = schedule.placed
        venue = schedule.venue
        crew = schedule.crew
        objective = schedule.objective
        missing = schedule.missing
    }
}

extension Schedule {
    /// The plan of a snapshot, built anew, so that rounding of sums cannot pile up.
    init(_ instance: Instance, _ snapshot: Snapshot) {
        self.init(instance)
        for request in snapshot.placed.indices where snapshot.placed[request] >= 0 {
            let places = instance.tables.crewStarts[request]..<instance.tables.crewStarts[request + 1]
            restore(Int(snapshot.placed[request]), venue: Int(snapshot.venue[request]), crew: snapshot.crew[places])
        }
    }
}
