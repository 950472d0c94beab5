import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// One line for people about a request whose session differs between two plans, in both languages, e.g.
/// `r0123 Blueberry training: 2025-05-24.am → 2025-05-25.am, same venue, Li replaced by Wang`.
struct DifferenceText {
    private let week: Week
    private let before: Week

    /// What things are called is looked up in `week`, then in `before`, which may know what edits took away.
    init(_ week: Week, before: Week) { (self.week, self.before) = (week, before) }

    /// The line; one of the two sessions is there.
    func line(_ request: String, from was: Session?, to now: Session?) -> Bilingual {
        let subject = [request, title(request)].filter { !$0.isEmpty }.joined(separator: " ")
        let said: Bilingual =
            switch (was, now) {
            case (let was?, let now?): change(was, now)
            case (nil, let now?): described(now, .added)
            case (let was?, nil): described(was, week.request(request) == nil ? .withdrawn : .dropped)
            case (nil, nil): Word.unserved.bilingual
            }
        return Join.labelled(subject, said)
    }

    private func described(_ session: Session, _ told: DifferenceSentence) -> Bilingual {
        let what = told(session.start, venue(session.venue))
        let crew = session.crew.map(member)
        return crew.isEmpty ? what : DifferenceSentence.withCrew(what, crew.listed())
    }

    private func change(_ was: Session, _ now: Session) -> Bilingual {
        [start(was, now), place(was, now), crew(was, now)].compactMap { $0 }.listed(.clause)
    }

    private func start(_ was: Session, _ now: Session) -> Bilingual {
        was.start == now.start ? DifferenceSentence.startKept(now.start) : Join.change(was.start, now.start)
    }

    private func place(_ was: Session, _ now: Session) -> Bilingual {
        was.venue == now.venue
            ? DifferenceSentence.sameVenue.bilingual : Join.change(venue(was.venue), venue(now.venue))
    }

    /// Nothing is said of a session that has no crew before and after.
    private func crew(_ was: Session, _ now: Session) -> Bilingual? {
        let gone = was.crew.filter { !now.crew.contains($0) }.map(member)
        let new = now.crew.filter { !was.crew.contains($0) }.map(member)
        let (left, came) = (gone.listed(.and), new.listed(.and))
        switch (gone.isEmpty, new.isEmpty) {
        case (true, true): return now.crew.isEmpty ? nil : DifferenceSentence.sameCrew.bilingual
        case (false, true): return DifferenceSentence.crewLeft(left)
        case (true, false): return DifferenceSentence.crewJoined(came)
        case (false, false): return DifferenceSentence.crewReplaced(left, came)
        }
    }

    private func title(_ id: String) -> String {
        named("") { week in week.request(id).map { week.requests[$0].title } }
    }

    private func venue(_ id: String) -> String {
        named(id) { week in week.venue(id).map { week.venues[$0].name } }
    }

    private func member(_ id: String) -> String {
        named(id) { week in week.member(id).map { week.members[$0].name } }
    }

    private func named(_ fallback: String, _ name: (Week) -> String?) -> String {
        let found = name(week) ?? name(before) ?? ""
        return found.isEmpty ? fallback : found
    }
}
