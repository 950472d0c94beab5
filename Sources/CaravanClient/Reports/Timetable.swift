import CaravanCore
import CaravanLanguage
import CaravanPresentation

/// A plan by county, date, slot and township.
struct Timetable {
    private struct Entry {
        let county: Name
        let date: String
        let cells: [String]
    }

    private let names: WeekNames
    private let entries: [Entry]

    init(plan: JSON, names: WeekNames, _ style: Style) {
        self.names = names
        let rank = Dictionary(names.counties.enumerated().map { (Name($1), $0) }) { first, _ in first }
        let sessions = plan["sessions"]?.array ?? []
        let all = sessions.map { Self.entry($0, names, style) }
        // Sessions come in the order of their start; sorting by county keeps that order within a county.
        entries = all.enumerated().sorted { a, b in
            let (left, right) = (rank[a.element.county] ?? .max, rank[b.element.county] ?? .max)
            return (left, a.offset) < (right, b.offset)
        }.map(\.element)
    }

    private static func entry(_ session: JSON, _ names: WeekNames, _ style: Style) -> Entry {
        func field(_ key: String) -> String { session[key]?.string ?? "" }
        let start = field("start")
        let dot = start.firstIndex(of: ".") ?? start.endIndex
        let slot = String(start[dot...].dropFirst())
        let crew = (session["crew"]?.array ?? []).compactMap(\.string).map(names.member)
        return Entry(
            county: Name(names.county(of: field("township"))), date: String(start[..<dot]),
            cells: [
                names.time(of: slot, duration: names.duration(field("request"))), names.township(field("township")),
                names.venue(field("venue")), names.request(field("request")),
                crew.joined(separator: style.text(ListWord.comma)),
            ])
    }

    /// The timetable, a heading a county and a date.
    func text(_ style: Style) -> String {
        if entries.isEmpty { return style.text(PlanText.nothingHeld) + "\n" }
        let columns = [Word.slot, .township, .venue, .title, .crew].map {
            // When, and who goes there, is what everybody looks for: that is never cut.
            TextTable.Column(style.text($0), fit: $0 == .crew ? .whole : $0 == .slot ? .fixed : .cut)
        }
        let lines = TextTable(columns, entries.map(\.cells)).lines(style, indent: 4)
        var text = ""
        var (county, date): (Name?, String?) = (nil, nil)
        for (at, entry) in entries.enumerated() {
            if entry.county != county {
                text += (county == nil ? "" : "\n") + heading(of: entry.county, style) + lines[0]
                (county, date) = (entry.county, nil)
            }
            if entry.date != date {
                text += "  " + style.bold(DateText.dayInOrder(entry.date, in: style.language)) + "\n"
                date = entry.date
            }
            text += lines[at + 1]
        }
        return text
    }

    private func heading(of county: Name, _ style: Style) -> String {
        let count = style.text(ClientText.sessionCount, ["count": String(entries.count { $0.county == county })])
        return style.bold(county.text.isEmpty ? "–" : county.text) + "  " + style.dim(count) + "\n"
    }
}
