import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// A plan with all that people ask about it: timetable, coverage, what is not held and why, money, objective.
struct PlanReport {
    let names: WeekNames
    let plan: JSON
    let isPublished: Bool
    /// Records of `COVERAGE by=township`, `COVERAGE by=fund` and `EXPLAIN` of all that is not held.
    let townships: [CoverageRecord]
    let funds: [CoverageRecord]
    let unheld: [ExplanationRecord]

    /// The report, section by section.
    func text(_ style: Style) -> String {
        let sections: [(any Topic, String)] = [
            (PlanText.timetable, Timetable(plan: plan, names: names, style).text(style)),
            (ClientHeading.coverage, CoverageMatrix(names: names, townships: townships).text(style)),
            (PlanText.unheld, unheldText(style)), (ClientHeading.money, moneyText(style)),
            (ClientHeading.objective, Self.objectiveText(plan, style)),
        ]
        return Self.heading(names, plan, isPublished: isPublished, style)
            + sections.map { "\n" + style.bold("== \(style.text($0.0)) ==") + "\n" + $0.1 }.joined()
    }

    /// Title, version, status and value of a plan.
    static func heading(_ names: WeekNames, _ plan: JSON, isPublished: Bool, _ style: Style) -> String {
        let week = names.title.isEmpty ? names.id : "\(names.title) (\(names.id))"
        let version = plan["version"]?.integer.map { String($0) } ?? "–"
        let status = plan["status"]?.string.map(style.word) ?? "–"
        let title = style.text(ClientHeading.planHeading, ["week": week, "version": version, "status": status])
        return style.bold(title) + (isPublished ? "  " + style.green(style.text(Word.published)) : "") + "\n"
            + valueLine(plan, style) + "\n"
    }

    private static func valueLine(_ plan: JSON, _ style: Style) -> String {
        func points(_ key: String) -> String {
            plan[key]?.number.map { NumberText.grouped($0, decimals: 1) } ?? "–"
        }
        let parts = [
            "\(style.text(Word.objective)) \(points("objective"))", "\(style.text(Word.bound)) \(points("bound"))",
            "\(style.text(Word.gap)) \(plan["gap"]?.number.map { NumberText.percent($0) } ?? "–")",
            style.text(ClientText.sessionCount, ["count": String(plan["sessions"]?.array?.count ?? 0)]),
        ]
        return parts.joined(separator: "  ")
    }

    private func unheldText(_ style: Style) -> String {
        if unheld.isEmpty { return style.text(PlanText.allHeld) + "\n" }
        return recordTable(unheld, ExplainColumns.unheld, style)
    }

    private func moneyText(_ style: Style) -> String {
        recordTable(funds, CoverageColumns.columns(for: "fund"), style)
    }

    /// The objective by term, and what is proven about it.
    static func objectiveText(_ plan: JSON, _ style: Style) -> String {
        let terms = plan["terms"]?.object?.fields ?? []
        func row(_ label: String, _ value: Double?) -> [String] {
            [label, value.map { NumberText.grouped($0, decimals: 2) } ?? "–"]
        }
        var rows = terms.map { row(style.word($0.key), $0.value.number) }
        rows.append(row(style.text(Word.objective), plan["objective"]?.number))
        rows.append(row(style.text(Word.bound), plan["bound"]?.number))
        rows.append([style.text(Word.gap), plan["gap"]?.number.map { NumberText.percent($0) } ?? "–"])
        let columns = [TextTable.Column(style.text(Word.term)), TextTable.Column(style.text(Word.points), .trailing)]
        return TextTable(columns, rows).text(style)
    }
}
