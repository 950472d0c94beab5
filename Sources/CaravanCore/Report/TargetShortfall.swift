/// A target's shortfalls added up by the values of one of its grouping keys.
///
/// Groups without a session are never gone through: what they fall short of is reckoned from how many they are.
struct TargetShortfall {
    /// Missing sessions or people by value.
    private(set) var units: [Double]
    /// Points by value.
    private(set) var points: [Double]

    private let rule: CoverageRule
    private let place: Int

    /// Nil where the key is not one of the target's.
    init?(_ tally: CoverageTally, by key: GroupingKey, _ week: Week) {
        guard let place = tally.rule.per.firstIndex(of: key) else { return nil }
        rule = tally.rule
        self.place = place
        units = [Double](repeating: 0, count: week.valueCount(of: key))
        points = units
        guard rule.groupCount > 0 else { return }
        empty(of: key)
        let (unitsEmpty, pointsEmpty) = (units, points)
        for group in Set(tally.measured.keys).union(rule.remembered.keys) {
            let value = rule.values(of: group)[place]
            let met = rule.threshold - tally.shortfall(of: group)
            units[value] -= met
            points[value] -= (rule.weight(of: group) ?? 0) * met
        }
        units = zip(units, unitsEmpty).map(Self.rounded)
        points = zip(points, pointsEmpty).map(Self.rounded)
    }

    /// What is left of a difference; 0 where only the rounding error is.
    private static func rounded(_ left: Double, of whole: Double) -> Double { left > 1e-9 * whole ? left : 0 }

    /// The shortfalls if nothing is held.
    private mutating func empty(of key: GroupingKey) {
        let groups = Double(rule.groupCount / rule.values[place].count)
        for value in rule.values[place] {
            units[value] = rule.threshold * groups
            points[value] = (rule.weight ?? 0) * rule.threshold * groups
        }
        guard rule.scaled, let town = rule.per.firstIndex(of: .township) else { return }
        let audience = rule.per.firstIndex(of: .audience)
        let columns = audience.map { rule.values[$0] } ?? [0]
        var thousands = [Double](repeating: 0, count: points.count)
        var all = 0.0
        for t in rule.values[town] {
            for a in columns {
                let people = rule.thousands[t][a]
                all += people
                if key == .township { thousands[t] += people }
                if key == .audience { thousands[a] += people }
            }
        }
        let pairs = Double(rule.values[town].count * columns.count)
        let total = Double(rule.groupCount)
        for value in rule.values[place] {
            let inValue = key == .township || key == .audience
            let people = inValue ? thousands[value] * (total / pairs) : all * (groups / pairs)
            points[value] = (rule.weight ?? 0) * rule.threshold * people
        }
    }
}

extension CoverageGrouping {
    /// The key by whose values the shortfalls of a target belong to the rows; nil where they belong to none.
    func key(in rule: CoverageRule) -> GroupingKey? {
        switch self {
        case .township: .township
        case .county: rule.per.contains(.county) ? .county : .township
        case .audience: .audience
        case .fund: .fund
        case .member, .venue: nil
        }
    }
}
