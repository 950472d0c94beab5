/// Makes coverage rules, with their groups, out of the documents of targets and caps.
struct CoverageReader {
    let calendar: SlotCalendar
    let audiences: [String]
    let counties: [String]
    let topics: [String]
    let formats: [String]
    let townships: [Township]
    let requests: [Request]
    let townshipNumbers: [String: Int]
    let fundNumbers: [String: Int]

    func rule(_ it: JSON, threshold: String) -> CoverageRule {
        let per = it.texts("per").compactMap(GroupingKey.init)
        let clauses = it["where"]?.object?.fields ?? []
        let filtered = clauses.compactMap { GroupingKey(rawValue: $0.key) }
        let keys = per + filtered.filter { !per.contains($0) }
        let filters = keys.enumerated().map { order, key in
            let allowed = (it["where"]?[key.rawValue]).map { Set($0.array?.compactMap(\.string) ?? []) }
            return (key: key, position: positions(of: key, allowed: allowed))
        }
        let values = filters.prefix(per.count).map { filter in
            filter.position.indices.filter { filter.position[$0] >= 0 }
        }
        return CoverageRule(
            id: it.text("id"), per: per, measure: Measure(rawValue: it.text("measure")) ?? .sessions,
            threshold: it.double(threshold), weight: it["weight"]?.number, scaled: it["scaled"]?.bool ?? false,
            groupCount: values.reduce(1) { $0 * $1.count }, filters: filters, values: values,
            thousands: thousands(per: per, audiences: it["where"]?["audience"]?.array?.compactMap(\.string)))
    }

    /// For each value of a key its position among the allowed ones, -1 where it is not allowed.
    private func positions(of key: GroupingKey, allowed: Set<String>?) -> [Int] {
        var next = 0
        return valueNames(of: key).map { name in
            guard let name, allowed?.contains(name) ?? true else { return -1 }
            next += 1
            return next - 1
        }
    }

    /// The names of a key's values; nil for a fund that no request names, which makes no group.
    private func valueNames(of key: GroupingKey) -> [String?] {
        switch key {
        case .township: return townships.map(\.id)
        case .county: return counties
        case .date: return calendar.dates
        case .audience: return audiences
        case .topic: return topics
        case .format: return formats
        case .fund:
            let used = Set(requests.map(\.fund))
            var names = [String?](repeating: nil, count: fundNumbers.count)
            for (id, number) in fundNumbers where used.contains(number) { names[number] = id }
            return names
        }
    }

    private func thousands(per: [GroupingKey], audiences wanted: [String]?) -> [[Double]] {
        if per.contains(.audience) { return townships.map { $0.population.map { $0 / 1000 } } }
        let chosen =
            wanted.map { names in names.compactMap { audiences.firstIndex(of: $0) } } ?? Array(audiences.indices)
        return townships.map { town in [chosen.reduce(0) { $0 + town.population[$1] } / 1000] }
    }
}
