import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// Whom a plan reaches: a row a township by county, for each audience sessions and people expected, the sum below.
struct CoverageSheet {
    private let sheets: PlanSheets

    init(_ sheets: PlanSheets) { self.sheets = sheets }

    var sheet: OutputSheet {
        let week = sheets.week
        var headings: [any Sayable] = [
            Word.county, PlanHeading.township, PlanHeading.townshipName, Word.population,
            Word.sessions, Word.attendanceExpected, PlanHeading.perThousand,
        ]
        for audience in week.audiences {
            headings += [Word.sessions, Word.attendanceExpected].map {
                [KnownWord.bilingual(of: audience) ?? Verbatim(audience).bilingual, $0.bilingual].listed(.space)
            }
        }
        let rows = CoverageReport(week: week, plan: sheets.plan).rows(by: .township)
        var groups: [[[OutputCell]]] = []
        var county: Int?
        for number in sheets.byCounty {
            if county != week.townships[number].county { groups.append([]) }
            county = week.townships[number].county
            groups[groups.count - 1].append(
                [.text(sheets.county(of: number)), .text(rows[number].id), .text(rows[number].name)]
                    + figures(rows[number]))
        }
        var sheet = sheets.output(.coverage, headings, groups + [[total(rows)]])
        sheet.sums = [sheet.rows.count - 1]
        return sheet
    }

    private func figures(_ row: CoverageRow) -> [OutputCell] {
        [
            row.population.map { .number($0) } ?? .empty, .number(Double(row.sessions)), .number(row.attendance),
            row.perThousand.map { .number(($0 * 10).rounded() / 10) } ?? .empty,
        ] + row.audiences.flatMap { [.number(Double($0.sessions)), .number($0.attendance)] }
    }

    private func total(_ rows: [CoverageRow]) -> [OutputCell] {
        let people = rows.reduce(0) { $0 + ($1.population ?? 0) }
        let attendance = rows.reduce(0) { $0 + $1.attendance }
        let sessions = rows.reduce(0) { $0 + $1.sessions }
        var cells: [OutputCell] = [
            .text(Word.total[sheets.language]), .empty, .empty, .number(people), .number(Double(sessions)),
            .number(attendance),
            people > 0 ? .number((attendance / people * 10_000).rounded() / 10) : .empty,
        ]
        for place in sheets.week.audiences.indices {
            let held = rows.reduce(0) { $0 + $1.audiences[place].sessions }
            cells.append(.number(Double(held)))
            cells.append(.number(rows.reduce(0) { $0 + $1.audiences[place].attendance }))
        }
        return cells
    }
}
