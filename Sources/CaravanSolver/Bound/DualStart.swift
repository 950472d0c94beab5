import CaravanCore

/// What a finished ascent knows of a week, by names: the multipliers of every rule and how trips are split, so that the
/// ascent of an edited week can begin where this one ended. A bound holds at any multipliers, so nothing that an edit
/// changes makes it wrong; it only costs a few rounds to mend.
public struct DualStart: Sendable, Equatable {
    /// What a multiplier belongs to; the raw value is its number in the encoding.
    enum Rule: UInt8, Sendable, CaseIterable {
        /// H3: venue, slot.
        case venue
        /// H7: township, audience, slot.
        case audience
        /// H5: member, slot.
        case member
        /// H5: member, date.
        case day
        /// H5: member.
        case week
        /// H8: fund.
        case fund
        /// Targets: rule, values of the group.
        case target
        /// Caps: rule, values of the group.
        case cap
        /// H9: earlier request, later request, slot.
        case order
        /// H8: number of the cover cut.
        case cover
        /// A rule of rows: rule, row.
        case rowRule
    }

    /// One row, by names.
    struct Row: Sendable, Hashable {
        let rule: Rule
        var a: UInt32
        var b: UInt32 = 0
        var c: UInt32 = 0
    }

    /// A cover cut with what its proof rests on: the fund's limit, and the least that its requests charge.
    struct Cover: Sendable, Equatable {
        let fund: UInt32
        let limit: Double
        let most: Double
        let requests: [UInt32]
        let coefficients: [Double]
        let leastCharges: [Double]
    }

    /// A trip whose cost is split otherwise than evenly: its parts end at `end` in `Phase.parts`.
    struct Trip: Sendable, Equatable {
        let member: UInt32
        let township: UInt32
        let date: UInt32
        let each: Float
        let end: UInt32
    }

    /// A share of a trip's cost: of a slot of the date, or of a request.
    struct Part: Sendable, Equatable {
        let name: UInt32
        let isSlot: Bool
        let share: Float
    }

    /// Prices and trips of one phase of the ascent.
    struct Phase: Sendable, Equatable {
        /// Points per unit, by row.
        var prices: [Float] = []
        var trips: [Trip] = []
        var parts: [Part] = []
    }

    /// Every name that occurs, once.
    let names: [String]
    let rows: [Row]
    let covers: [Cover]
    /// Limits of funds priced.
    let priced: Phase
    /// Limits of funds kept as knapsacks; nil where the ascent did not come to that.
    let kept: Phase?

    init(names: [String], rows: [Row], covers: [Cover], priced: Phase, kept: Phase?) {
        self.names = names
        self.rows = rows
        self.covers = covers
        self.priced = priced
        self.kept = kept
    }
}

/// Numbers for names.
struct NameTable {
    private(set) var names: [String] = []
    private var numbers: [Name: UInt32] = [:]

    /// The number of a name.
    mutating func number(_ name: String) -> UInt32 {
        if let known = numbers[Name(name)] { return known }
        let number = UInt32(names.count)
        numbers[Name(name)] = number
        names.append(name)
        return number
    }
}

extension DualStart.Rule {
    init(_ kind: CoverageGroup.Kind) {
        switch kind {
        case .target: self = .target
        case .softCap, .hardCap: self = .cap
        case .rowRule: self = .rowRule
        }
    }
}
