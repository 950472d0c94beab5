import CaravanCore

/// Collects the coverage groups that placements touch. Groups that nothing can touch become part of a constant, so a
/// rule over millions of combinations costs nothing.
struct GroupTable {
    private(set) var groups: [CoverageGroup] = []
    private(set) var hits: [GroupHit] = []
    /// Points of targets' groups that nothing touches; those of the touched ones are left out here.
    private(set) var constant: Double
    /// Rules of rows, and the names of their rows.
    let rowRules: RowRules
    private(set) var names: [String] = []
    private let week: Week
    private let rules: [Entry]
    private var numbers: [[Int: Int32]]
    /// By rule of rows and name of the row.
    private var named: [[String: Int32]]

    private struct Entry {
        let rule: CoverageRule
        let index: Int
        let isTarget: Bool
    }

    init(week: Week, rowRules: RowRules) {
        (self.week, self.rowRules) = (week, rowRules)
        named = Array(repeating: [:], count: rowRules.list.count)
        rules =
            week.targets.enumerated().map { Entry(rule: $1, index: $0, isTarget: true) }
            + week.caps.enumerated().map { Entry(rule: $1, index: $0, isTarget: false) }
        numbers = [[Int: Int32]](repeating: [:], count: rules.count)
        constant = week.targets.reduce(0) { $0 + $1.emptyShortfall }
    }

    /// Appends what a session adds to its groups; returns the range in `hits`.
    mutating func append(request: Int, township: Int, start: Int) -> Range<Int32> {
        let first = Int32(hits.count)
        for position in rules.indices {
            let rule = rules[position].rule
            let amount = rule.amount(of: week.requests[request])
            guard amount > 0, let number = week.group(of: rule, request: request, township: township, start: start)
            else { continue }
            if let group = self.group(number, of: position) { hits.append(GroupHit(group: group, amount: amount)) }
        }
        for (number, rule) in rowRules.list.enumerated() {
            for use in rule.uses(of: request, in: township, from: start, week: week) where use.amount > 0 {
                hits.append(GroupHit(group: group(use.row, of: number), amount: use.amount))
            }
        }
        return first..<Int32(hits.count)
    }

    private mutating func group(_ row: String, of rule: Int) -> Int32 {
        if let known = named[rule][row] { return known }
        let limit = rowRules.list[rule].limit(of: row, week: week)
        groups.append(
            CoverageGroup(kind: .rowRule, rule: rule, number: names.count, threshold: limit, weight: 0))
        names.append(row)
        named[rule][row] = Int32(groups.count - 1)
        return Int32(groups.count - 1)
    }

    /// The compact number of a rule's group; nil where it can never cost anything.
    private mutating func group(_ number: Int, of position: Int) -> Int32? {
        if let known = numbers[position][number] { return known }
        let entry = rules[position]
        let weight = entry.rule.weight(of: number)
        let kind: CoverageGroup.Kind = entry.isTarget ? .target : weight == nil ? .hardCap : .softCap
        if kind != .hardCap && weight == 0 || kind == .target && entry.rule.threshold <= 0 { return nil }
        let threshold = kind == .hardCap ? HardLimit.most(within: entry.rule.threshold) : entry.rule.threshold
        let group = CoverageGroup(
            kind: kind, rule: entry.index, number: number, threshold: threshold, weight: weight ?? 0)
        if entry.isTarget { constant -= group.points(at: 0) }
        groups.append(group)
        numbers[position][number] = Int32(groups.count - 1)
        return Int32(groups.count - 1)
    }
}
