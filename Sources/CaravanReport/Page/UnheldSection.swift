import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// The requests without a session, and why.
struct UnheldSection {
    let page: ReportPage

    func write(to body: inout Markup) {
        let held = Set(page.sessions.map(\.id))
        let missing = page.week.requests.filter { !held.contains($0.id) }
        body.section(.unheld, of: page) { part in
            guard !missing.isEmpty else { return part.element("p", text: page.say(PlanText.allHeld)) }
            let value = missing.reduce(0) { $0 + $1.value }
            part.element(
                "p", text: page.say(ReportText.unheldNote, NumberText.count(missing.count), NumberText.grouped(value)))
            let head: [any Topic] = [
                Word.request, Word.townships, Word.audience, ReportText.attendance, Word.value, Word.reason,
            ]
            part.table("unheld", head: head.map { page.say($0) }, numeric: [3, 4]) { rows in
                for request in missing { row(request, page.unheld[request.id], &rows) }
            }
        }
    }

    private func row(_ request: Request, _ reason: Bilingual?, _ rows: inout Markup) {
        let week = page.week
        rows.element("tr") { tr in
            tr.element("th", ["scope": "row"]) { th in
                th.write(request.title.isEmpty ? request.id : request.title)
                if !request.title.isEmpty { th.element("small", text: request.id) }
            }
            tr.element("td", text: townships(request))
            tr.element("td", text: page.word(week.audiences[request.audience]))
            tr.element("td", ["class": "n"], text: NumberText.grouped(request.attendance))
            tr.element("td", ["class": "n"], text: NumberText.grouped(request.value))
            tr.element("td", ["class": "reason"], text: reason?[page.language] ?? "–")
        }
        rows.newline()
    }

    /// The first few places; a request may name every township of a province.
    private func townships(_ request: Request) -> String {
        page.list(request.townships.map(page.week.townshipName), most: 4)
    }
}
