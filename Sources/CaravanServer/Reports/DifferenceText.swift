import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// One line for people about a request whose session differs between two plans, in both languages, e.g.
/// `r0123 Blueberry training: 2025-05-24.am → 2025-05-25.am, same venue, Li replaced by Wang`.
struct DifferenceText {
    private let week: Week
    private let names: DisplayNames

    /// What things are called is looked up in `week`, then in `before`, which may know what edits took away.
    init(_ week: Week, before: Week) { (self.week, names) = (week, DisplayNames(week, before)) }

    /// The line; one of the two sessions is there.
    func line(_ request: String, from was: Session?, to now: Session?) -> Bilingual {
        let subject = [request, names.title(request)].compactMap { $0 }.joined(separator: " ")
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
        let what = told(session.start, names.venue(session.venue))
        let crew = session.crew.map(names.member)
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
            ? DifferenceSentence.sameVenue.bilingual : Join.change(names.venue(was.venue), names.venue(now.venue))
    }

    /// Nothing is said of a session that has no crew before and after.
    private func crew(_ was: Session, _ now: Session) -> Bilingual? {
        let gone = was.crew.filter { !now.crew.contains($0) }.map(names.member)
        let new = now.crew.filter { !was.crew.contains($0) }.map(names.member)
        let (left, came) = (gone.listed(.and), new.listed(.and))
        switch (gone.isEmpty, new.isEmpty) {
        case (true, true): return now.crew.isEmpty ? nil : DifferenceSentence.sameCrew.bilingual
        case (false, true): return DifferenceSentence.crewLeft(left)
        case (true, false): return DifferenceSentence.crewJoined(came)
        case (false, false): return DifferenceSentence.crewReplaced(left, came)
        }
    }
}
