/// What was done to a schedule since a mark, so that it can be undone: far cheaper than copying schedules.
struct Journal: Sendable {
    private struct Step {
        let request: Int32
        /// Placement and venue before a removal; -1: the step was an insertion.
        let placement: Int32
        let venue: Int32
        let crewEnd: Int32
    }
    private var steps: [Step] = []
    private var crews: [Int32] = []

    init() {
        steps.reserveCapacity(256)
        crews.reserveCapacity(1024)
    }

    /// Forgets what was done: it stays.
    mutating func commit() {
        steps.removeAll(keepingCapacity: true)
        crews.removeAll(keepingCapacity: true)
    }

    /// Takes out a session, after those that wait for it (H9).
    mutating func remove(_ request: Int, from schedule: inout Schedule) {
        for later in schedule.instance.tables.successors[request] where schedule.isHeld(later) {
            remove(later, from: &schedule)
        }
        for place in schedule.places(of: request) { crews.append(schedule.crew[place]) }
        steps.append(
            Step(
                request: Int32(request), placement: schedule.placed[request], venue: schedule.venue[request],
                crewEnd: Int32(crews.count)))
        schedule.remove(request)
    }

    /// Puts in a session that `InsertionFinder` found.
    mutating func insert(_ insertion: Insertion, crew: [Int32], into schedule: inout Schedule) {
        let instance = schedule.instance
        let room = instance.venueCandidates[insertion.venueCandidate]
        schedule.insert(insertion.placement, venue: Int(room.venue), venuePoints: room.points, crew: crew)
        steps.append(
            Step(
                request: instance.placements[insertion.placement].request, placement: -1, venue: -1,
                crewEnd: Int32(crews.count)))
    }

    /// How much was done since the last commit; a place to roll back to.
    var mark: Int { steps.count }

    /// Undoes what was done since a mark, everything since the last commit unless one is given.
    mutating func rollBack(_ schedule: inout Schedule, to mark: Int = 0) {
        while steps.count > mark, let step = steps.popLast() {
            let request = Int(step.request)
            if step.placement < 0 {
                schedule.remove(request)
                continue
            }
            let crewStart = Int(step.crewEnd) - schedule.places(of: request).count
            schedule.restore(
                Int(step.placement), venue: Int(step.venue), crew: crews[crewStart..<Int(step.crewEnd)])
        }
        let kept = steps.last.map { Int($0.crewEnd) } ?? 0
        crews.removeLast(crews.count - kept)
    }

    /// The requests taken out since the last commit, in order, appended to a list.
    func removed(into list: inout [Int32]) {
        for step in steps where step.placement >= 0 { list.append(step.request) }
    }
}
