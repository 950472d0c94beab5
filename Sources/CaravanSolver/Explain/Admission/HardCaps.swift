import CaravanCore

/// What a plan measures in the groups of the hard caps (H10), for sessions that the instance has no placement for as well.
struct HardCaps {
    /// A cap with the group that a session would count in.
    struct Hit {
        let cap: Int
        let group: Int
        let measured: Double
        let amount: Double
        let threshold: Double

        /// By how much the session would exceed the cap; not positive where it would not.
        var excess: Double { measured + amount - threshold }
    }

    private let week: Week
    private let caps: [Int]
    /// By cap and group, the number in `Schedule.measured`.
    private let positions: [[Int: Int]]

    init(_ instance: Instance) {
        week = instance.week
        caps = instance.week.caps.indices.filter { instance.week.caps[$0].weight == nil }
        var positions = [[Int: Int]](repeating: [:], count: instance.week.caps.count)
        for (at, group) in instance.groups.enumerated() where group.kind == .hardCap {
            positions[group.rule][group.number] = at
        }
        self.positions = positions
    }

    /// The hard caps that a session would count in.
    func hits(_ request: Int, township: Int, start: Int, in schedule: borrowing Schedule) -> [Hit] {
        var hits: [Hit] = []
        for cap in caps {
            let rule = week.caps[cap]
            guard let group = week.group(of: rule, request: request, township: township, start: start) else { continue }
            let measured = positions[cap][group].map { schedule.measured[$0] } ?? 0
            hits.append(
                Hit(
                    cap: cap, group: group, measured: measured, amount: rule.amount(of: week.requests[request]),
                    threshold: rule.threshold))
        }
        return hits
    }
}
