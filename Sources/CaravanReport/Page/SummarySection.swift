import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// The figures that a science bureau reports.
struct SummarySection {
    let page: ReportPage
    private var figures: ReportFigures { page.figures }

    init(page: ReportPage) { self.page = page }

    func write(to body: inout Markup) {
        body.section(.summary, of: page) { part in
            part.element("div", ["class": "tiles"]) { tiles(&$0) }
            part.newline()
            leftOut(&part)
            part.element("div", ["class": "columns"]) { columns in
                columns.element("div", ["class": "block"]) { contributions(&$0) }
                columns.element("div", ["class": "block"]) { shares(Word.audience, figures.audiences, &$0) }
                columns.element("div", ["class": "block"]) { shares(Word.format, figures.formats, &$0) }
                let isShort = figures.counties.count <= 20
                columns.element("div", ["class": isShort ? "block" : nil]) {
                    shares(ReportText.county, figures.counties, &$0)
                }
            }
        }
    }

    private func tiles(_ part: inout Markup) {
        let equity = figures.equity
        let reached = figures.townships.count - equity.leftOut.count
        tile(
            .sessionsHeld, NumberText.count(figures.sessions),
            page.say(ReportText.ofRequests, NumberText.count(figures.requests)), &part)
        tile(.peopleReached, NumberText.grouped(figures.attendance), perThousand, &part)
        tile(
            .townshipsReached, NumberText.count(reached),
            page.say(ReportText.ofTownships, NumberText.count(figures.townships.count)), &part)
        tile(
            .townshipsWithout, NumberText.count(equity.leftOut.count),
            page.say(ReportText.peopleLiveThere, NumberText.grouped(equity.peopleLeftOut)), &part)
        tile(
            .interactiveShare, figures.interactiveShare.map { NumberText.percent($0, decimals: 1) } ?? "–",
            page.say(
                ReportText.interactiveNote, NumberText.count(figures.interactive),
                page.list(InteractiveFormats.known.map(page.word))), &part)
        tile(
            .moneyUsed, NumberText.grouped(figures.charged),
            page.say(ReportText.ofLimit, NumberText.grouped(figures.limit), share(figures.charged, figures.limit)),
            &part)
        tile(
            .gini, equity.gini.map { NumberText.grouped($0, decimals: 2) } ?? "–", page.say(ReportText.giniNote), &part)
        tile(.worstTownship, equity.worst.map(page.week.townshipName) ?? "–", worstNote, &part)
    }

    private func tile(_ label: ReportText, _ value: String, _ note: String, _ part: inout Markup) {
        part.element("div", ["class": "tile"]) { tile in
            tile.element("span", ["class": "label"], text: page.say(label))
            tile.element("strong", text: value)
            tile.element("span", ["class": "note"], text: note)
        }
    }

    private var perThousand: String {
        guard figures.population > 0 else { return "" }
        return page.say(
            ReportText.perThousandNote, NumberText.grouped(figures.attendance / figures.population * 1000, decimals: 1))
    }

    private var worstNote: String {
        guard let worst = figures.equity.worst else { return "" }
        let town = figures.townships[worst]
        return page.say(
            ReportText.worstNote, NumberText.grouped(town.perThousand ?? 0, decimals: 1),
            NumberText.grouped(town.population ?? 0)
        )
    }

    private func share(_ part: Double, _ whole: Double) -> String {
        whole > 0 ? NumberText.percent(part / whole, decimals: 0) : "–"
    }

    private func leftOut(_ part: inout Markup) {
        let names = figures.equity.leftOut.map(page.week.townshipName)
        let text =
            names.isEmpty ? page.say(ReportText.everyTownship) : page.say(ReportText.leftOutList, page.list(names))
        part.element("p", text: text)
    }

    private func contributions(_ part: inout Markup) {
        part.element("h3", text: page.say(ReportText.contributions))
        let head: [any Topic] = [
            Word.fund, Word.sessions, ReportText.attendance, ReportText.charged, ReportText.limit, Word.used,
        ]
        let numeric: Set<Int> = [1, 2, 3, 4, 5]
        part.table("figures", head: head.map { page.say($0) }, numeric: numeric) { rows in
            for fund in figures.contributions {
                let money = [fund.charged, fund.limit].map { NumberText.grouped($0) }
                rows.row(
                    cells(fund.share.displayName, fund.share) + money + [share(fund.charged, fund.limit)],
                    numeric: numeric)
            }
        }
    }

    private func shares(_ title: any Topic, _ shares: [ReportFigures.Share], _ part: inout Markup) {
        // Names of counties are names; audiences and formats are words that many weeks use.
        let name = { (share: ReportFigures.Share) in
            title is ReportText ? share.displayName : page.word(share.displayName)
        }
        let hasPeople = shares.contains { $0.population != nil }
        let people: [ReportText] = hasPeople ? [.population, .perThousand] : []
        let head: [any Topic] = [title, Word.sessions, ReportText.attendance] + people
        let numeric: Set<Int> = [1, 2, 3, 4]
        part.element("h3", text: page.say(ReportText.byGroup, page.say(title)))
        part.table("figures", head: head.map { page.say($0) }, numeric: numeric) { rows in
            for share in shares {
                let people = [
                    share.population.map { NumberText.grouped($0) } ?? "",
                    share.perThousand.map { NumberText.grouped($0, decimals: 1) } ?? "",
                ]
                rows.row(cells(name(share), share) + (hasPeople ? people : []), numeric: numeric)
            }
        }
    }

    private func cells(_ name: String, _ share: ReportFigures.Share) -> [String] {
        [name, NumberText.count(share.sessions), NumberText.grouped(share.attendance)]
    }
}
