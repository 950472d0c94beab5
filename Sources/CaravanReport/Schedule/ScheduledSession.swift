import CaravanCore
import CaravanPresentation

/// A session of a plan with what it refers to, looked up in the week.
struct ScheduledSession: Sendable {
    /// Identifier of the request.
    let id: String
    /// The request.
    let request: Request
    /// Title for people, the identifier where it has none.
    let title: String
    /// The slot instances it takes.
    let span: Range<Int>
    /// Date, `YYYY-MM-DD`.
    let date: String
    /// Start, minutes after midnight.
    let begin: Int
    /// End, minutes after midnight, at most 1440.
    let end: Int
    /// Number of the township.
    let township: Int
    /// Number of the venue.
    let venue: Int
    /// Numbers of the members, in the order of the plan.
    let crew: [Int]

    /// Nil where the session names what the week has not.
    init?(_ session: Session, in week: Week) {
        guard let number = week.request(session.request), let start = week.calendar.instance(named: session.start),
            let span = week.calendar.span(from: start, duration: week.requests[number].duration),
            let township = week.township(session.township), let venue = week.venue(session.venue)
        else { return nil }
        request = week.requests[number]
        id = request.id
        title = request.displayTitle
        self.span = span
        date = week.calendar.dates[week.calendar.date(of: start)]
        begin = week.calendar.begin(of: start)
        end = week.calendar.end(of: span.upperBound - 1)
        self.township = township
        self.venue = venue
        crew = session.crew.compactMap(week.member)
    }
}

extension Week {
    /// The sessions of a plan that the week can look up, by start and then by request id.
    func scheduled(_ plan: Plan) -> [ScheduledSession] {
        plan.sessions.compactMap { ScheduledSession($0, in: self) }
            .sorted { ($0.span.lowerBound, $0.id) < ($1.span.lowerBound, $1.id) }
    }
}
