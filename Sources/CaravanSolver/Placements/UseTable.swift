/// What choices take of rows, in slices of flat arrays: one for each placement, and one for each venue and each member in each
/// span of slots, shared by all candidates that are alike in this. Money and trips stand beside: every choice has its own yuan, and a trip
/// is shared by those who take it.
struct UseTable: Sendable {
    private(set) var rows: [Int32] = []
    private(set) var amounts: [Double] = []
    private var starts: [Int32] = [0]

    /// The uses of a slice, as a range of `rows` and `amounts`.
    subscript(slice: Int32) -> Range<Int> { Int(starts[Int(slice)])..<Int(starts[Int(slice) + 1]) }

    var sliceCount: Int { starts.count - 1 }

    /// Adds a use to the slice that is being written; no row may come twice in it.
    fileprivate mutating func add(_ row: Int, _ amount: Double = 1) {
        if amount == 0 { return }
        rows.append(Int32(row))
        amounts.append(amount)
    }

    /// Ends the slice that is being written.
    /// - Returns: Its number.
    fileprivate mutating func close() -> Int32 {
        starts.append(Int32(rows.count))
        return Int32(starts.count - 2)
    }
}

/// Writes down what each choice takes: here, and nowhere else, is said which rows a session needs.
struct UseWriter {
    private(set) var table = UseTable()
    private let sections: RowSections
    private let slotsPerDate: Int
    private var venues: SpanNumbers
    private var members: SpanNumbers

    /// - Parameters:
    ///   - longest: Slots that a session may take at most.
    init(_ sections: RowSections, slotsPerDate: Int, longest: Int) {
        self.sections = sections
        self.slotsPerDate = slotsPerDate
        venues = SpanNumbers(sections.venueSlots, longest: longest)
        members = SpanNumbers(sections.memberSlots, longest: longest)
    }

    /// A placement takes the slots of its crowd (H7), and counts in coverage groups (targets, caps, H10).
    /// - Returns: The slice.
    mutating func placement(
        crowd: Int, _ span: Range<Int>, hits: ArraySlice<GroupHit>, of groups: [CoverageGroup]
    ) -> Int32 {
        for hit in hits { table.add(sections.group(Int(hit.group)), groups[Int(hit.group)].use(of: hit.amount)) }
        for slot in span { table.add(sections.crowdSlots[crowd, slot]) }
        return table.close()
    }

    /// A venue is taken for its slots (H3).
    mutating func venue(_ venue: Int, _ span: Range<Int>) -> Int32 {
        if let known = venues[venue, span] { return known }
        for slot in span { table.add(sections.venueSlots[venue, slot]) }
        venues[venue, span] = table.close()
        return Int32(table.sliceCount - 1)
    }

    /// A member takes part in one session more of the week and of the date, and for its slots (H5).
    mutating func member(_ member: Int, _ span: Range<Int>) -> Int32 {
        if let known = members[member, span] { return known }
        table.add(sections.week(member))
        table.add(sections.memberDates[member, span.lowerBound / slotsPerDate])
        for slot in span { table.add(sections.memberSlots[member, slot]) }
        members[member, span] = table.close()
        return Int32(table.sliceCount - 1)
    }
}

/// Numbers for spans of slots of each line of a grid.
private struct SpanNumbers {
    private let grid: Grid
    private let longest: Int
    private var numbers: [Int32]

    init(_ grid: Grid, longest: Int) {
        self.grid = grid.moved(to: 0)
        self.longest = longest
        numbers = Array(repeating: -1, count: grid.count * longest)
    }

    subscript(line: Int, span: Range<Int>) -> Int32? {
        get {
            let number = numbers[grid[line, span.lowerBound] * longest + span.count - 1]
            return number < 0 ? nil : number
        }
        set { numbers[grid[line, span.lowerBound] * longest + span.count - 1] = newValue ?? -1 }
    }
}

extension Instance {
    /// What a placement in a venue takes of each row, the yuan of its fund included.
    /// - Parameter venue: Position in `venueCandidates`.
    @inline(__always)
    func forEachUse(ofPlacement it: Placement, venue: Int, _ take: (_ row: Int, _ amount: Double) -> Void) {
        let candidate = venueCandidates[venue]
        for at in uses[it.uses] { take(Int(uses.rows[at]), uses.amounts[at]) }
        for at in uses[candidate.uses] { take(Int(uses.rows[at]), uses.amounts[at]) }
        take(rows.sections.fund(tables.fund[Int(it.request)]), candidate.yuan)
    }

    /// What a member that a session takes uses of each row, its fee included, its trip not.
    /// - Parameter member: Position in `memberCandidates`.
    @inline(__always)
    func forEachUse(ofMember member: Int, _ it: Placement, _ take: (_ row: Int, _ amount: Double) -> Void) {
        let candidate = memberCandidates[member]
        for at in uses[candidate.uses] { take(Int(uses.rows[at]), uses.amounts[at]) }
        take(rows.sections.fund(tables.fund[Int(it.request)]), tables.fee[Int(candidate.member)])
    }
}
