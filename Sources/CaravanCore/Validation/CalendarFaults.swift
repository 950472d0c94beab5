/// The slot instances and dates that a document announces, for looking up names that stand elsewhere in it.
///
/// A document whose number of dates or slots is at fault still has its references checked; so membership is decided from
/// the name itself, never by listing every instance.
struct AnnouncedCalendar {
    private var first: Int?
    private var days = 0
    private var slotNames: Set<Name> = []
    private var listed: Set<Name> = []

    /// Nothing is announced.
    init() {}

    /// `days` dates from a date on, each with these slots.
    init(first: CivilDate?, days: Int, slotNames: [String]) {
        self.first = first?.dayNumber
        self.days = days
        self.slotNames = slotNames.names
        guard let first, days <= 14, slotNames.count <= 12 else { return }
        let dates = (0..<days).map { first.adding(days: $0).text }
        listed = dates.flatMap { date in slotNames.map { "\(date).\($0)" } }.names
    }

    /// How many dates there are; 0 where none are announced.
    var dateCount: Int { first == nil ? 0 : days }

    /// Whether a text is one of the dates.
    func has(date text: some StringProtocol) -> Bool {
        guard let first, let date = CivilDate(String(text)) else { return false }
        return (first..<first + days).contains(date.dayNumber)
    }

    /// Whether a text is the name of a slot instance.
    func has(instance name: String) -> Bool {
        if listed.contains(Name(name)) { return true }
        guard let point = name.firstIndex(of: "."), has(date: name[..<point]) else { return false }
        return slotNames.contains(Name(String(name[name.index(after: point)...])))
    }
}

extension WeekInspection {
    /// `start` and `days`: the first date, and how many dates follow from it that can be written at all.
    mutating func dates() -> (first: CivilDate?, days: Int) {
        let start = inspector.value(document, "", "start", .name)?.string
        let days = inspector.number(document, "", "days", .count, in: 1...14)
        guard let start else { return (nil, 0) }
        guard let first = CivilDate(start) else {
            inspector.fault("start", .notDate(start))
            return (nil, 0)
        }
        // A number that is no number of the second edition says nothing of the other dates either.
        let isNumber = edition == .first || days ?? 0 <= DocumentInspector.largestNumber
        let wanted = Int(saturating: isNumber ? min(days ?? 0, 1e7) : 0)
        if first.dayNumber + wanted - 1 > CivilDate.last.dayNumber {
            inspector.fault("start", .notDate(start))
            return (nil, 0)
        }
        return (first, wanted)
    }

    /// `slots`: in time order, not overlapping; how many there are.
    mutating func slots() -> (names: [String], count: Int) {
        var names: [String] = []
        var last = -1
        let slots = inspector.things(document, "slots", atLeast: 1)
        for (path, slot) in slots {
            let begin = clock(slot, path, "start")
            let end = clock(slot, path, "end")
            if let begin, let end {
                if begin >= end { inspector.fault(path, .endsBeforeStart) }
                if begin < last { inspector.fault(path, .slotOrder) }
                last = end
            }
            if let name = slot["id"]?.string { names.append(name) }
        }
        if slots.count > 12 { inspector.fault("slots", .tooManySlots) }
        return (names, slots.count)
    }

    private mutating func clock(_ slot: JSONObject, _ path: String, _ key: String) -> Int? {
        guard let text = inspector.value(slot, path, key, .name)?.string else { return nil }
        guard let minutes = minutes(ofClock: text) else {
            inspector.fault("\(path).\(key)", .notClock(text))
            return nil
        }
        return minutes
    }
}

/// `HH:MM`, at most `24:00`, as minutes after midnight; nil for any other text.
func minutes(ofClock text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - Int(UInt8(ascii: "0")) }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard (hour < 24 && minute < 60) || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
}
