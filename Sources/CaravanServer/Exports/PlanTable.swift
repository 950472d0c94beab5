import CaravanCore

/// A plan as a table, a line a session, with names and titles beside identifiers.
struct PlanTable {
    private static let header = [
        "date", "start", "end", "slot", "request", "title", "audience", "topic", "format", "township",
        "township_name", "county", "venue", "venue_name", "crew", "crew_names", "attendance",
    ]

    let week: Week

    /// The table of sessions as CSV text.
    func csv(_ sessions: [Session]) -> String {
        var writer = CSVWriter()
        writer.row(Self.header)
        for session in sessions { if let line = line(session) { writer.row(line) } }
        return writer.text
    }

    private func line(_ session: Session) -> [String]? {
        guard let number = week.request(session.request), let start = week.calendar.instance(named: session.start),
            let span = week.calendar.span(from: start, duration: week.requests[number].duration),
            let township = week.township(session.township).map({ week.townships[$0] })
        else { return nil }
        let request = week.requests[number]
        let venue = week.venue(session.venue).map { week.venues[$0].name } ?? ""
        let crew = session.crew.map { id in week.member(id).map { week.members[$0].name } ?? "" }
        let when = [
            week.calendar.dates[week.calendar.date(of: start)], clock(week.calendar.begin(of: start)),
            clock(week.calendar.end(of: span.upperBound - 1)), session.start,
        ]
        let what = [
            request.id, request.title, week.audiences[request.audience], week.topics[request.topic],
            week.formats[request.format],
        ]
        let place = [township.id, township.name, week.counties[township.county], session.venue, venue]
        let people = [
            session.crew.joined(separator: " "), crew.joined(separator: "; "), plainDecimal(request.attendance),
        ]
        return when + what + place + people
    }

    private func clock(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
}
