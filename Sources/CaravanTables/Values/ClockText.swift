/// Times of day as spreadsheets and people write them.
enum ClockText {
    /// Minutes after midnight, at most 1440, of `9:00`, `09:00:00`, `９：００`, `2:00 PM`, `下午2:00`, `14时30分`, `9点`,
    /// `9点半`; nil for anything else.
    static func minutes(_ text: String) -> Int? {
        var body = PlainText.narrowed(text).lowercased().filter { $0 != " " }
        var isAfternoon: Bool?
        for (word, afternoon) in [
            ("上午", false), ("早上", false), ("下午", true), ("晚上", true), ("a.m.", false), ("p.m.", true), ("am", false),
            ("pm", true),
        ] where isAfternoon == nil && (body.hasPrefix(word) || body.hasSuffix(word)) {
            body = body.hasPrefix(word) ? String(body.dropFirst(word.count)) : String(body.dropLast(word.count))
            isAfternoon = afternoon
        }
        if body.hasSuffix("点半") { body = body.dropLast(2) + ":30" }
        for word in ["时整", "点整", "时", "点"] { body = body.replacing(word, with: ":") }
        if body.hasSuffix("分") { body.removeLast() }
        if body.hasSuffix(":") { body += "00" }
        let parts = body.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), var hour = Int(parts[0]),
            let minute = Int(parts[1]), parts.count == 2 || parts[2] == "00" || parts[2] == "0"
        else { return nil }
        if isAfternoon == true, hour < 12 { hour += 12 }
        if isAfternoon == false, hour == 12 { hour = 0 }
        guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
        return hour * 60 + minute
    }

    /// `HH:MM`.
    static func text(minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
}
