/// What a plan's sessions and their sites amount to in the groups of one target or cap. Only groups that have any take memory.
struct CoverageTally {
    let rule: CoverageRule
    /// Sessions or people that the plan has by group, for the groups that it has any in; earlier weeks aside.
    private(set) var measured: [Int: Double] = [:]

    /// Up to this many groups are gone through one by one; more are reckoned from the total of empty groups.
    private static let listed = 10_000

    init(_ rule: CoverageRule, _ held: HeldSessions) {
        self.rule = rule
        for place in held.places { add(place, held.week) }
    }

    /// A place counts as a session on its first date, and with its people on every one of its dates.
    private mutating func add(_ place: HeldPlace, _ week: Week) {
        let amount = place.credit * (rule.measure == .sessions ? 1 : place.demand.attendance)
        for date in rule.measure == .sessions ? place.time.dates.prefix(1) : place.time.dates {
            let start = date * week.calendar.slotsPerDate
            if let group = week.group(of: rule, request: place.request, township: place.township, start: start) {
                measured[group, default: 0] += amount
            }
        }
    }

    /// The groups that the plan or earlier weeks have anything in, in order.
    private var groups: [Int] {
        rule.remembered.isEmpty ? measured.keys.sorted() : Set(measured.keys).union(rule.remembered.keys).sorted()
    }

    /// Shortfall of a group in sessions or people, earlier weeks counted.
    func shortfall(of group: Int) -> Double { rule.shortfall(of: group, with: measured[group] ?? 0) }

    /// Points of all shortfalls (targets).
    var shortfallPoints: Double {
        if rule.groupCount <= Self.listed {
            return (0..<rule.groupCount).reduce(0) { $0 + (rule.weight(of: $1) ?? 0) * shortfall(of: $1) }
        }
        return measured.keys.sorted().reduce(rule.emptyShortfall) { points, group in
            let empty = rule.shortfall(of: group, with: 0)
            return points - (rule.weight(of: group) ?? 0) * min(empty, measured[group] ?? 0)
        }
    }

    /// Points of all excesses (soft caps).
    var excessPoints: Double {
        groups.reduce(0) { points, group in
            points + (rule.weight ?? 0) * rule.excess(of: group, with: measured[group] ?? 0)
        }
    }

    /// H10.
    func checkCap(_ week: Week, _ log: inout ViolationLog) {
        for group in measured.keys.sorted() {
            let amount = measured[group] ?? 0
            let limit = rule.allowance(of: group)
            if !HardLimit.isExceeded(amount, limit, in: week.edition) { continue }
            let names = week.names(of: group, in: rule)
            log.add(.H10, .capExceeded(rule.id, group: names, measured: amount, limit: limit))
        }
    }
}
