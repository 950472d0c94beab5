import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// What `EXPLAIN` says of one request: why, what each rule rules out, the nearest places, and what would let it in.
struct ExplanationReport {
    private static let widestBar = 24
    private let record: ExplanationRecord

    /// Reads the record of the request.
    init(_ record: ExplanationRecord) { self.record = record }

    /// The report; parts that the record lacks are left out.
    func text(_ style: Style) -> String {
        let parts = [heading(style), rules(style), nearest(style), remedies(style), alternatives(style)]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What contradicts each other, a line each.
    static func contradictions(_ records: [ContradictionRecord], _ style: Style) -> String {
        style.bold(style.text(ClientHeading.contradiction)) + "\n"
            + records.map { record in
                style.paragraph(
                    record.text?[style.language] ?? "", indent: 2, mark: record.rule.map { "\($0)  " } ?? "")
            }.joined()
    }

    private func heading(_ style: Style) -> String {
        let state = record.held ? style.green(style.text(Word.held)) : style.red(style.text(Word.unserved))
        let words = [
            style.bold(record.request), record.title ?? "", state,
            "\(style.text(Word.value)) \(NumberText.grouped(record.value))",
        ].filter { !$0.isEmpty }
        return words.joined(separator: "  ") + "\n"
            + style.paragraph(ExplainColumns.reason.cell(record, style), indent: 2)
    }

    /// A bar for each rule, as long as its share of the options.
    private func rules(_ style: Style) -> String {
        guard let rules = record.rules, !rules.isEmpty, let options = record.options.map(Double.init), options > 0
        else { return "" }
        let rows = rules.map { rule -> [String] in
            let (name, count) = (rule.rule, Double(rule.ruledOut))
            let length = Int(saturating: (Double(Self.widestBar) * max(0, min(1, count / options))).rounded(.up))
            return [
                name, RuleName.name(of: name, in: style.language), NumberText.grouped(count),
                String(repeating: "█", count: length),
            ]
        }
        let columns = [
            TextTable.Column(style.text(Word.rule), fit: .fixed), TextTable.Column(""),
            TextTable.Column("", .trailing), TextTable.Column("", fit: .cut),
        ]
        let title = style.text(ClientHeading.ruledOut, ["count": NumberText.grouped(options)])
        let lines = TextTable(columns, rows).lines(style, indent: 2).dropFirst()
        return style.bold(title) + "\n" + lines.joined()
    }

    private func nearest(_ style: Style) -> String {
        list(record.nearest, .nearest, style) { place in
            let site = ["start", "venue", "township"].compactMap { place[$0]?.string }.joined(separator: "  ")
            let blocked = (place["blocked"]?.array ?? []).map { blocker in
                let rule = blocker["rule"]?.string ?? ""
                let mark = rule + String(repeating: " ", count: max(1, 4 - rule.count))
                return style.paragraph(Self.sentence(of: blocker, style), indent: 4, mark: mark)
            }
            return "  \(site)\n" + blocked.joined()
        }
    }

    private func remedies(_ style: Style) -> String {
        var number = 0
        return list(record.remedies, .remedies, style) { remedy in
            number += 1
            return style.paragraph(Self.sentence(of: remedy, style), indent: 2, mark: "\(number). ")
        }
    }

    private func alternatives(_ style: Style) -> String {
        guard let records = record.alternatives, !records.isEmpty else { return "" }
        return style.bold(style.text(ClientHeading.alternatives)) + "\n"
            + recordTable(records, SuggestColumns.columns, style, indent: 2)
    }

    private func list(_ items: [JSON]?, _ heading: ClientHeading, _ style: Style, _ text: (JSON) -> String) -> String {
        guard let items, !items.isEmpty else { return "" }
        return style.bold(style.text(heading)) + "\n" + items.map(text).joined()
    }

    private static func sentence(of item: JSON, _ style: Style) -> String {
        item[style.language == .chinese ? "textZh" : "text"]?.string ?? ""
    }
}
