/// What members can still do on each date, a word for a member and date: crews are picked by looking at little else.
struct MemberDays: Sendable, Equatable {
    /// Set in a word where the member has a session on the date: then travel times count as well (H6).
    static let working: UInt32 = 1 << 16
    /// All slots of a date, of which there are at most twelve.
    private static let allSlots: UInt32 = 0xFFFF

    /// By date and member, so that the candidates of a placement lie close together. A bit a slot of the date,
    /// set where the member cannot work: it is away or busy, or its day or week is full (H5).
    private var words: [UInt32]
    /// The words of a week without sessions.
    private let idle: [UInt32]
    private let grid: Grid

    init(_ instance: Instance) {
        let grid = Grid(instance.tables.dateCount, by: instance.memberCount)
        var idle = [UInt32](repeating: 0, count: grid.count)
        for (member, it) in instance.week.members.enumerated() {
            if it.maxPerDay < 1 || it.maxPerWeek < 1 {
                for date in 0..<instance.tables.dateCount { idle[grid[date, member]] = Self.allSlots }
            }
            for slot in 0..<instance.tables.slotCount where it.away[slot] {
                let (date, bit) = slot.quotientAndRemainder(dividingBy: instance.tables.slotsPerDate)
                idle[grid[date, member]] |= 1 << UInt32(bit)
            }
        }
        (self.grid, self.idle) = (grid, idle)
        words = idle
    }

    /// The word of a member on a date.
    subscript(member: Int, date: Int) -> UInt32 { words[grid[date, member]] }

    /// Writes down what a member does on a date.
    mutating func set(_ member: Int, _ date: Int, busy: UInt32, isFull: Bool) {
        let at = grid[date, member]
        words[at] = idle[at] | busy | (isFull ? Self.allSlots : 0) | (busy == 0 ? 0 : Self.working)
    }

    /// The slots of a placement as bits of its date.
    static func bits(_ placement: Placement, slotsPerDate: Int) -> UInt32 {
        let first = Int(placement.start) - Int(placement.date) * slotsPerDate
        return ((1 << UInt32(placement.end - placement.start)) - 1) << UInt32(first)
    }
}
