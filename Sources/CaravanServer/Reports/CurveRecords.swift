import CaravanCore
import CaravanSolver

/// The records of `CURVE`.
struct CurveRecords {
    /// A record a limit, the largest first.
    let steps: [JSON]
    /// A record a request that goes, the first to go first.
    let dropped: [JSON]

    init(steps: [BudgetCurve.Step], fund: String) {
        self.steps = steps.indices.map { at in
            Self.record(steps[at], after: at > 0 ? steps[at - 1] : nil, fund)
        }
        dropped = BudgetCurve.dropped(steps).map { it in
            let week = steps.first?.solved.week
            let request = week.flatMap { week in week.request(it.request).map { week.requests[$0] } }
            return [
                "request": .string(it.request), "title": .string(request?.title ?? ""),
                "value": .number(request?.value ?? 0), "goesAt": .number(it.limit),
            ]
        }
    }

    private static func record(_ step: BudgetCurve.Step, after larger: BudgetCurve.Step?, _ fund: String) -> JSON {
        let solved = step.solved
        let summary = CoverageSummary(week: solved.week, plan: solved.plan)
        let charged = MoneyReport(week: solved.week, plan: solved.plan).rows.first { $0.fund == fund }?.charged ?? 0
        let held = Set(solved.plan.sessions.map(\.request))
        let before = larger.map { Set($0.solved.plan.sessions.map(\.request)) } ?? held
        return [
            "limit": .number(step.limit), "objective": .figure(solved.bracket.objective),
            "bound": .figure(solved.bracket.bound), "gap": .figure(solved.bracket.gap), "charged": .figure(charged),
            "held": .int(summary.held), "attendance": .number(summary.attendance),
            "reached": .int(summary.townships - summary.leftOut.count),
            "shortfallPoints": .figure(summary.shortfallPoints),
            "lost": .strings(before.subtracting(held).sorted()), "gained": .strings(held.subtracting(before).sorted()),
        ]
    }
}
