import CaravanCore
import CaravanLanguage
import CaravanProtocol
import CaravanSolver

/// The records of `WHATIF` and `CRITICAL`: each scenario beside the unedited week.
struct ScenarioRecords: Sendable {
    let base: SolvedWeek
    private let baseHeld: Set<String>
    private let baseTownships: [String: CoverageRow]
    private let baseAudiences: [String: CoverageRow]
    private let baseMoney: [String: Double]

    init(base: SolvedWeek) {
        self.base = base
        baseHeld = Set(base.plan.sessions.map(\.request))
        let coverage = CoverageReport(week: base.week, plan: base.plan)
        func rows(by grouping: CoverageGrouping) -> [String: CoverageRow] {
            Dictionary(coverage.rows(by: grouping).map { ($0.id, $0) }) { first, _ in first }
        }
        (baseTownships, baseAudiences) = (rows(by: .township), rows(by: .audience))
        let funds = MoneyReport(week: base.week, plan: base.plan).rows
        baseMoney = Dictionary(funds.map { ($0.fund, $0.charged) }) { first, _ in first }
    }

    /// The unedited week.
    var baseRecord: ScenarioRecord {
        let change = OptimumChange(from: base.bracket, to: base.bracket, relation: .same)
        var record = ScenarioRecord()
        (record.name, record.figures) = (ScenarioList.baseName, figures(base, .same, change))
        return record
    }

    /// A scenario, or why it has no figures.
    func record(_ number: Int, _ name: String, _ answer: ScenarioStudy.Answer) -> ScenarioRecord {
        var record = ScenarioRecord()
        (record.name, record.number) = (name, number + 1)
        (record.figures, record.error) = content(answer)
        if case .unsolved(let error) = answer { record.error?.message = EditFaultText.withAllEdits(error.refusal.text) }
        return record
    }

    /// The figures of a scenario, or why it has none.
    func content(_ answer: ScenarioStudy.Answer) -> (ComparisonRecord?, StudyErrorRecord?) {
        var record = StudyErrorRecord()
        switch answer {
        case .solved(let solved, let relation, let change): return (figures(solved, relation, change), nil)
        case .refused(let error):
            (record.code, record.edit, record.message) = (ErrorCode.invalid.rawValue, error.index, error.line)
        case .unsolved(let error):
            (record.code, record.message) = (error.refusal.code.rawValue, error.refusal.text)
        }
        return (nil, record)
    }

    private func figures(
        _ solved: SolvedWeek, _ relation: WeekRelation, _ change: OptimumChange
    ) -> ComparisonRecord {
        let bracket = solved.bracket
        let held = Set(solved.plan.sessions.map(\.request))
        let coverage = CoverageReport(week: solved.week, plan: solved.plan)
        var record = ComparisonRecord()
        (record.objective, record.bound, record.gap) = (bracket.objective, bracket.bound, bracket.gap)
        record.delta = change.estimate(bracket.objective - base.bracket.objective).cleared
        (record.deltaLow, record.deltaHigh) = (change.low.cleared, change.high.cleared)
        (record.sign, record.relation, record.held) = (change.sign.rawValue, relation.rawValue, held.count)
        record.unserved = solved.week.requests.map(\.id).filter { !held.contains($0) }
        record.gained = held.subtracting(baseHeld).sorted()
        record.lost = baseHeld.subtracting(held).sorted()
        record.terms = (solved.plan.terms ?? Terms()).document.object ?? JSONObject()
        record.coverage = changes(\.township, coverage.rows(by: .township), baseTownships)
        record.audiences = changes(\.audience, coverage.rows(by: .audience), baseAudiences)
        record.money = money(solved)
        return record
    }

    /// The groups that get more or less than in the base.
    private func changes(
        _ id: WritableKeyPath<ComparisonRecord.Group, String?>, _ rows: [CoverageRow], _ before: [String: CoverageRow]
    ) -> [ComparisonRecord.Group] {
        rows.compactMap { row in
            var group = ComparisonRecord.Group()
            group[keyPath: id] = row.id
            group.sessions = row.sessions - (before[row.id]?.sessions ?? 0)
            group.attendance = row.attendance - (before[row.id]?.attendance ?? 0)
            return group.sessions == 0 && group.attendance == 0 ? nil : group
        }
    }

    private func money(_ solved: SolvedWeek) -> [ComparisonRecord.Fund] {
        MoneyReport(week: solved.week, plan: solved.plan).rows.map { row in
            var fund = ComparisonRecord.Fund()
            (fund.fund, fund.charged, fund.limit) = (row.fund, row.charged, row.limit)
            fund.change = (row.charged - (baseMoney[row.fund] ?? 0)).cleared
            return fund
        }
    }
}
