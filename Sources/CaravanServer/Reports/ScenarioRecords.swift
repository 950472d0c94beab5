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
    var baseRecord: JSON {
        let change = OptimumChange(from: base.bracket, to: base.bracket, relation: .same)
        return .object(JSONObject(head(-1, ScenarioList.baseName) + figures(base, .same, change)))
    }

    /// A scenario, or why it has no figures.
    func record(_ number: Int, _ name: String, _ answer: ScenarioStudy.Answer) -> JSON {
        var fields = content(answer)
        if case .unsolved(let error) = answer {
            fields = [("error", Self.record(of: error.refusal.code, EditFaultText.withAllEdits(error.refusal.text)))]
        }
        return .object(JSONObject(head(number, name) + fields))
    }

    /// The fields of a scenario besides its name and number.
    func content(_ answer: ScenarioStudy.Answer) -> [(String, JSON)] {
        switch answer {
        case .solved(let solved, let relation, let change): return figures(solved, relation, change)
        case .refused(let error): return [("error", Self.record(of: .invalid, error.line, edit: error.index))]
        case .unsolved(let error): return [("error", Self.record(of: error.refusal.code, error.refusal.text))]
        }
    }

    private static func record(of code: ErrorCode, _ text: Bilingual, edit: Int? = nil) -> JSON {
        var fields = JSONObject([("code", .string(code.rawValue))])
        fields["edit"] = edit.map(JSON.int)
        fields["message"] = .string(text.english)
        fields["messageZh"] = .string(text.chinese)
        return .object(fields)
    }

    /// By how much a scenario changes the optimum, at a guess and at most; infinite where it has no figures.
    func change(_ answer: ScenarioStudy.Answer) -> (estimate: Double, most: Double) {
        guard case .solved(let solved, _, let change) = answer else { return (.infinity, .infinity) }
        return (change.estimate(solved.bracket.objective - base.bracket.objective).cleared, change.high.cleared)
    }

    private func head(_ number: Int, _ name: String) -> [(String, JSON)] {
        [("name", .string(name)), ("number", .int(number + 1))]
    }

    private func figures(_ solved: SolvedWeek, _ relation: WeekRelation, _ change: OptimumChange) -> [(String, JSON)] {
        let bracket = solved.bracket
        let held = Set(solved.plan.sessions.map(\.request))
        let coverage = CoverageReport(week: solved.week, plan: solved.plan)
        return [
            ("objective", .figure(bracket.objective)), ("bound", .figure(bracket.bound)), ("gap", .figure(bracket.gap)),
            ("delta", .number(change.estimate(bracket.objective - base.bracket.objective).cleared)),
            ("deltaLow", .number(change.low.cleared)), ("deltaHigh", .number(change.high.cleared)),
            ("sign", .string(change.sign.rawValue)), ("relation", .string(relation.rawValue)),
            ("held", .int(held.count)),
            ("unserved", .strings(solved.week.requests.map(\.id).filter { !held.contains($0) })),
            ("gained", .strings(held.subtracting(baseHeld).sorted())),
            ("lost", .strings(baseHeld.subtracting(held).sorted())),
            ("terms", (solved.plan.terms ?? Terms()).document),
            ("coverage", .array(changes("township", coverage.rows(by: .township), baseTownships))),
            ("audiences", .array(changes("audience", coverage.rows(by: .audience), baseAudiences))),
            ("money", .array(money(solved))),
        ]
    }

    /// The groups that get more or less than in the base.
    private func changes(_ key: String, _ rows: [CoverageRow], _ before: [String: CoverageRow]) -> [JSON] {
        rows.compactMap { row in
            let sessions = row.sessions - (before[row.id]?.sessions ?? 0)
            let attendance = row.attendance - (before[row.id]?.attendance ?? 0)
            if sessions == 0 && attendance == 0 { return nil }
            return .object(
                JSONObject([
                    (key, .string(row.id)), ("sessions", .int(sessions)), ("attendance", .number(attendance)),
                ]))
        }
    }

    private func money(_ solved: SolvedWeek) -> [JSON] {
        MoneyReport(week: solved.week, plan: solved.plan).rows.map { row in
            [
                "fund": .string(row.fund), "charged": .figure(row.charged), "limit": .number(row.limit),
                "change": .number((row.charged - (baseMoney[row.fund] ?? 0)).cleared),
            ]
        }
    }
}
