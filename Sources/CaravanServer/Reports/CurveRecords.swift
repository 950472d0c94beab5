import CaravanCore
import CaravanProtocol
import CaravanSolver

/// The records of `CURVE`.
struct CurveRecords {
    /// A record a limit, the largest first.
    let steps: [CurveRecord]
    /// A record a request that goes, the first to go first.
    let dropped: [CurveDropRecord]

    init(steps: [BudgetCurve.Step], fund: String) {
        self.steps = steps.indices.map { at in
            CurveRecord(steps[at], after: at > 0 ? steps[at - 1] : nil, fund)
        }
        let week = steps.first?.solved.week
        dropped = BudgetCurve.dropped(steps).map { it in
            let request = week.flatMap { week in week.request(it.request).map { week.requests[$0] } }
            var record = CurveDropRecord()
            (record.request, record.goesAt) = (it.request, it.limit)
            (record.title, record.value) = (request?.title ?? "", request?.value ?? 0)
            return record
        }
    }
}

extension CurveRecord {
    fileprivate init(_ step: BudgetCurve.Step, after larger: BudgetCurve.Step?, _ fund: String) {
        self.init()
        let solved = step.solved
        let summary = CoverageSummary(week: solved.week, plan: solved.plan)
        let now = Set(solved.plan.sessions.map(\.request))
        let before = larger.map { Set($0.solved.plan.sessions.map(\.request)) } ?? now
        limit = step.limit
        (objective, bound, gap) = (solved.bracket.objective, solved.bracket.bound, solved.bracket.gap)
        charged = MoneyReport(week: solved.week, plan: solved.plan).rows.first { $0.fund == fund }?.charged ?? 0
        (held, attendance, shortfallPoints) = (summary.held, summary.attendance, summary.shortfallPoints)
        reached = summary.townships - summary.leftOut.count
        (lost, gained) = (before.subtracting(now).sorted(), now.subtracting(before).sorted())
    }
}
