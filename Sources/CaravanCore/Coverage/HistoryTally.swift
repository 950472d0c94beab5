/// Adds up what earlier weeks held in the groups of rules with `memory` (domain, section 1).
///
/// An entry of the history knows texts, and some that the week has no request of; so clauses are compared by text.
struct HistoryTally {
    private let history: [Remembrance]
    private let townships: [Township]
    /// For each key the names of its values, those that make no group too.
    private let names: [GroupingKey: [Name]]
    /// For each key the number of each of its values.
    private let numbers: [GroupingKey: [Name: Int]]

    /// - Parameter names: For each key the names of its values.
    init(history: [Remembrance], townships: [Township], names: [GroupingKey: [String]]) {
        self.history = history
        self.townships = townships
        self.names = history.isEmpty ? [:] : names.mapValues { $0.map { Name($0) } }
        numbers = self.names.mapValues { names in
            Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        }
    }

    /// What the history adds to each group of a rule.
    /// - Parameters:
    ///   - measure: What the rule counts.
    ///   - clauses: Its `where`.
    ///   - per: For each of its grouping keys the position of each value among the allowed ones, -1 where not allowed, and how
    ///     many are allowed.
    func groups(
        by measure: Measure, where clauses: JSON?, per: [(key: GroupingKey, position: [Int], count: Int)]
    ) -> [Int: Double] {
        let allowed = (clauses?.object?.fields ?? []).compactMap { field in
            GroupingKey(rawValue: field.key).map { ($0, (field.value.array ?? []).compactMap(\.string).names) }
        }
        var groups: [Int: Double] = [:]
        for past in history {
            for entry in past.held {
                guard allowed.allSatisfy({ key, names in name(of: key, entry).map(names.contains) ?? false }),
                    let group = group(of: entry, per)
                else { continue }
                groups[group, default: 0] += past.weight * entry.amount(measure)
            }
        }
        return groups.filter { $0.value != 0 }
    }

    private func group(of entry: HeldBefore, _ per: [(key: GroupingKey, position: [Int], count: Int)]) -> Int? {
        var group = 0
        for (key, position, count) in per {
            guard let name = name(of: key, entry), let value = numbers[key]?[name], position[value] >= 0 else {
                return nil
            }
            group = group * count + position[value]
        }
        return group
    }

    /// What an entry says of a key; nil where it says nothing.
    private func name(of key: GroupingKey, _ entry: HeldBefore) -> Name? {
        switch key {
        case .township: names[key]?[entry.township]
        case .county: names[key]?[townships[entry.township].county]
        case .audience: entry.audience.flatMap { names[key]?[$0] }
        case .topic: entry.topic
        case .format: entry.format
        case .fund: entry.fund.flatMap { names[key]?[$0] }
        case .department: entry.department.flatMap { names[key]?[$0] }
        case .date: nil
        }
    }
}
