import CaravanCore

/// Which placements are enumerated where a few requests are held against a plan: all of theirs and of those they wait
/// for, and of every other request just where it is in the plan.
struct PlacementFocus {
    /// Start and township of a session.
    struct Place: Hashable {
        let start: Int
        let township: Int
    }

    /// Requests that get all their placements.
    let whole: Set<Int>
    /// Where the plan holds each request.
    private let sessions: [Int: Set<Place>]

    init(on requests: Set<Int>, in plan: Plan, of week: Week) {
        var whole = requests
        var pending = Array(requests)
        while let request = pending.popLast() {
            for before in week.requests[request].after where whole.insert(before).inserted { pending.append(before) }
        }
        self.whole = whole
        var sessions: [Int: Set<Place>] = [:]
        for session in plan.sessions {
            guard let request = week.request(session.request), let township = week.township(session.township),
                let start = week.calendar.instance(named: session.start)
            else { continue }
            sessions[request, default: []].insert(Place(start: start, township: township))
        }
        self.sessions = sessions
    }

    /// Where the plan holds a request, in order of time; more than one only in an unsound plan.
    func places(of request: Int) -> [Place] {
        (sessions[request] ?? []).sorted { ($0.start, $0.township) < ($1.start, $1.township) }
    }
}
