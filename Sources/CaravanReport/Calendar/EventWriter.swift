import CaravanCore
import CaravanLanguage
import Foundation

/// Writes sessions as components VEVENT (RFC 5545, section 3.6.1).
struct EventWriter: Sendable {
    /// Identifier of the week.
    let week: String
    /// IANA name of its time zone.
    let zone: String
    let language: Language
    /// When the calendar is made.
    let stamp: Date
    /// Whether the plan was never published.
    let isDraft: Bool

    /// Writes the event of a session that is in the calendar or was; nothing for one that never was.
    func write(_ entry: SessionHistory.Entry, to lines: inout ContentLines) {
        guard let appearance = entry.appearance else { return }
        let (session, week) = (appearance.session, appearance.week)
        lines.component("VEVENT") { lines in
            lines.property("UID", "\(session.id)@\(self.week).caravan")
            lines.property("SEQUENCE", String(entry.sequence))
            lines.property("DTSTAMP", utc(stamp))
            lines.property("CREATED", utc(entry.created))
            lines.property("LAST-MODIFIED", utc(entry.changed))
            lines.property("DTSTART", ZoneObservances.local(session.date, minutes: session.begin), ["TZID": zone])
            lines.property("DTEND", ZoneObservances.local(session.date, minutes: session.end), ["TZID": zone])
            // A reader of PUBLISH and CANCEL expects an organizer; the reserved domain receives no mail (RFC 2606).
            lines.property("ORGANIZER", "mailto:\(self.week)@caravan.invalid", ["CN": week.displayTitle])
            lines.property("STATUS", !entry.isCurrent ? "CANCELLED" : isDraft ? "TENTATIVE" : "CONFIRMED")
            lines.property("TRANSP", entry.isCurrent ? "OPAQUE" : "TRANSPARENT")
            lines.text("SUMMARY", entry.isCurrent ? session.title : ReportText.cancelledTitle[language, session.title])
            lines.text("LOCATION", location(session, week))
            let town = week.townships[session.township]
            lines.property(
                "GEO", "\(fixedDecimal(town.latitude, places: 6));\(fixedDecimal(town.longitude, places: 6))")
            lines.texts("CATEGORIES", categories(session, week))
            lines.text("DESCRIPTION", description(session, week))
        }
    }

    private func utc(_ moment: Date) -> String { ZoneObservances.basic(moment) + "Z" }

    private func location(_ session: ScheduledSession, _ week: Week) -> String {
        let town = week.townships[session.township]
        let parts = [week.venueName(session.venue), week.townshipName(session.township), week.counties[town.county]]
        return parts.joined(separator: ListWord.comma[language])
    }

    private func categories(_ session: ScheduledSession, _ week: Week) -> [String] {
        let request = session.request
        return [week.audiences[request.audience], week.topics[request.topic], week.formats[request.format]]
            .map { KnownWord.name(of: $0, in: language) }
    }

    private func description(_ session: ScheduledSession, _ week: Week) -> String {
        let request = session.request
        let crew = session.crew.map(week.memberName).joined(separator: ListWord.comma[language])
        let parts: [(any Topic, String)] = [
            (Word.audience, KnownWord.name(of: week.audiences[request.audience], in: language)),
            (ReportText.peopleExpected, NumberText.grouped(request.attendance)),
            (ReportText.crew, crew.isEmpty ? Word.nothing[language] : crew),
            (Word.format, KnownWord.name(of: week.formats[request.format], in: language)),
            (Word.fund, week.fundName(request.fund)), (Word.request, session.id),
        ]
        return parts.map { Join.labelled[language, $0[language], $1] }.joined(separator: "\n")
    }
}
