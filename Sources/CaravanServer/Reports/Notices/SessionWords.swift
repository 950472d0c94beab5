import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// When and where a session is, in words for people in both languages: `Sat 24 May, 09:00–11:30`, `Town hall, Tonggou`.
struct SessionWords {
    private let week: Week
    private let before: Week

    /// What things are called is looked up in `week`, then in `before`, which may know what edits took away.
    init(_ week: Week, before: Week) { (self.week, self.before) = (week, before) }

    /// Title and id of a request, or the id alone.
    func request(_ id: String) -> Bilingual {
        let title = named("") { week in week.request(id).map { week.requests[$0].title } }
        return title.isEmpty ? id.bilingual : Join.bracketed(title, id)
    }

    /// Venue and township; the venue alone where its name holds the township's.
    func place(_ session: Session) -> Bilingual {
        let venue = named(session.venue) { week in week.venue(session.venue).map { week.venues[$0].name } }
        let township = named(session.township) { week in
            week.township(session.township).map { week.townships[$0].name }
        }
        return venue.contains(township) ? venue.bilingual : WeekPhrase.venueInTownship(venue, township)
    }

    /// A member's name, or its id.
    func member(_ id: String) -> String {
        named(id) { week in week.member(id).map { week.members[$0].name } }
    }

    /// Day, and the time from the first slot to the end of the last; the start as it is written where no week has it.
    func time(_ session: Session) -> Bilingual {
        for week in [week, before] {
            guard let start = week.calendar.instance(named: session.start) else { continue }
            let span = week.calendar.span(from: start, duration: duration(session.request)) ?? start..<start + 1
            let (begin, end) = (week.calendar.begin(of: start), week.calendar.end(of: span.upperBound - 1))
            let hours = "\(Self.clock(begin))–\(Self.clock(end))"
            let day = week.calendar.day(of: start)
            return DatePhrase.weekdayAndHours.bilingual.filled([
                "weekday": WeekdayName.allCases[day.weekday], "day": day.day, "month": MonthName(number: day.month),
                "hours": hours,
            ])
        }
        return session.start.bilingual
    }

    private func duration(_ request: String) -> Int {
        for week in [week, before] {
            if let number = week.request(request) { return week.requests[number].duration }
        }
        return 1
    }

    private func named(_ fallback: String, _ name: (Week) -> String?) -> String {
        for week in [week, before] {
            if let found = name(week), !found.isEmpty { return found }
        }
        return fallback
    }

    private static func clock(_ minutes: Int) -> String {
        let (hours, rest) = (String(minutes / 60), String(minutes % 60))
        return (hours.count < 2 ? "0" : "") + hours + ":" + (rest.count < 2 ? "0" : "") + rest
    }
}
