/// The sessions of a plan that count as held (H1).
struct HeldSessions {
    let week: Week
    private(set) var sessions: [HeldSession] = []
    /// All places of the sessions, each session's live one before its sites.
    private(set) var places: [HeldPlace] = []
    private var positions: [Int: Int] = [:]

    /// Those of the listed sessions that count; what H1 finds wrong goes to the log.
    init(_ listed: [Session], in week: Week, _ log: inout ViolationLog) {
        self.week = week
        for session in listed { add(session, &log) }
        places = sessions.flatMap { $0.places(in: week) }
    }

    /// The session of a request, nil where it is not held.
    func session(of request: Int) -> HeldSession? { positions[request].map { sessions[$0] } }

    private mutating func add(_ session: Session, _ log: inout ViolationLog) {
        let id = session.request
        guard let number = week.request(id) else { return log.add(.H1, .noRequest, of: [id]) }
        if positions[number] != nil { return log.add(.H1, .heldTwice, of: [id]) }
        guard let start = week.calendar.instance(named: session.start) else {
            return log.add(.H1, .noSlot(session.start), of: [id])
        }
        let request = week.requests[number]
        guard let time = week.calendar.time(of: request, from: start) else {
            return log.add(.H1, .pastDate, of: [id])
        }
        guard let township = week.township(session.township) else {
            return log.add(.H1, .noTownship(session.township), of: [id])
        }
        if !request.townships.contains(township) {
            log.add(.H1, .townshipNotAllowed(session.township), of: [id])
        }
        if !request.allows(time) { log.add(.H1, .slotNotAllowed, of: [id]) }
        positions[number] = sessions.count
        sessions.append(
            HeldSession(
                session: session, request: number, time: time, township: township,
                venue: week.venue(session.venue), crew: session.crew.compactMap(week.member),
                sites: week.edition == .second && request.relay != nil ? session.sites : []))
    }
}
