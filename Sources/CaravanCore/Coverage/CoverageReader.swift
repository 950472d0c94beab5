/// Makes coverage rules, with their groups, out of the documents of targets and caps.
///
/// Tables that do not depend on a rule's `where` are made once and shared by all rules.
struct CoverageReader {
    private let edition: Edition
    private let history: HistoryTally
    private let audienceNumbers: [Name: Int]
    private let townships: [Township]
    /// For each key the names of its values; nil for a fund or department that no request has, which makes no group.
    private let names: [GroupingKey: [String?]]
    /// For each key the positions of its values where none is left out.
    private let unfiltered: [GroupingKey: [Int]]
    /// For each key its values where none is left out.
    private let allValues: [GroupingKey: [Int]]
    private let thousandsByAudience: [[Double]]
    private let thousandsInAll: [[Double]]

    init(
        edition: Edition, calendar: SlotCalendar, audiences: [String], counties: [String], topics: [String],
        formats: [String], townships: [Township], requests: [Request], funds: [String], departments: [String],
        history: [Remembrance], audienceNumbers: [Name: Int]
    ) {
        self.edition = edition
        self.audienceNumbers = audienceNumbers
        self.townships = townships
        let used = Set(requests.map(\.fund))
        let asking = Set(requests.compactMap(\.department))
        let all: [GroupingKey: [String]] = [
            .township: townships.map(\.id), .county: counties, .date: calendar.dates, .audience: audiences,
            .topic: topics, .format: formats, .fund: funds, .department: departments,
        ]
        names = all.mapValues { $0.map(Optional.some) }.merging([
            .fund: funds.enumerated().map { used.contains($0) ? $1 : nil },
            .department: departments.enumerated().map { asking.contains($0) ? $1 : nil },
        ]) { $1 }
        self.history = HistoryTally(history: history, townships: townships, names: all)
        unfiltered = names.mapValues { Self.positions(of: $0, allowed: nil) }
        allValues = unfiltered.mapValues(Self.present)
        thousandsByAudience = townships.map { $0.population.map { $0 / 1000 } }
        thousandsInAll = townships.map { [$0.population.reduce(0, +) / 1000] }
    }

    /// A target of the document.
    func target(_ it: JSON) -> CoverageRule { rule(it, threshold: "atLeast", scaled: it["scaled"]?.bool ?? false) }

    /// A cap of the document; nothing scales a cap.
    func cap(_ it: JSON) -> CoverageRule { rule(it, threshold: "atMost", scaled: false) }

    private func rule(_ it: JSON, threshold: String, scaled: Bool) -> CoverageRule {
        let per = it.texts("per").compactMap { GroupingKey($0, in: edition) }
        let clauses = it["where"]?.object?.fields ?? []
        let filtered = clauses.compactMap { GroupingKey($0.key, in: edition) }
        let keys = per + filtered.filter { !per.contains($0) }
        let filters = keys.map { key in (key: key, position: positions(of: key, in: it["where"])) }
        let values = filters.prefix(per.count).map { filter in
            it["where"]?[filter.key.rawValue] == nil ? allValues[filter.key] ?? [] : Self.present(filter.position)
        }
        let measure = Measure(rawValue: it.text("measure")) ?? .sessions
        let memory = edition == .second && it["memory"]?.bool ?? false
        return CoverageRule(
            id: it.text("id"), per: per, measure: measure,
            threshold: it.double(threshold), weight: it["weight"]?.number, scaled: scaled, memory: memory,
            groupCount: values.reduce(1) { product($0, $1.count) },
            remembered: memory
                ? history.groups(
                    by: measure, where: it["where"],
                    per: zip(filters, values).map { ($0.key, $0.position, $1.count) }) : [:],
            filters: filters, values: values,
            thousands: scaled ? thousands(per: per, audiences: it["where"]?["audience"]) : [])
    }

    /// A product that stays at the largest number instead of overflowing; validation reports such weeks.
    private func product(_ a: Int, _ b: Int) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }

    /// For each value of a key its position among the allowed ones, -1 where it is not allowed.
    private func positions(of key: GroupingKey, in clauses: JSON?) -> [Int] {
        guard let allowed = clauses?[key.rawValue]?.array else { return unfiltered[key] ?? [] }
        return Self.positions(of: names[key] ?? [], allowed: allowed.compactMap(\.string).names)
    }

    private static func present(_ position: [Int]) -> [Int] { position.indices.filter { position[$0] >= 0 } }

    private static func positions(of names: [String?], allowed: Set<Name>?) -> [Int] {
        var next = 0
        return names.map { name in
            guard let name, allowed?.contains(Name(name)) ?? true else { return -1 }
            next += 1
            return next - 1
        }
    }

    private func thousands(per: [GroupingKey], audiences wanted: JSON?) -> [[Double]] {
        if per.contains(.audience) { return thousandsByAudience }
        guard let wanted = wanted?.array else { return thousandsInAll }
        let chosen = wanted.compactMap { $0.string.flatMap { audienceNumbers[Name($0)] } }
        return townships.map { town in [chosen.reduce(0) { $0 + town.population[$1] } / 1000] }
    }
}
