/// The times of a session: some consecutive slots of a date, the same on each of one or more consecutive dates (H1).
public struct SessionTime: Sendable, Equatable {
    /// The slot instances of its first date.
    public let first: Range<Int>
    /// Consecutive dates; a session of more than one is a stay.
    public let lasts: Int
    /// How many slots a date of the week has.
    let slotsPerDate: Int

    /// The slot instance in which it starts.
    public var start: Int { first.lowerBound }
    /// The slot instance after its last one.
    public var end: Int { first.upperBound + (lasts - 1) * slotsPerDate }
    /// The numbers of its dates.
    public var dates: Range<Int> {
        let date = start / slotsPerDate
        return date..<date + lasts
    }
    /// The slot instances that it takes, in time order.
    public var slots: [Int] { (0..<lasts).flatMap { date in first.map { $0 + date * slotsPerDate } } }

    /// The slot instances that it takes on one of its dates.
    public func slots(on date: Int) -> Range<Int> {
        let shift = (date - start / slotsPerDate) * slotsPerDate
        return first.lowerBound + shift..<first.upperBound + shift
    }

    /// The slot instances in which it holds a member of a pool on one of its dates: kits remain on the spot (H15).
    public func slots(holding pool: Pool, on date: Int) -> Range<Int> {
        guard pool == .kits else { return slots(on: date) }
        return (start..<end).clamped(to: date * slotsPerDate..<(date + 1) * slotsPerDate)
    }

    /// The slot instances between the first and the last that it does not take: those of nights and of the rest of its days.
    public var between: [Int] {
        let own = Set(slots)
        return (start..<end).filter { !own.contains($0) }
    }

    /// The numbers of the dates on which it makes a member of a pool travel: a kit comes once (H8).
    public func tripDates(of pool: Pool) -> Range<Int> { pool == .kits ? dates.prefix(1) : dates }

    /// Whether both take a slot instance.
    public func meets(_ other: SessionTime) -> Bool {
        let common = dates.clamped(to: other.dates)
        guard let date = common.first else { return false }
        return slots(on: date).overlaps(other.slots(on: date))
    }
}

extension SlotCalendar {
    /// The times of a request's session from a start, or nil if it would leave one of its dates or the week (H1).
    public func time(of request: Request, from start: Int) -> SessionTime? {
        guard let first = span(from: start, duration: request.duration),
            date(of: start) + request.lasts <= dates.count
        else { return nil }
        return SessionTime(first: first, lasts: request.lasts, slotsPerDate: slotsPerDate)
    }
}
