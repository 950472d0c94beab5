import CaravanCore
import Foundation

/// What is known of the plan's quality, and how to make it again.
struct CertificateSection {
    let page: ReportPage

    func write(to body: inout Markup) {
        body.section(.certificate, of: page) { part in
            part.element("p", text: page.say(.certificateNote))
            part.element("div", ["class": "pair"]) { pair in
                pair.element("div") { facts(&$0) }
                pair.element("div") { terms(&$0) }
            }
        }
    }

    private func facts(_ part: inout Markup) {
        part.element("h3", text: page.say(.facts))
        part.table("figures", head: [page.say(.fact), page.say(.figure)], numeric: [1]) { rows in
            for (name, value) in lines { rows.row([page.say(name), value], numeric: [1]) }
        }
    }

    private var lines: [(Phrase, String)] {
        let (plan, certificate) = (page.plan, page.certificate)
        let zone = TimeZone(identifier: page.week.timezone) ?? .gmt
        let baseline = certificate.baseline.map { page.say(.againstVersion, String($0)) }
        return [
            (.objective, plan.objective.map { NumberText.grouped($0, decimals: 1) } ?? "–"),
            (.bound, plan.bound.map { NumberText.grouped($0, decimals: 1) } ?? page.say(.unproven)),
            (.gap, plan.gap.map { NumberText.percent($0, decimals: 2) } ?? "–"),
            (.status, plan.status.map { page.word($0.rawValue) } ?? "–"),
            (.origin, [page.word(certificate.origin), baseline].compactMap { $0 }.joined(separator: " · ")),
            (.seed, certificate.seed.map(String.init) ?? "–"), (.weekIdentifier, page.week.id),
            (.revision, String(certificate.revision)), (.version, String(certificate.version)),
            (.created, "\(DateText.stamp(certificate.created, in: zone)) (\(zone.identifier))"),
            (.program, "caravan \(certificate.program)"),
        ]
    }

    private func terms(_ part: inout Markup) {
        guard let terms = page.plan.terms else { return }
        part.element("h3", text: page.say(.objectiveTerms))
        part.table("figures", head: [page.say(.term), page.say(.points)], numeric: [1]) { rows in
            for (name, points) in terms.named {
                rows.row([page.word(name), NumberText.grouped(points, decimals: 1)], numeric: [1])
            }
        }
    }
}
