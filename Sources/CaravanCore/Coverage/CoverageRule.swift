/// A target or a cap: a demand on every group of sessions.
///
/// Groups are numbered 0… by mixed radix over the allowed values of the `per` keys, first key most significant, so that
/// the group of a session is found without a table however many groups there are.
public struct CoverageRule: Sendable {
    /// Identifier.
    public let id: String
    /// Grouping keys; none: the whole week is one group.
    public let per: [GroupingKey]
    /// What is counted.
    public let measure: Measure
    /// `atLeast` of a target, `atMost` of a cap; sessions or people.
    public let threshold: Double
    /// Points per unit of shortfall or excess; nil: a hard cap (H10).
    public let weight: Double?
    /// Whether the weight is multiplied by the thousands of people concerned (targets).
    public let scaled: Bool
    /// Whether what earlier weeks held counts too.
    public let memory: Bool
    /// How many groups there are.
    public let groupCount: Int
    /// Sessions or people that earlier weeks add to a group, each week's by its weight; groups that they add nothing to are
    /// left out, and so are all without `memory`.
    public let remembered: [Int: Double]

    /// For each key that matters, the position of each of its values among the allowed ones, -1 where not allowed.
    let filters: [(key: GroupingKey, position: [Int])]
    /// For each key of `per`, its allowed values.
    let values: [[Int]]
    /// Thousands of people for `scaled` groups: by township, then by audience (one column if `per` has no audience).
    let thousands: [[Double]]
}

extension CoverageRule {
    /// Whether the rule tells values of a key apart, or leaves some of them out.
    public func regards(_ key: GroupingKey) -> Bool { filters.contains { $0.key == key } }

    /// What one session of a request counts in this rule, on one date.
    public func amount(of request: Request) -> Double {
        measure == .sessions ? 1 : request.attendance
    }

    /// Sessions or people that may still be added to a group under a hard cap (H10): earlier weeks forbid no plan by themselves.
    public func allowance(of group: Int) -> Double { max(0, threshold - (remembered[group] ?? 0)) }

    /// Sessions or people that a group lacks for the threshold, where the plan has an amount in it.
    func shortfall(of group: Int, with amount: Double) -> Double {
        max(0, threshold - (remembered[group] ?? 0) - amount)
    }

    /// Sessions or people that a group has above the threshold, where the plan has an amount in it.
    func excess(of group: Int, with amount: Double) -> Double {
        max(0, (remembered[group] ?? 0) + amount - threshold)
    }

    /// The numbers that a group stands for, one value a key of `per` (as in the week's lists).
    public func values(of group: Int) -> [Int] {
        var rest = group
        var out = [Int](repeating: 0, count: per.count)
        for key in per.indices.reversed() {
            out[key] = values[key][rest % values[key].count]
            rest /= values[key].count
        }
        return out
    }

    /// Points per unit for a group, the scale included; nil: hard.
    public func weight(of group: Int) -> Double? {
        guard let weight else { return nil }
        guard scaled, let town = per.firstIndex(of: .township) else { return weight }
        let at = values(of: group)
        let column = per.firstIndex(of: .audience).map { at[$0] } ?? 0
        return weight * thousands[at[town]][column]
    }

    /// Points of a target if nothing at all is held: every group lacks `atLeast`, less what earlier weeks held.
    public var emptyShortfall: Double {
        remembered.keys.sorted().reduce(forgetfulShortfall) { points, group in
            points - (weight(of: group) ?? 0) * min(threshold, remembered[group] ?? 0)
        }
    }

    /// The same as if there had been no earlier weeks.
    private var forgetfulShortfall: Double {
        guard let weight, groupCount > 0 else { return 0 }
        guard scaled, let town = per.firstIndex(of: .township) else { return weight * threshold * Double(groupCount) }
        let audience = per.firstIndex(of: .audience)
        var people = 0.0
        for t in values[town] {
            people += audience.map { values[$0].reduce(0) { $0 + thousands[t][$1] } } ?? thousands[t][0]
        }
        let share = values[town].count * (audience.map { values[$0].count } ?? 1)
        return weight * threshold * people * Double(groupCount / share)
    }
}

extension Week {
    /// How many values a grouping key has in this week.
    public func valueCount(of key: GroupingKey) -> Int {
        switch key {
        case .township: townships.count
        case .county: counties.count
        case .date: calendar.dates.count
        case .audience: audiences.count
        case .topic: topics.count
        case .format: formats.count
        case .fund: funds.count
        case .department: departments.count
        }
    }

    /// The name of a value of a grouping key: an identifier, a date or a text.
    public func valueName(of key: GroupingKey, _ value: Int) -> String {
        switch key {
        case .township: townships[value].id
        case .county: counties[value]
        case .date: calendar.dates[value]
        case .audience: audiences[value]
        case .topic: topics[value]
        case .format: formats[value]
        case .fund: funds[value].id
        case .department: departments[value].id
        }
    }

    /// The value of a grouping key for a session of a request, or a site of it, in a township on the date of a slot instance; nil
    /// where it has none.
    public func value(of key: GroupingKey, request: Int, township: Int, start: Int) -> Int? {
        switch key {
        case .township: township
        case .county: townships[township].county
        case .date: calendar.date(of: start)
        case .audience: requests[request].audience
        case .topic: requests[request].topic
        case .format: requests[request].format
        case .fund: requests[request].fund
        case .department: requests[request].department
        }
    }

    /// The group in which a session counts, nil where the rule's `where` leaves it out.
    public func group(of rule: CoverageRule, request: Int, township: Int, start: Int) -> Int? {
        var group = 0
        for (order, filter) in rule.filters.enumerated() {
            guard let value = value(of: filter.key, request: request, township: township, start: start) else {
                return nil
            }
            let position = filter.position[value]
            if position < 0 { return nil }
            if order < rule.per.count { group = group * rule.values[order].count + position }
        }
        return group
    }

    /// The names of a group's values in the order of `per`.
    public func names(of group: Int, in rule: CoverageRule) -> [String] {
        zip(rule.per, rule.values(of: group)).map { valueName(of: $0, $1) }
    }
}
