import CaravanCore
import CaravanProtocol
import CaravanSolver

/// The records of `WHATIF`: each scenario beside the unedited week.
struct ScenarioRecords {
    let base: ScenarioStudy.Solved
    private let baseHeld: Set<String>
    private let baseTownships: [String: CoverageRow]
    private let baseMoney: [String: Double]

    init(base: ScenarioStudy.Solved) {
        self.base = base
        baseHeld = Set(base.plan.sessions.map(\.request))
        let rows = CoverageReport(week: base.week, plan: base.plan).rows(by: .township)
        baseTownships = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        let funds = MoneyReport(week: base.week, plan: base.plan).rows
        baseMoney = Dictionary(funds.map { ($0.fund, $0.charged) }) { first, _ in first }
    }

    /// The unedited week.
    var baseRecord: JSON { record(ScenarioList.baseName, base, low: 0, high: 0, .same) }

    /// A scenario, or why it has no figures.
    func record(_ name: String, _ answer: ScenarioStudy.Answer) -> JSON {
        switch answer {
        case .solved(let solved):
            let change = OptimumChange(from: base.bracket, to: solved.bracket)
            return record(name, solved, low: change.low, high: change.high, change.sign)
        case .refused(let error):
            return failure(name, ErrorCode.invalid.rawValue, error.description)
        case .unsolved(let error):
            return failure(name, error.refusal.code.rawValue, "with all its edits: \(error.refusal.message)")
        }
    }

    private func failure(_ name: String, _ code: String, _ message: String) -> JSON {
        ["name": .string(name), "error": ["code": .string(code), "message": .string(message)]]
    }

    private func record(
        _ name: String, _ solved: ScenarioStudy.Solved, low: Double, high: Double, _ sign: OptimumChange.Sign
    ) -> JSON {
        let (bound, objective) = solved.bracket
        let held = Set(solved.plan.sessions.map(\.request))
        return [
            "name": .string(name), "objective": .number(objective), "bound": .number(bound),
            "gap": .number(Plan.gap(objective: objective, bound: bound)),
            "delta": .number(objective - base.bracket.objective), "deltaLow": .number(low), "deltaHigh": .number(high),
            "sign": .string(sign.rawValue), "held": .int(held.count),
            "unserved": .strings(solved.week.requests.map(\.id).filter { !held.contains($0) }),
            "gained": .strings(held.subtracting(baseHeld).sorted()),
            "lost": .strings(baseHeld.subtracting(held).sorted()),
            "terms": (solved.plan.terms ?? Terms()).document, "coverage": .array(coverage(solved)),
            "money": .array(money(solved)),
        ]
    }

    /// The townships that get more or less than in the base.
    private func coverage(_ solved: ScenarioStudy.Solved) -> [JSON] {
        CoverageReport(week: solved.week, plan: solved.plan).rows(by: .township).compactMap { row in
            let sessions = row.sessions - (baseTownships[row.id]?.sessions ?? 0)
            let attendance = Double(row.attendance) - Double(baseTownships[row.id]?.attendance ?? 0)
            if sessions == 0 && attendance == 0 { return nil }
            return ["township": .string(row.id), "sessions": .int(sessions), "attendance": .number(attendance)]
        }
    }

    private func money(_ solved: ScenarioStudy.Solved) -> [JSON] {
        MoneyReport(week: solved.week, plan: solved.plan).rows.map { row in
            [
                "fund": .string(row.fund), "charged": .number(row.charged), "limit": .number(row.limit),
                "change": .number(row.charged - (baseMoney[row.fund] ?? 0)),
            ]
        }
    }
}
