/// Sizes beyond which a document, sound as it may be, is no week: numbers of groups that overflow an integer, tables that
/// are far larger than the text they come from.
public enum SizeLimits {
    /// Slot instances of a week: 12 slots on each of 14 dates.
    public static let slotInstances = 168
    /// Groups of one target or cap.
    public static let groups = 1_000_000_000
    /// Townships × audiences.
    public static let populations = 10_000_000
    /// Entries of the tables behind the `where` clauses of all targets and caps together.
    public static let clauseEntries = 10_000_000

    /// Entries of the history × targets and caps with `memory`.
    public static let remembered = 5_000_000

    /// The limits that a document without any other fault breaks.
    static func faults(inSound document: JSON) -> [Fault] {
        var faults: [Fault] = []
        let (townships, audiences) = (document.list("townships").count, document.list("audiences").count)
        if townships * audiences > populations {
            faults.append(
                Fault(path: "audiences", .tooManyAudiences(audiences, townships: townships)))
        }
        faults += tooMuchHistory(in: document)
        let values = GroupValues(document)
        var entries = 0
        for name in ["targets", "caps"] {
            for (position, rule) in document.list(name).enumerated() {
                let path = "\(name)[\(position)]"
                if values.groupCount(of: rule) == nil {
                    faults.append(Fault(path: "\(path).per", .tooManyGroups(groups)))
                }
                entries += values.clauseEntries(of: rule)
                if entries > clauseEntries {
                    faults.append(Fault(path: "\(path).where", .tooManyClauses))
                    return faults
                }
            }
        }
        return faults
    }

    private static func tooMuchHistory(in document: JSON) -> [Fault] {
        guard Edition(ofWeek: document) == .second else { return [] }
        let entries = document.list("history").reduce(0) { $0 + $1.list("held").count }
        let rules = (document.list("targets") + document.list("caps")).count { $0["memory"]?.bool ?? false }
        return entries * rules > remembered ? [Fault(path: "history", .tooMuchHistory(entries, rules: rules))] : []
    }
}

/// The values of each grouping key of a sound document.
private struct GroupValues {
    private let values: [GroupingKey: Set<Name>]

    init(_ document: JSON) {
        let requests = document.list("requests")
        let first = CivilDate(document.text("start")) ?? .epoch
        values = [
            .township: document.list("townships").map { $0.text("id") }.names,
            .county: document.list("townships").map { $0.text("county") }.names,
            .date: (0..<document.count("days")).map { first.adding(days: $0).text }.names,
            .audience: document.texts("audiences").names,
            .topic: requests.map { $0.text("topic") }.names,
            .format: requests.map { $0.text("format") }.names,
            .fund: requests.map { $0.text("fund") }.names,
            .department: Self.departments(document),
        ]
    }

    /// The departments that requests have by themselves or through their funds.
    private static func departments(_ document: JSON) -> Set<Name> {
        guard Edition(ofWeek: document) == .second else { return [] }
        let funds = document.list("funds").compactMap { it in it["department"]?.string.map { (Name(it.text("id")), $0) }
        }
        let byFund = Dictionary(funds) { first, _ in first }
        return document.list("requests").compactMap { it in
            it["department"]?.string ?? byFund[Name(it.text("fund"))]
        }.names
    }

    /// How many groups a rule has; nil if more than the limit.
    func groupCount(of rule: JSON) -> Int? {
        var product = 1
        for key in rule.texts("per").compactMap(GroupingKey.init) {
            let all = values[key] ?? []
            let allowed = rule["where"]?[key.rawValue]?.array
            let count = allowed.map { $0.count { $0.string.map { all.contains(Name($0)) } ?? false } } ?? all.count
            let (next, overflow) = product.multipliedReportingOverflow(by: count)
            if count == 0 { return 0 }
            if overflow { return nil }
            product = min(next, SizeLimits.groups + 1)
        }
        return product > SizeLimits.groups ? nil : product
    }

    /// How many entries the tables of a rule's clauses take.
    func clauseEntries(of rule: JSON) -> Int {
        let keys = rule["where"]?.object?.keys.compactMap(GroupingKey.init) ?? []
        let scaled = rule["scaled"]?.bool == true && keys.contains(.audience)
        return keys.reduce(scaled ? values[.township]?.count ?? 0 : 0) { $0 + (values[$1]?.count ?? 0) }
    }
}
