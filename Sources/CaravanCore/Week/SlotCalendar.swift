/// The dates and slots of a week, with slot instances numbered 0… in time order: instance = date × slots a date + slot.
public struct SlotCalendar: Sendable {
    /// One slot of every date.
    public struct Slot: Sendable {
        /// Identifier within a date, e.g. `am`.
        public let id: String
        /// Start, minutes after midnight.
        public let begin: Int
        /// End, minutes after midnight, at most 1440.
        public let end: Int
    }

    /// Dates, `YYYY-MM-DD`, consecutive.
    public let dates: [String]
    /// The slots of each date, in time order.
    public let slots: [Slot]
    private let numbers: [String: Int]

    init(start: CivilDate, days: Int, slots: [Slot]) {
        self.dates = (0..<days).map { start.adding(days: $0).text }
        self.slots = slots
        var numbers: [String: Int] = [:]
        for (d, date) in dates.enumerated() {
            for (s, slot) in slots.enumerated() { numbers["\(date).\(slot.id)"] = d * slots.count + s }
        }
        self.numbers = numbers
    }

    /// How many slots a date has.
    public var slotsPerDate: Int { slots.count }
    /// How many slot instances the week has.
    public var count: Int { dates.count * slots.count }
    /// The instance of a name such as `2025-05-24.am`, nil where the week has none.
    public func instance(named name: String) -> Int? { numbers[name] }
    /// The name of an instance, `DATE.slotId`.
    public func name(of instance: Int) -> String { "\(dates[date(of: instance)]).\(slots[instance % slots.count].id)" }
    /// The date's number of an instance.
    public func date(of instance: Int) -> Int { instance / slots.count }
    /// Start of an instance, minutes after its date's midnight.
    public func begin(of instance: Int) -> Int { slots[instance % slots.count].begin }
    /// End of an instance, minutes after its date's midnight.
    public func end(of instance: Int) -> Int { slots[instance % slots.count].end }

    /// The instances that a session of `duration` slots takes from a start, or nil if it would leave its date (H1).
    public func span(from start: Int, duration: Int) -> Range<Int>? {
        start % slots.count + duration > slots.count ? nil : start..<start + duration
    }
}

/// A date of the proleptic Gregorian calendar, years 1 to 9999.
struct CivilDate: Sendable, Equatable {
    let year: Int
    let month: Int
    let day: Int

    /// Reads `YYYY-MM-DD`; nil where that is no date.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        guard year >= 1, (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// 1970-01-01.
    static let epoch = CivilDate(year: 1970, month: 1, day: 1)

    /// `YYYY-MM-DD`.
    var text: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The date `days` later; a few weeks at most.
    func adding(days: Int) -> CivilDate {
        var next = self
        for _ in 0..<days { next = next.tomorrow }
        return next
    }

    private var tomorrow: CivilDate {
        if day < Self.days(in: month, of: year) { return CivilDate(year: year, month: month, day: day + 1) }
        return month < 12
            ? CivilDate(year: year, month: month + 1, day: 1) : CivilDate(year: year + 1, month: 1, day: 1)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
