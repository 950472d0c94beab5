/// Times of day as spreadsheets and people write them.
enum ClockText {
    /// Minutes after midnight, at most 1440, of `9:00`, `09:00:00`, `９：００`, `2:00 PM`, `9 am`, `下午2:00`, `14时30分`, `9点`,
    /// `9点半`, `晚上12点`; nil for anything else, and for what may mean two times, such as `上午12点`.
    static func minutes(_ text: String) -> Int? {
        let narrow = PlainText.narrowed(text).lowercased()
        guard narrow.utf8.count <= 40, narrow.firstMatch(of: /[0-9] +[0-9]/) == nil else { return nil }
        var body = narrow.filter { $0 != " " }
        let part = parts.first { body.hasPrefix($0.word) || body.hasSuffix($0.word) }
        if let part {
            body = String(
                body.hasPrefix(part.word) ? body.dropFirst(part.word.count) : body.dropLast(part.word.count))
        }
        guard let (hour, minute) = clock(body, isHourEnough: part?.isLatin ?? false) else { return nil }
        guard let part else { return hour == 24 && minute > 0 ? nil : hour * 60 + minute }
        guard let hours = part.hours(hour), hours < 24 || minute == 0 else { return nil }
        return hours * 60 + minute
    }

    /// Hour and minute of `9:00`, `9:00:00`, `9点`, `9点半`, `9时30分`.
    private static func clock(_ text: String, isHourEnough: Bool) -> (hour: Int, minute: Int)? {
        let pattern = /([0-9]{1,2})(?::([0-9]{1,2})(?::0{1,2})?|[点时](?:([0-9]{1,2})分?|(半)|(整))?)?/
        guard let match = text.wholeMatch(of: pattern), let hour = Int(match.1) else { return nil }
        if match.1.count == text.count, !isHourEnough { return nil }
        let minute = match.4 != nil ? 30 : (match.2 ?? match.3).flatMap { Int($0) } ?? 0
        return hour <= 24 && minute < 60 ? (hour, minute) : nil
    }

    /// A part of the day, and which of its 24 hours an hour of twelve is.
    private struct Part {
        let word: String
        var isLatin = false
        let hours: @Sendable (Int) -> Int?
    }

    private static let parts: [Part] =
        ["a.m.", "am"].map { word in Part(word: word, isLatin: true) { $0 == 12 ? 0 : $0 < 12 ? $0 : nil } }
        + ["p.m.", "pm"].map { word in
            Part(word: word, isLatin: true) { $0 == 12 ? 12 : (1..<12).contains($0) ? $0 + 12 : afternoon($0) }
        }
        + ["上午", "早上", "早晨", "清晨"].map { word in Part(word: word) { $0 < 12 ? $0 : nil } }
        + ["凌晨"].map { word in Part(word: word) { $0 == 12 ? 0 : $0 <= 6 ? $0 : nil } }
        + ["中午", "正午"].map { word in
            Part(word: word) { (11...14).contains($0) ? $0 : (1...2).contains($0) ? $0 + 12 : nil }
        }
        + ["下午", "傍晚"].map { word in
            Part(word: word) { $0 == 12 ? 12 : (1..<12).contains($0) ? $0 + 12 : afternoon($0) }
        }
        + ["晚上", "夜里", "夜间", "夜晚", "深夜", "半夜", "午夜"].map { word in
            Part(word: word) { $0 == 12 ? 24 : (5..<12).contains($0) ? $0 + 12 : $0 >= 17 ? $0 : nil }
        }

    /// An hour of the day that says itself that it is one of the afternoon.
    private static func afternoon(_ hour: Int) -> Int? { (13..<24).contains(hour) ? hour : nil }

    /// `HH:MM`.
    static func text(minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
}
