import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// Attendance per thousand people and sessions, by township and audience, a table a county.
struct CoverageSection {
    let page: ReportPage
    private let classes: CoverageClasses

    init(page: ReportPage) {
        self.page = page
        classes = CoverageClasses(page.figures.townships.flatMap { $0.audiences.compactMap(\.perThousand) })
    }

    func write(to body: inout Markup) {
        let byCounty = Dictionary(grouping: page.week.townships.indices) { page.week.townships[$0].county }
        body.section(.coverage, of: page) { part in
            part.element("p", text: page.say(ReportText.coverageNote))
            Legend(page: page, classes: classes).write(to: &part)
            part.element("div", ["class": "columns"]) { columns in
                for county in page.week.counties.indices { table(county, byCounty[county] ?? [], &columns) }
            }
        }
    }

    private func table(_ county: Int, _ towns: [Int], _ part: inout Markup) {
        let head = [page.week.counties[county]] + page.week.audiences.map(page.word) + [page.say(Word.total)]
        part.table("heat towns", head: head, numeric: Set(1..<head.count)) { rows in
            for town in towns {
                let row = page.figures.townships[town]
                rows.element("tr") { tr in
                    tr.element("th", ["scope": "row"], text: page.week.townshipName(town))
                    for cell in row.audiences { self.cell(cell.perThousand, cell.sessions, &tr) }
                    tr.element("td", ["class": "sum"]) { self.content(row.perThousand, row.sessions, &$0) }
                }
                rows.newline()
            }
        }
    }

    private func cell(_ perThousand: Double?, _ sessions: Int, _ tr: inout Markup) {
        tr.element("td", ["class": classes.style(of: perThousand)]) { content(perThousand, sessions, &$0) }
    }

    private func content(_ perThousand: Double?, _ sessions: Int, _ td: inout Markup) {
        guard sessions > 0 else { return td.write("–") }
        let decimals = (perThousand ?? 0) < 10 ? 1 : 0
        td.write(perThousand.map { NumberText.grouped($0, decimals: decimals) } ?? "·")
        td.element("small", text: "×\(sessions)")
    }
}
