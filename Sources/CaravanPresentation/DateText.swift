import CaravanCore
import CaravanLanguage
import Foundation

/// Dates and times of day as people read them.
public enum DateText {
    /// `5月24日 周六` or `Sat 24 May`, of a date `YYYY-MM-DD`.
    public static func day(_ date: String, in language: Language) -> String {
        guard let parts = CivilDate(date) else { return date }
        return DatePhrase.weekdayAndDay.of(parts)[language]
    }

    /// `2025-05-24 Sat`: for tables that are sorted and compared.
    public static func dayInOrder(_ date: String, in language: Language) -> String {
        guard let parts = CivilDate(date) else { return date }
        return "\(date) \(parts.weekdayName[language])"
    }

    /// `2025年5月23日至31日` or `23–31 May 2025`, more where month or year differ.
    public static func range(_ first: String, _ last: String, in language: Language) -> String {
        guard let a = CivilDate(first), let b = CivilDate(last) else { return "\(first) – \(last)" }
        let (sameMonth, sameYear) = (a.year == b.year && a.month == b.month, a.year == b.year)
        guard first != last else { return DatePhrase.dayOfYear.of(a)[language] }
        let short: DatePhrase = sameMonth ? .day : sameYear ? .dayOfMonth : .dayOfYear
        // English writes month and year once at the end, Chinese once at the beginning.
        let (start, end) = language == .chinese ? (DatePhrase.dayOfYear, short) : (short, .dayOfYear)
        return DatePhrase.range[language, start.of(a), end.of(b)]
    }

    /// `Sat 24 May, 09:00–11:30` of a session, in both languages: minutes after midnight from and to.
    public static func dayAndHours(_ date: CivilDate, from begin: Int, to end: Int) -> Bilingual {
        DatePhrase.weekdayAndHours.of(date, hours: hours(from: begin, to: end))
    }

    /// `09:00–11:30` of minutes after midnight.
    public static func hours(from begin: Int, to end: Int) -> String { "\(clock(begin))–\(clock(end))" }

    /// `09:00` of minutes after midnight.
    public static func clock(_ minutes: Int) -> String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

    /// `2025-05-20 08:30` in a time zone.
    public static func stamp(_ moment: Date, in zone: TimeZone) -> String {
        let c = calendar(zone).dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        let date = "\(c.year ?? 0)-\(twoDigits(c.month ?? 0))-\(twoDigits(c.day ?? 0))"
        return "\(date) \(twoDigits(c.hour ?? 0)):\(twoDigits(c.minute ?? 0))"
    }

    /// A number below 100 with both its digits.
    public static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    /// The Gregorian calendar in a time zone.
    public static func calendar(_ zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}

extension CivilDate {
    /// The name of its day of the week.
    public var weekdayName: WeekdayName { WeekdayName.allCases[weekday] }
}

extension DatePhrase {
    /// A date in words, and hours where the phrase has them.
    fileprivate func of(_ date: CivilDate, hours: String = "") -> Bilingual {
        bilingual.filled([
            "day": date.day, "month": MonthName(number: date.month), "year": date.year, "weekday": date.weekdayName,
            "hours": hours,
        ])
    }
}
