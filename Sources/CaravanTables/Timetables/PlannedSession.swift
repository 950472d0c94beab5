import CaravanCore

/// A session of a plan with everything that it names looked up in the week.
struct PlannedSession {
    let session: Session
    let request: Request
    let date: CivilDate
    /// Minutes after midnight.
    let begin: Int
    let end: Int
    let township: Int
    /// Nil where the plan names a venue that the week has not.
    let venue: Int?
    /// Members that the week has, in the order of the plan.
    let crew: [Int]
    private let instance: Int

    /// Nil for a session that names a request, start or township that the week has not.
    init?(_ session: Session, in week: Week) {
        guard let number = week.request(session.request), let start = week.calendar.instance(named: session.start),
            let span = week.calendar.span(from: start, duration: week.requests[number].duration),
            let township = week.township(session.township),
            let date = CivilDate(week.calendar.dates[week.calendar.date(of: start)])
        else { return nil }
        self.session = session
        self.township = township
        self.date = date
        request = week.requests[number]
        begin = week.calendar.begin(of: start)
        end = week.calendar.end(of: span.upperBound - 1)
        venue = week.venue(session.venue)
        crew = session.crew.compactMap(week.member)
        instance = start
    }

    /// The sessions of a plan in the order of time.
    static func all(of plan: Plan, in week: Week) -> [PlannedSession] {
        plan.sessions.compactMap { PlannedSession($0, in: week) }.enumerated()
            .sorted { ($0.element.instance, $0.offset) < ($1.element.instance, $1.offset) }.map(\.element)
    }
}
