import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation

/// Writes sessions as components VEVENT (RFC 5545, section 3.6.1).
struct EventWriter: Sendable {
    /// Identifier of the week.
    let week: String
    /// Name of the time zone that the calendar defines.
    let zone: String
    let language: Language
    /// When the calendar is made.
    let stamp: Date
    /// Whether the plan is not the one that is published.
    let isDraft: Bool
    /// Sessions that no longer stand, by request, and when the week was changed so.
    let fallen: Set<String>
    let fallenAt: Date

    /// Writes the event of a session that is in the calendar or was; nothing for one that never was.
    func write(_ entry: SessionHistory.Entry, to lines: inout ContentLines) {
        guard let appearance = entry.appearance else { return }
        let (session, week) = (appearance.session, appearance.week)
        let content = EventContent(session, week, language)
        let isFallen = entry.isCurrent && fallen.contains(session.id)
        lines.component("VEVENT") { lines in
            lines.property("UID", "\(session.id)@\(self.week).caravan")
            lines.property("SEQUENCE", String(entry.sequence))
            lines.property("DTSTAMP", utc(stamp))
            lines.property("CREATED", utc(entry.created))
            lines.property("LAST-MODIFIED", utc(isFallen ? max(entry.changed, fallenAt) : entry.changed))
            content.writeTimes(in: zone, to: &lines)
            // A reader of PUBLISH and CANCEL expects an organizer; the reserved domain receives no mail (RFC 2606).
            lines.property("ORGANIZER", "mailto:\(self.week)@caravan.invalid", ["CN": week.displayTitle])
            lines.property(
                "STATUS", !entry.isCurrent ? "CANCELLED" : isDraft || isFallen ? "TENTATIVE" : "CONFIRMED")
            lines.property("TRANSP", entry.isCurrent ? "OPAQUE" : "TRANSPARENT")
            lines.text("SUMMARY", entry.isCurrent ? session.title : ReportText.cancelledTitle[language, session.title])
            content.writePlace(to: &lines)
            content.writeDescription(to: &lines, remark: isFallen ? ReportText.fallenSession[language] : nil)
        }
    }

    private func utc(_ moment: Date) -> String { ZoneObservances.basic(moment) + "Z" }
}
