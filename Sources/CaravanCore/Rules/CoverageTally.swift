/// What a plan's sessions amount to in the groups of one target or cap. Only groups with a session take memory.
struct CoverageTally {
    let rule: CoverageRule
    /// Sessions or people by group, for the groups that have any session.
    private(set) var measured: [Int: Double] = [:]

    /// Up to this many groups are gone through one by one; more are reckoned from the total of empty groups.
    private static let listed = 10_000

    init(_ rule: CoverageRule, _ held: HeldSessions) {
        self.rule = rule
        let week = held.week
        for session in held.sessions {
            let start = session.span.lowerBound
            guard
                let group = week.group(
                    of: rule, request: session.request, township: session.township, start: start)
            else { continue }
            measured[group, default: 0] += rule.amount(of: week.requests[session.request])
        }
    }

    /// Shortfall of a group in sessions or people.
    func shortfall(of group: Int) -> Double { max(0, rule.threshold - (measured[group] ?? 0)) }

    /// Points of all shortfalls (targets).
    var shortfallPoints: Double {
        if rule.groupCount <= Self.listed {
            return (0..<rule.groupCount).reduce(0) { $0 + (rule.weight(of: $1) ?? 0) * shortfall(of: $1) }
        }
        return measured.keys.sorted().reduce(rule.emptyShortfall) { points, group in
            points - (rule.weight(of: group) ?? 0) * min(rule.threshold, measured[group] ?? 0)
        }
    }

    /// Points of all excesses (soft caps).
    var excessPoints: Double {
        measured.keys.sorted().reduce(0) { points, group in
            points + (rule.weight ?? 0) * max(0, (measured[group] ?? 0) - rule.threshold)
        }
    }

    /// H10.
    func checkCap(_ week: Week, _ log: inout ViolationLog) {
        for group in measured.keys.sorted() {
            let amount = measured[group] ?? 0
            if !HardLimit.isExceeded(amount, rule.threshold) { continue }
            let names = week.names(of: group, in: rule)
            log.add(.H10, .capExceeded(rule.id, group: names, measured: amount, limit: rule.threshold))
        }
    }
}
