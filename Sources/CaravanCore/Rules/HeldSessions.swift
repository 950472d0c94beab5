/// A session of a plan whose request, slots and township exist.
struct HeldSession {
    let session: Session
    let request: Int
    let span: Range<Int>
    let township: Int
    /// Nil where the week has no such venue: then the session counts as held, but takes and charges nothing.
    let venue: Int?
    /// The members that exist, in the order listed, repeats included.
    let crew: [Int]
}

/// The sessions of a plan that count as held (H1).
struct HeldSessions {
    let week: Week
    private(set) var sessions: [HeldSession] = []
    private var positions: [Int: Int] = [:]

    /// Those of the listed sessions that count; what H1 finds wrong goes to the log.
    init(_ listed: [Session], in week: Week, _ log: inout ViolationLog) {
        self.week = week
        for session in listed { add(session, &log) }
    }

    /// The session of a request, nil where it is not held.
    func session(of request: Int) -> HeldSession? { positions[request].map { sessions[$0] } }

    private mutating func add(_ session: Session, _ log: inout ViolationLog) {
        let id = session.request
        guard let request = week.request(id) else { return log.add(.H1, .noRequest, of: [id]) }
        if positions[request] != nil { return log.add(.H1, .heldTwice, of: [id]) }
        guard let start = week.calendar.instance(named: session.start) else {
            return log.add(.H1, .noSlot(session.start), of: [id])
        }
        guard let span = week.calendar.span(from: start, duration: week.requests[request].duration) else {
            return log.add(.H1, .pastDate, of: [id])
        }
        guard let township = week.township(session.township) else {
            return log.add(.H1, .noTownship(session.township), of: [id])
        }
        if !week.requests[request].townships.contains(township) {
            log.add(.H1, .townshipNotAllowed(session.township), of: [id])
        }
        if !week.requests[request].allows(span) { log.add(.H1, .slotNotAllowed, of: [id]) }
        positions[request] = sessions.count
        sessions.append(
            HeldSession(
                session: session, request: request, span: span, township: township,
                venue: week.venue(session.venue), crew: session.crew.compactMap(week.member)))
    }
}
