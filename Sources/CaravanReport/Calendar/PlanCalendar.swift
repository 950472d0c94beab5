import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation

/// A plan as iCalendar text (RFC 5545), for one member, venue, township or fund, or for the whole week.
///
/// A session has the same UID in every version, and a SEQUENCE that counts its changes over the published versions, so
/// that a phone which reads a later version updates what it has (RFC 5546, section 3.2). What left the calendar since an
/// earlier published version stands in it as cancelled.
public struct PlanCalendar: Sendable {
    private let current: PublishedPlan
    private let zone: TimeZone
    private let name: String
    private let writer: EventWriter
    private let entries: [SessionHistory.Entry]

    /// - Parameters:
    ///   - current: The version that is told.
    ///   - published: Every publication of the week, the first one first. Those up to the last one of `current` count; all
    ///     of them where it was never published. Unless it is the last one its events are tentative.
    ///   - standing: How it stands against the present week: events of sessions that no longer stand are tentative.
    ///   - changedAt: When the week was changed last.
    ///   - subject: Whose calendar it is; nil: the whole week.
    ///   - language: Language of the labels.
    ///   - stamp: When the calendar is made.
    /// - Throws: `CalendarError`.
    public init(
        _ current: PublishedPlan, published: [PublishedPlan], for subject: Party?, standing: PlanStanding = .sound,
        changedAt: Date = .distantPast, language: Language, stamp: Date
    ) throws(CalendarError) {
        let week = current.week
        guard let zone = TimeZone(ofWeek: week.timezone) else {
            throw .unknownZone(week.timezone, week: week.id)
        }
        let last = published.lastIndex { $0.version == current.version }
        let plans = last.map { Array(published[...$0]) } ?? (published + [current])
        self.current = current
        name = subject?.name(in: week) ?? week.displayTitle
        self.zone = zone
        writer = EventWriter(
            week: week.id, zone: week.timezone, language: language, stamp: stamp,
            isDraft: published.last?.version != current.version,
            fallen: standing.fallen, fallenAt: changedAt)
        entries = SessionHistory(plans, for: subject).entries.values.sorted { Self.order($0) < Self.order($1) }
    }

    /// Every session, those that left since an earlier published version as cancelled; method PUBLISH.
    public var text: String { text(method: "PUBLISH", entries) }

    /// Only what left since an earlier published version; method CANCEL.
    public var cancellations: String { text(method: "CANCEL", entries.filter { !$0.isCurrent }) }

    private static func order(_ entry: SessionHistory.Entry) -> (String, Int, String) {
        guard let session = entry.appearance?.session else { return ("", 0, "") }
        return (session.date, session.begin, session.id)
    }

    private func text(method: String, _ entries: [SessionHistory.Entry]) -> String {
        var lines = ContentLines()
        let dates = entries.compactMap { $0.appearance?.session.date } + current.week.calendar.dates
        lines.component("VCALENDAR") { lines in
            lines.property("VERSION", "2.0")
            lines.property("PRODID", "-//Caravan//Science week//EN")
            lines.property("CALSCALE", "GREGORIAN")
            lines.property("METHOD", method)
            lines.text("NAME", name)
            lines.text("X-WR-CALNAME", name)
            lines.text("X-WR-TIMEZONE", current.week.timezone)
            ZoneObservances(zone, from: dates.min() ?? "", to: dates.max() ?? "")
                .write(to: &lines, as: current.week.timezone)
            for entry in entries { writer.write(entry, to: &lines) }
        }
        return lines.text
    }
}
