import CaravanCore
import CaravanPresentation
import Foundation

extension TimeZone {
    /// The zone that a week names; nil for what is no name of the IANA database. Foundation by itself also takes
    /// abbreviations, of which it makes the zones of North America.
    init?(ofWeek name: String) {
        guard TimeZoneName.isKnown(name) else { return nil }
        self.init(identifier: name)
    }
}

/// The component VTIMEZONE of a time zone around a week (RFC 5545, section 3.6.5), out of the zone's own transitions.
struct ZoneObservances {
    /// An offset that holds from an onset on.
    struct Observance: Equatable {
        /// Local time of the onset by the offset before it, `YYYYMMDDTHHMMSS`.
        let onset: String
        /// Seconds east of UTC before.
        let from: Int
        /// Seconds east of UTC from then on.
        let to: Int
        /// Abbreviation such as `CST`.
        let name: String
        /// Whether it is daylight saving time.
        let isDaylight: Bool
    }

    let zone: TimeZone
    let observances: [Observance]

    /// Days before the week from which transitions are told: a year and some, so that the one in force is among them.
    private static let daysBefore = 400
    /// Days after its last date.
    private static let daysAfter = 40
    /// More transitions than any zone has in that time.
    private static let mostTransitions = 32

    /// - Parameters:
    ///   - zone: The zone.
    ///   - first: The first date, `YYYY-MM-DD`.
    ///   - last: The last date.
    init(_ zone: TimeZone, from first: String, to last: String) {
        self.zone = zone
        let day = 86_400.0
        let begin = Self.midnight(first).addingTimeInterval(-Double(Self.daysBefore) * day)
        let end = Self.midnight(last).addingTimeInterval(Double(Self.daysAfter) * day)
        var found = [Self.observance(zone, at: begin, from: zone.secondsFromGMT(for: begin))]
        var moment = begin
        for _ in 0..<Self.mostTransitions {
            guard let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment else {
                break
            }
            let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
            found.append(Self.observance(zone, at: next, from: before))
            moment = next
        }
        observances = found
    }

    /// Writes the component under the name by which events refer to it. Foundation has names of its own for some zones.
    func write(to lines: inout ContentLines, as name: String) {
        lines.component("VTIMEZONE") { lines in
            lines.property("TZID", name)
            for observance in observances {
                lines.component(observance.isDaylight ? "DAYLIGHT" : "STANDARD") { lines in
                    lines.property("DTSTART", observance.onset)
                    lines.property("TZOFFSETFROM", Self.offset(observance.from))
                    lines.property("TZOFFSETTO", Self.offset(observance.to))
                    lines.text("TZNAME", observance.name)
                }
            }
        }
    }

    private static func observance(_ zone: TimeZone, at moment: Date, from before: Int) -> Observance {
        let offset = zone.secondsFromGMT(for: moment)
        let isDaylight = zone.isDaylightSavingTime(for: moment)
        return Observance(
            onset: basic(moment.addingTimeInterval(Double(before))), from: before, to: offset,
            name: zone.abbreviation(for: moment) ?? Self.offset(offset), isDaylight: isDaylight)
    }

    private static let gmt = DateText.calendar(.gmt)

    private static func midnight(_ date: String) -> Date {
        let numbers = date.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3 else { return Date(timeIntervalSince1970: 0) }
        let wanted = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
        return gmt.date(from: wanted) ?? Date(timeIntervalSince1970: 0)
    }

    /// `YYYYMMDDTHHMMSS` of a moment in UTC.
    static func basic(_ moment: Date) -> String {
        let c = gmt.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
        let year = String(c.year ?? 0)
        let pairs = [c.month, c.day].map { DateText.twoDigits($0 ?? 0) }.joined()
        let time = [c.hour, c.minute, c.second].map { DateText.twoDigits($0 ?? 0) }.joined()
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + pairs + "T" + time
    }

    /// Local time of a date `YYYY-MM-DD` and minutes after its midnight; 1440 is the next date's midnight.
    static func local(_ date: String, minutes: Int) -> String {
        basic(midnight(date).addingTimeInterval(Double(minutes) * 60))
    }

    private static func offset(_ seconds: Int) -> String {
        let size = seconds.magnitude
        let rest = size % 60 == 0 ? "" : DateText.twoDigits(Int(size % 60))
        let hours = DateText.twoDigits(Int(size / 3600))
        return (seconds < 0 ? "-" : "+") + hours + DateText.twoDigits(Int(size / 60 % 60)) + rest
    }
}
