import CaravanCore
import CaravanLanguage

/// What a plan measures in the groups of the hard caps (H10) and takes of the rows of rules, for sessions that the instance has no
/// placement for as well.
struct HardCaps {
    /// A limit that sums what sessions add.
    enum Limit: Hashable {
        /// Number in `Week.caps`, and of the group.
        case cap(Int, group: Int)
        /// Number in `RowTable.rules`, and the name of the row.
        case row(Int, String)
    }

    /// A limit that a session would count in.
    struct Hit {
        let limit: Limit
        let measured: Double
        let amount: Double
        let threshold: Double
        /// What could be lifted to let the session in.
        let blocker: Blocker?

        /// By how much the session would exceed it; not positive where it would not.
        var excess: Double { measured + amount - threshold }
    }

    private let week: Week
    private let caps: [Int]
    private let rules: RowRules
    /// The number of each limit in `Schedule.measured`.
    private let positions: [Limit: Int]

    init(_ instance: Instance) {
        week = instance.week
        rules = instance.rows.rules
        caps = instance.week.caps.indices.filter { instance.week.caps[$0].weight == nil }
        let numbers = instance.groups.indices.compactMap { number in
            instance.limit(of: instance.groups[number]).map { ($0, number) }
        }
        positions = Dictionary(numbers) { first, _ in first }
    }

    /// The limits that a session would count in.
    func hits(_ request: Int, township: Int, start: Int, in schedule: borrowing Schedule) -> [Hit] {
        var hits: [Hit] = []
        for cap in caps {
            let rule = week.caps[cap]
            guard let group = week.group(of: rule, request: request, township: township, start: start) else { continue }
            let limit = Limit.cap(cap, group: group)
            hits.append(
                Hit(
                    limit: limit, measured: measured(limit, schedule), amount: rule.amount(of: week.requests[request]),
                    threshold: rule.threshold, blocker: .cap(cap)))
        }
        for (number, rule) in rules.list.enumerated() {
            for use in rule.uses(of: request, in: township, from: start, week: week) {
                let limit = Limit.row(number, use.row)
                hits.append(
                    Hit(
                        limit: limit, measured: measured(limit, schedule), amount: use.amount,
                        threshold: rule.limit(of: use.row, week: week), blocker: nil))
            }
        }
        return hits
    }

    private func measured(_ limit: Limit, _ schedule: borrowing Schedule) -> Double {
        positions[limit].map { schedule.measured[$0] } ?? 0
    }

    /// What a session adds to a limit.
    func amount(of request: Int, _ placement: Placement, in limit: Limit) -> Double {
        let (township, start) = (Int(placement.township), Int(placement.start))
        switch limit {
        case .cap(let cap, let group):
            let counts = week.group(of: week.caps[cap], request: request, township: township, start: start) == group
            return counts ? week.caps[cap].amount(of: week.requests[request]) : 0
        case .row(let rule, let row):
            let uses = rules.list[rule].uses(of: request, in: township, from: start, week: week)
            return uses.first { $0.row == row }?.amount ?? 0
        }
    }
}

extension Instance {
    /// The hard limit that a group is a group of; nil for targets and soft caps.
    func limit(of group: CoverageGroup) -> HardCaps.Limit? {
        switch group.kind {
        case .target, .softCap: nil
        case .hardCap: .cap(group.rule, group: group.number)
        case .rowRule: .row(group.rule, rows.names[group.number])
        }
    }
}
