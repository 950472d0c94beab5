import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// How much of the sessions that they can do in the week experts, kits and mentors have.
struct LoadSection {
    let page: ReportPage

    func write(to body: inout Markup) {
        body.section(.load, of: page) { part in
            part.element("p", text: page.say(ReportText.loadNote))
            for pool in [Pool.experts, .kits, .mentors] { write(pool, &part) }
        }
    }

    private func write(_ pool: Pool, _ part: inout Markup) {
        let members = page.week.members.indices.filter { page.week.members[$0].pool == pool }
        guard !members.isEmpty else { return }
        let busy = members.filter { page.figures.members[$0].sessions > 0 }
            .sorted { (share($1), $0) < (share($0), $1) }
        part.element(
            "h3",
            text: page.say(ReportText.poolHeading, page.word(pool.rawValue), String(busy.count), String(members.count)))
        if !busy.isEmpty {
            part.element("div", ["class": "columns"]) { columns in
                columns.table("load", head: [Word.name, .load, .sessions].map { page.say($0) }, numeric: [2]) { rows in
                    for member in busy { row(member, &rows) }
                }
            }
        }
        let idle = members.filter { page.figures.members[$0].sessions == 0 }.map(page.week.memberName)
        if !idle.isEmpty { part.element("p", ["class": "note"], text: page.say(ReportText.idle, page.list(idle))) }
    }

    private func share(_ member: Int) -> Double {
        let most = page.week.members[member].maxPerWeek
        return most > 0 ? Double(page.figures.members[member].sessions) / Double(most) : 0
    }

    private func row(_ member: Int, _ rows: inout Markup) {
        let (sessions, most) = (page.figures.members[member].sessions, page.week.members[member].maxPerWeek)
        rows.element("tr") { tr in
            tr.element("th", ["scope": "row"], text: page.week.memberName(member))
            tr.element("td", ["class": "bar"]) { td in
                td.element("span") { bar in
                    let width = Int(saturating: (min(1, share(member)) * 100).rounded())
                    bar.element("i", ["style": "width:\(width)%"]) { _ in }
                }
            }
            tr.element("td", ["class": "n"], text: "\(sessions) / \(most)")
        }
        rows.newline()
    }
}
