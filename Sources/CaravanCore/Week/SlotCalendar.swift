/// The dates and slots of a week, with slot instances numbered 0… in time order: instance = date × slots a date + slot.
public struct SlotCalendar: Sendable {
    /// One slot of every date.
    public struct Slot: Sendable, Equatable {
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
    private let numbers: [Name: Int]

    init(start: CivilDate, days: Int, slots: [Slot]) {
        self.dates = (0..<days).map { start.adding(days: $0).text }
        self.slots = slots
        var numbers: [Name: Int] = [:]
        for (d, date) in dates.enumerated() {
            for (s, slot) in slots.enumerated() { numbers[Name("\(date).\(slot.id)")] = d * slots.count + s }
        }
        self.numbers = numbers
    }

    /// How many slots a date has.
    public var slotsPerDate: Int { slots.count }
    /// How many slot instances the week has.
    public var count: Int { dates.count * slots.count }
    /// The instance of a name such as `2025-05-24.am`, nil where the week has none.
    public func instance(named name: String) -> Int? { numbers[Name(name)] }
    /// The name of an instance, `DATE.slotId`.
    public func name(of instance: Int) -> String { "\(dates[date(of: instance)]).\(slots[instance % slots.count].id)" }
    /// The date's number of an instance.
    public func date(of instance: Int) -> Int { instance / slots.count }
    /// Start of an instance, minutes after its date's midnight.
    public func begin(of instance: Int) -> Int { slots[instance % slots.count].begin }
    /// End of an instance, minutes after its date's midnight.
    public func end(of instance: Int) -> Int { slots[instance % slots.count].end }

    /// The day of an instance.
    public func day(of instance: Int) -> CivilDate { CivilDate(dates[date(of: instance)]) ?? .epoch }

    /// The instances that a session of `duration` slots takes from a start, or nil if it would leave its date (H1).
    public func span(from start: Int, duration: Int) -> Range<Int>? {
        start % slots.count + duration > slots.count ? nil : start..<start + duration
    }
}
