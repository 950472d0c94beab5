import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// What an event says of a session: when, where, what, who and for whom. Whatever of it differs from the version published
/// before is a change that programs have to be told of (RFC 5545, section 3.8.7.4).
struct EventContent {
    private let session: ScheduledSession
    private let week: Week
    private let language: Language

    init(_ session: ScheduledSession, _ week: Week, _ language: Language) {
        self.session = session
        self.week = week
        self.language = language
    }

    /// All of it, to be compared with another one in the same language.
    var text: String {
        var lines = ContentLines()
        writeTimes(in: week.timezone, to: &lines)
        lines.text("SUMMARY", session.title)
        writePlace(to: &lines)
        writeDescription(to: &lines)
        return lines.text
    }

    /// - Parameter zone: the zone that the calendar defines; of a session that left it, its week may have had another.
    func writeTimes(in zone: String, to lines: inout ContentLines) {
        let zone: KeyValuePairs = ["TZID": zone]
        lines.property("DTSTART", ZoneObservances.local(session.date, minutes: session.begin), zone)
        lines.property("DTEND", ZoneObservances.local(session.date, minutes: session.end), zone)
    }

    func writePlace(to lines: inout ContentLines) {
        let town = week.townships[session.township]
        let parts = [week.venueName(session.venue), week.townshipName(session.township), week.counties[town.county]]
        lines.text("LOCATION", parts.joined(separator: ListWord.comma[language]))
        lines.property("GEO", "\(fixedDecimal(town.latitude, places: 6));\(fixedDecimal(town.longitude, places: 6))")
    }

    /// - Parameter remark: what is to be known before all else; nil: nothing.
    func writeDescription(to lines: inout ContentLines, remark: String? = nil) {
        let request = session.request
        let categories = [week.audiences[request.audience], week.topics[request.topic], week.formats[request.format]]
        lines.texts("CATEGORIES", categories.map { KnownWord.name(of: $0, in: language) })
        // In the order of the week: another order in the plan is no change.
        let crew = session.crew.sorted().map(week.memberName).joined(separator: ListWord.comma[language])
        let parts: [(any Topic, String)] = [
            (Word.audience, KnownWord.name(of: week.audiences[request.audience], in: language)),
            (ReportText.peopleExpected, NumberText.grouped(request.attendance)),
            (ReportText.crew, crew.isEmpty ? Word.nothing[language] : crew),
            (Word.format, KnownWord.name(of: week.formats[request.format], in: language)),
            (Word.fund, week.fundName(request.fund)), (Word.request, session.id),
        ]
        let said = parts.map { Join.labelled[language, $0[language], $1] }
        lines.text("DESCRIPTION", ((remark.map { [$0] } ?? []) + said).joined(separator: "\n"))
    }
}
