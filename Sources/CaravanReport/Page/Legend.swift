import CaravanLanguage
import CaravanPresentation

/// What the colours of a scale stand for.
struct Legend {
    let page: ReportPage
    let classes: CoverageClasses

    /// Writes the title and a key for nothing and for every class.
    func write(to part: inout Markup) {
        part.element("p", ["class": "legend"]) { legend in
            legend.write(page.say(ReportText.legendTitle))
            key("none", page.say(ReportText.noSession), &legend)
            guard page.figures.sessions > 0 else { return }
            for number in 0..<classes.count {
                key("c\(classes.shade(of: number))", classes.range(of: number), &legend)
            }
        }
        part.newline()
    }

    private func key(_ style: String, _ range: String, _ legend: inout Markup) {
        legend.element("span", ["class": "key"]) { key in
            key.element("i", ["class": style]) { _ in }
            key.write(range)
        }
    }
}

extension CoverageClasses {
    /// The style of a cell with that value: the colour of its class, or that of nothing.
    func style(of value: Double?) -> String {
        value.flatMap { shade(of: $0) }.map { "c\($0)" } ?? "z"
    }
}
