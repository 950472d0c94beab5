import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// When and where a session is, in words for people in both languages: `Sat 24 May, 09:00–11:30`, `Town hall, Tonggou`.
struct SessionWords {
    private let week: Week
    private let before: Week
    private let names: DisplayNames

    /// What things are called is looked up in `week`, then in `before`, which may know what edits took away.
    init(_ week: Week, before: Week) {
        (self.week, self.before) = (week, before)
        names = DisplayNames(week, before)
    }

    /// Title and id of a request, or the id alone.
    func request(_ id: String) -> Bilingual {
        names.title(id).map { Join.bracketed($0, id) } ?? Verbatim(id).bilingual
    }

    /// Venue and township; the venue alone where its name holds the township's.
    func place(_ session: Session) -> Bilingual {
        let (venue, township) = (names.venue(session.venue), names.township(session.township))
        return venue.contains(township) ? Verbatim(venue).bilingual : WeekPhrase.venueInTownship(venue, township)
    }

    /// A member's name, or its id.
    func member(_ id: String) -> String { names.member(id) }

    /// Day, and the time from the first slot to the end of the last; the start as it is written where no week has it.
    func time(_ session: Session) -> Bilingual {
        for week in [week, before] {
            guard let start = week.calendar.instance(named: session.start) else { continue }
            let span = week.calendar.span(from: start, duration: duration(session.request)) ?? start..<start + 1
            let (begin, end) = (week.calendar.begin(of: start), week.calendar.end(of: span.upperBound - 1))
            return DateText.dayAndHours(week.calendar.day(of: start), from: begin, to: end)
        }
        return Verbatim(session.start).bilingual
    }

    private func duration(_ request: String) -> Int {
        for week in [week, before] {
            if let number = week.request(request) { return week.requests[number].duration }
        }
        return 1
    }
}
