import CaravanCore
import CaravanLanguage
import CaravanPresentation
import Foundation

/// The townships where they lie: people by size, attendance per thousand by colour, sessions as a number.
struct MapSection {
    let page: ReportPage
    private let layout: MapLayout
    private let classes: CoverageClasses

    init(page: ReportPage) {
        self.page = page
        layout = MapLayout(page.week.townships, in: .page(townships: page.week.townships.count))
        classes = CoverageClasses(page.figures.townships.map { $0.perThousand ?? 0 })
    }

    func write(to body: inout Markup) {
        let labels = MapLabels(page.week, order: order, on: layout)
        body.section(.map, of: page) { part in
            part.element("p", text: page.say(ReportText.mapNote))
            Legend(page: page, classes: classes).write(to: &part)
            let size = "0 0 \(number(layout.frame.width)) \(number(layout.height))"
            part.element(
                "svg", ["viewBox": size, "role": "img", "aria-label": page.say(ReportText.map), "class": "map"]
            ) { svg in
                svg.newline()
                labels.counties.forEach { name($0, layout.countySize, "county", &svg) }
                for town in page.week.townships.indices { circle(town, &svg) }
                labels.townships.forEach { line(to: $0, &svg) }
                labels.townships.forEach { name($0, layout.frame.fontSize, nil, &svg) }
            }
            part.newline()
            if labels.missing > 0 {
                part.element("p", ["class": "note"], text: page.say(ReportText.namesMissing, String(labels.missing)))
            }
        }
    }

    private func name(_ label: MapLabels.Label, _ size: Double, _ style: String?, _ svg: inout Markup) {
        let (x, y) = (number(label.box.x), number(label.box.y + size * 0.92))
        svg.element("text", ["x": x, "y": y, "font-size": number(size), "class": style], text: label.name)
        svg.newline()
    }

    /// From a name at the edge to the rim of its circle, where a dot marks the end.
    private func line(to label: MapLabels.Label, _ svg: inout Markup) {
        guard let circle = label.circle else { return }
        let isLeft = label.box.x < circle.x
        let from = (x: label.box.x + (isLeft ? label.box.width + 3 : -3), y: label.box.y + label.box.height / 2)
        let (dx, dy) = (circle.x - from.x, circle.y - from.y)
        let inside = max(0, 1 - (circle.radius - 1.5) / max(1, (dx * dx + dy * dy).squareRoot()))
        let end = (x: number(from.x + dx * inside), y: number(from.y + dy * inside))
        svg.empty("line", ["x1": number(from.x), "y1": number(from.y), "x2": end.x, "y2": end.y, "class": "lead"])
        svg.empty("circle", ["cx": end.x, "cy": end.y, "r": "2.2", "class": "end"])
        svg.newline()
    }

    /// Townships without a session are named first, then those with most people.
    private var order: [Int] {
        let rows = page.figures.townships
        return rows.indices.sorted { a, b in
            let (left, right) = (rows[a].sessions == 0 ? 0 : 1, rows[b].sessions == 0 ? 0 : 1)
            return (left, -(rows[a].population ?? 0), a) < (right, -(rows[b].population ?? 0), b)
        }
    }

    private func circle(_ town: Int, _ svg: inout Markup) {
        let (circle, row) = (layout.circles[town], page.figures.townships[town])
        let step = row.perThousand.flatMap { classes.shade(of: $0) }
        let isEmpty = row.sessions == 0
        let tip = page.say(
            ReportText.mapTip, page.week.townshipName(town), NumberText.count(row.sessions),
            NumberText.grouped(row.perThousand ?? 0, decimals: 1), NumberText.grouped(row.population ?? 0))
        svg.element("g") { group in
            group.element("title", text: tip)
            group.empty(
                "circle",
                [
                    "cx": number(circle.x), "cy": number(circle.y), "r": number(circle.radius),
                    "fill": step.map { ColourScale.colours[$0] } ?? "#ffffff",
                    "stroke": isEmpty ? "#b00020" : "#333333", "stroke-width": isEmpty ? "1.6" : "0.6",
                    "stroke-dasharray": isEmpty ? "3 2" : nil,
                ])
            guard circle.radius >= 7 else { return }
            group.element(
                "text",
                [
                    "x": number(circle.x), "y": number(circle.y + 3.6), "class": "in",
                    "fill": step.map(ColourScale.ink) ?? "#111111",
                ], text: String(row.sessions))
        }
        svg.newline()
    }

    private func number(_ value: Double) -> String { plainDecimal((value * 10).rounded() / 10) }
}
