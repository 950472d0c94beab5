import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation

/// A plan as one HTML page that needs nothing besides: no network, no script, its pictures inside. It prints on A4.
public struct ReportPage: Sendable {
    let week: Week
    let plan: Plan
    let certificate: Certificate
    let standing: PlanStanding
    let unheld: [String: Bilingual]
    let language: Language
    let figures: ReportFigures
    let sessions: [ScheduledSession]

    /// - Parameters:
    ///   - week: The revision of the week that the plan was made for.
    ///   - plan: The plan.
    ///   - certificate: Its origin.
    ///   - standing: How it stands against the present week.
    ///   - unheld: Why requests are not held, by their identifiers.
    ///   - language: Language of everything that planners did not type.
    public init(
        week: Week, plan: Plan, certificate: Certificate, standing: PlanStanding = .sound, unheld: [String: Bilingual],
        language: Language
    ) {
        self.week = week
        self.plan = plan
        self.certificate = certificate
        self.standing = standing
        self.unheld = unheld
        self.language = language
        figures = ReportFigures(week: week, plan: plan)
        sessions = week.scheduled(plan)
    }

    /// The page.
    public var text: String {
        var page = Markup(doctype: true)
        page.element("html", ["lang": language.tag]) { html in
            html.element("head") { head(&$0) }
            html.newline()
            html.element("body") { body in
                header(&body)
                SummarySection(page: self).write(to: &body)
                MapSection(page: self).write(to: &body)
                TimetableSection(page: self).write(to: &body)
                CoverageSection(page: self).write(to: &body)
                LoadSection(page: self).write(to: &body)
                UnheldSection(page: self).write(to: &body)
                CertificateSection(page: self).write(to: &body)
            }
        }
        page.newline()
        return page.text
    }

    private func head(_ head: inout Markup) {
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.empty(
            "meta",
            ["http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"])
        head.empty("meta", ["name": "generator", "content": "caravan \(certificate.program)"])
        head.element("title", text: "\(week.displayTitle) · \(say(ReportText.report))")
        head.newline()
        head.stylesheet(PageStyle.css)
    }

    private func header(_ body: inout Markup) {
        let dates = week.calendar.dates
        let range = DateText.range(dates.first ?? "", dates.last ?? "", in: language)
        body.element("header") { header in
            header.element("h1", text: week.displayTitle)
            let state = say(certificate.isPublished ? Word.published : ReportText.draft)
            header.element(
                "p", ["class": "lead"],
                text: [range, say(ReportText.planVersion, String(certificate.version)), state].joined(separator: " · "))
            banner(&header)
            header.element("nav") { nav in
                for section in PageSection.allCases {
                    nav.element("a", ["href": "#\(section.rawValue)"], text: say(section.title))
                }
            }
        }
        body.newline()
    }

    /// Says that the plan no longer stands, before anything else of it is read.
    private func banner(_ header: inout Markup) {
        guard let sentence = standing.sentence else { return }
        header.element("div", ["class": "stale", "role": "alert"]) { banner in
            banner.element("strong", text: sentence[language])
            let titles = sessions.filter { standing.fallen.contains($0.id) }.map { "\($0.title) (\($0.id))" }
            if !titles.isEmpty { banner.element("p", text: say(ReportText.staleNote, list(titles, most: 50))) }
        }
    }

    /// A text in the language of the page.
    func say(_ text: any Topic, _ arguments: any TextArgument...) -> String {
        text.bilingual.filled(arguments)[language]
    }

    /// A word that many weeks use, in the language of the page.
    func word(_ word: String) -> String { KnownWord.name(of: word, in: language) }

    /// Names in a list, of many the first `most`.
    func list(_ names: [String], most: Int = 100) -> String {
        let text = names.prefix(most).joined(separator: say(ListWord.comma))
        return names.count > most ? text + say(ReportText.andMore, NumberText.count(names.count - most)) : text
    }
}

/// The parts of the page, in their order.
enum PageSection: String, CaseIterable {
    case summary, map, timetable, coverage, load, unheld, certificate

    var title: any Topic {
        switch self {
        case .summary: ReportText.summary
        case .map: ReportText.map
        case .timetable: PlanText.timetable
        case .coverage: ReportText.coverage
        case .load: ReportText.load
        case .unheld: PlanText.unheld
        case .certificate: ReportText.certificate
        }
    }
}

extension Markup {
    /// Writes a part of the page under its heading.
    mutating func section(_ section: PageSection, of page: ReportPage, _ body: (inout Markup) -> Void) {
        element("section", ["id": section.rawValue]) { part in
            part.element("h2", text: page.say(section.title))
            part.newline()
            body(&part)
        }
        newline()
    }
}
