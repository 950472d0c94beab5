import CaravanCore
import CaravanLanguage
import CaravanPresentation
import CaravanProtocol

/// Coverage by township and audience: sessions, and attendance in parentheses.
struct CoverageMatrix {
    let names: WeekNames
    /// Records of `COVERAGE by=township`.
    let townships: [CoverageRecord]

    func text(_ style: Style) -> String {
        if townships.isEmpty { return style.dim(style.text(Word.nothing)) + "\n" }
        let audiences = names.audiences
        let columns =
            [TextTable.Column(style.text(Word.county)), TextTable.Column(style.text(Word.township))]
            + audiences.map { TextTable.Column(style.word($0), .trailing) }
            + [Word.total, .perThousand, .shortfall].map { TextTable.Column(style.text($0), .trailing) }
        var last: Name?
        let rows = sorted.map { record in
            let county = Name(record.county ?? "")
            defer { last = county }
            return row(record, county: county == last ? "" : county.text, audiences)
        }
        return TextTable(columns, rows).text(style)
    }

    /// Townships of one county together, in the order of the week.
    private var sorted: [CoverageRecord] {
        let rank = Dictionary(names.counties.enumerated().map { (Name($1), $0) }) { first, _ in first }
        return townships.enumerated().sorted { a, b in
            let left = rank[Name(a.element.county ?? "")] ?? .max
            let right = rank[Name(b.element.county ?? "")] ?? .max
            return (left, a.offset) < (right, b.offset)
        }.map(\.element)
    }

    private func row(_ record: CoverageRecord, county: String, _ audiences: [String]) -> [String] {
        let byAudience = Dictionary((record.audiences ?? []).map { ($0.audience, $0) }) { first, _ in first }
        let shortfall = record.shortfallCost ?? 0
        return [county, record.name ?? names.township(record.key)]
            + audiences.map { Self.cell(byAudience[$0]?.sessions ?? 0, byAudience[$0]?.attendance ?? 0) }
            + [
                Self.cell(record.sessions, record.attendance),
                record.perThousand.map { NumberText.grouped($0, decimals: 1) } ?? "",
                shortfall > 0 ? NumberText.grouped(shortfall, decimals: 1) : "",
            ]
    }

    private static func cell(_ sessions: Int, _ attendance: Double) -> String {
        guard sessions > 0 else { return "–" }
        return "\(NumberText.grouped(Double(sessions))) (\(NumberText.grouped(attendance)))"
    }
}
