import Foundation

/// Dates and times of day as people read them.
enum DateText {
    /// `5月24日 周六` or `Sat 24 May`, of a date `YYYY-MM-DD`.
    static func day(_ date: String, in language: ReportLanguage) -> String {
        guard let parts = parts(of: date) else { return date }
        let weekday = weekdays[parts.weekday - 1][language]
        return language == .chinese
            ? "\(parts.month)月\(parts.day)日 \(weekday)" : "\(weekday) \(parts.day) \(months[parts.month - 1])"
    }

    /// `2025年5月23日至31日` or `23–31 May 2025`, more where month or year differ.
    static func range(_ first: String, _ last: String, in language: ReportLanguage) -> String {
        guard let a = parts(of: first), let b = parts(of: last) else { return "\(first) – \(last)" }
        let (sameMonth, sameYear) = (a.year == b.year && a.month == b.month, a.year == b.year)
        guard first != last else { return whole(a, in: language) }
        if language == .chinese {
            let end = sameMonth ? "\(b.day)日" : sameYear ? "\(b.month)月\(b.day)日" : whole(b, in: language)
            return "\(whole(a, in: language))至\(end)"
        }
        let start = sameMonth ? "\(a.day)" : sameYear ? "\(a.day) \(months[a.month - 1])" : whole(a, in: language)
        return "\(start)–\(whole(b, in: language))"
    }

    /// `09:00` of minutes after midnight.
    static func clock(_ minutes: Int) -> String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

    /// `2025-05-20 08:30` in a time zone.
    static func stamp(_ moment: Date, in zone: TimeZone) -> String {
        let c = calendar(zone).dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        let date = "\(c.year ?? 0)-\(twoDigits(c.month ?? 0))-\(twoDigits(c.day ?? 0))"
        return "\(date) \(twoDigits(c.hour ?? 0)):\(twoDigits(c.minute ?? 0))"
    }

    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    /// The Gregorian calendar in UTC.
    static let gmt = calendar(.gmt)

    /// The Gregorian calendar in a time zone.
    static func calendar(_ zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    private struct Parts {
        let year: Int
        let month: Int
        let day: Int
        /// 1: Sunday.
        let weekday: Int
    }

    private static func parts(of date: String) -> Parts? {
        let numbers = date.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        let wanted = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
        guard let moment = gmt.date(from: wanted) else { return nil }
        return Parts(
            year: numbers[0], month: numbers[1], day: numbers[2],
            weekday: gmt.component(.weekday, from: moment))
    }

    private static func whole(_ parts: Parts, in language: ReportLanguage) -> String {
        language == .chinese
            ? "\(parts.year)年\(parts.month)月\(parts.day)日" : "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    private static let weekdays = [
        Bilingual("Sun", "周日"), Bilingual("Mon", "周一"), Bilingual("Tue", "周二"), Bilingual("Wed", "周三"),
        Bilingual("Thu", "周四"), Bilingual("Fri", "周五"), Bilingual("Sat", "周六"),
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ].map { String($0.prefix(3)) }
}
