import CaravanCore

/// The rules that rule an option out.
struct RuleSet: OptionSet, Hashable {
    let rawValue: UInt16

    static let h1 = RuleSet(.H1)
    static let h2 = RuleSet(.H2)
    static let h3 = RuleSet(.H3)
    static let h4 = RuleSet(.H4)
    static let h5 = RuleSet(.H5)
    static let h6 = RuleSet(.H6)
    static let h7 = RuleSet(.H7)
    static let h8 = RuleSet(.H8)
    static let h9 = RuleSet(.H9)
    static let h10 = RuleSet(.H10)
    static let h11 = RuleSet(.H11)
    static let h12 = RuleSet(.H12)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ rule: Rule) { rawValue = Rule.allCases.firstIndex(of: rule).map { 1 << UInt16($0) } ?? 0 }

    init(_ rules: some Sequence<Rule>) { self = rules.reduce(into: []) { $0.insert(RuleSet($1)) } }

    /// How many rules these are.
    var count: Int { rawValue.nonzeroBitCount }
}

/// How many options each rule rules out.
struct RuleTally {
    private var counts = [Int](repeating: 0, count: Rule.allCases.count)

    mutating func add(_ rules: RuleSet, times: Int = 1) {
        var rest = rules.rawValue
        while rest != 0 {
            counts[rest.trailingZeroBitCount] += times
            rest &= rest - 1
        }
    }

    mutating func add(_ other: RuleTally) {
        for rule in counts.indices { counts[rule] += other.counts[rule] }
    }

    /// The rules that rule out anything, in their order.
    var rules: [(rule: String, ruledOut: Int)] {
        zip(Rule.allCases, counts).filter { $0.1 > 0 }.map { ($0.0.rawValue, $0.1) }
    }
}

extension RowTable {
    /// The rules that limit a sum of what sessions add: H10, and those of rows.
    var limitRules: RuleSet { RuleSet([.H10] + rules.list.map(\.rule)) }

    /// The rule that a group with a hard limit belongs to.
    func rule(of group: CoverageGroup) -> Rule { group.kind == .rowRule ? rules.list[group.rule].rule : .H10 }
}
