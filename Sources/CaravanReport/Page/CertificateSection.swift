import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation

/// What is known of the plan's quality, and how to make it again.
struct CertificateSection {
    let page: ReportPage

    func write(to body: inout Markup) {
        body.section(.certificate, of: page) { part in
            part.element("p", text: page.say(ReportText.certificateNote))
            part.element("div", ["class": "pair"]) { pair in
                pair.element("div") { facts(&$0) }
                pair.element("div") { terms(&$0) }
            }
        }
    }

    private func facts(_ part: inout Markup) {
        part.element("h3", text: page.say(ReportText.facts))
        part.table("figures", head: [page.say(ReportText.fact), page.say(Word.content)], numeric: [1]) { rows in
            for (name, value) in lines { rows.row([page.say(name), value], numeric: [1]) }
        }
    }

    private var lines: [(any Topic, String)] {
        let (plan, certificate) = (page.plan, page.certificate)
        let zone = TimeZone(ofWeek: page.week.timezone) ?? .gmt
        let baseline = certificate.baseline.map { page.say(ReportText.againstVersion, String($0)) }
        return [
            (ReportText.objective, plan.objective.map { NumberText.grouped($0, decimals: 1) } ?? "–"),
            (ReportText.bound, plan.bound.map { NumberText.grouped($0, decimals: 1) } ?? page.say(ReportText.unproven)),
            (Word.gap, plan.gap.map { NumberText.percent($0) } ?? "–"),
            (Word.status, plan.status.map { page.word($0.rawValue) } ?? "–"),
            (Word.origin, [origin, baseline].compactMap { $0 }.joined(separator: " · ")),
            (ReportText.seed, certificate.seed.map(String.init) ?? "–"), (ReportText.weekIdentifier, page.week.id),
            (ReportText.revision, String(certificate.revision)), (ReportText.version, String(certificate.version)),
            (ReportText.created, "\(DateText.stamp(certificate.created, in: zone)) (\(zone.identifier))"),
            (ReportText.program, "caravan \(certificate.program)"),
        ]
    }

    /// How the plan was made.
    private var origin: String {
        switch page.certificate.origin {
        case "solve": page.say(ReportText.solved)
        case "replan": page.say(ReportText.replanned)
        case "adopt": page.say(ReportText.adopted)
        default: page.certificate.origin
        }
    }

    private func terms(_ part: inout Markup) {
        guard let terms = page.plan.terms else { return }
        part.element("h3", text: page.say(ReportText.objectiveTerms))
        part.table("figures", head: [page.say(Word.term), page.say(Word.points)], numeric: [1]) { rows in
            for (name, points) in terms.named {
                rows.row([page.word(name), NumberText.grouped(points, decimals: 1)], numeric: [1])
            }
        }
    }
}
