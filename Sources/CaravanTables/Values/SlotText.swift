import CaravanCore
import CaravanLanguage

/// Slot instances in a cell. `2025-05-24.am` is one, `2025-05-24` all of a date, `2025-05-24~2025-05-28.am+pm` two a date
/// of a range, `am` those of every date; dates as in `DateReader`.
struct SlotText {
    /// Dates of the week, in order.
    let dates: [CivilDate]
    /// Slots of a date, in order.
    let slots: [String]
    private let dateText: DateReader

    /// Problems of one cell that are told.
    private static let mostProblems = 100
    /// No item of a list is longer.
    private static let longestItem = 200

    init(start: CivilDate, days: Int, slots: [String], countsFrom1904: Bool = false) {
        dates = (0..<max(0, days)).compactMap { CivilDate(dayNumber: start.dayNumber + $0) }
        self.slots = slots
        dateText = DateReader(start: start, days: days, countsFrom1904: countsFrom1904)
    }

    /// The instances that a cell lists, in its order; a problem for each item that cannot be read.
    func instances(_ text: String) -> (instances: [String], problems: [CellProblem]) {
        var (instances, problems): ([String], [CellProblem]) = ([], [])
        do throws(CellProblem) {
            for item in try ListText.items(text) {
                // What is listed beyond is there twice, and is a fault of the week already.
                guard instances.count <= dates.count * slots.count, problems.count < Self.mostProblems else { break }
                do throws(CellProblem) { instances += try self.item(item) } catch { problems.append(error) }
            }
        } catch { problems.append(error) }
        return (instances, problems)
    }

    private func item(_ text: String) throws(CellProblem) -> [String] {
        guard text.utf8.count <= Self.longestItem else { throw Self.unreadable(text) }
        if let names = slotNames(text) { return Self.named(dates, names) }
        if ["*", "all", "全部"].contains(text.lowercased()) { return Self.named(dates, slots) }
        if let (date, names) = suffixed(text) {
            // The dates may end in a slot too: then all between is meant.
            if let stretch = try stretch(text) { return stretch }
            return Self.named(try dates(date), names)
        }
        return Self.named(try dates(text), slots)
    }

    /// A text that ends in slots, and what stands before them.
    private func suffixed(_ text: String) -> (rest: String, slots: [String])? {
        for gap in text.indices where text[gap] == "." || text[gap].isWhitespace {
            if let names = slotNames(String(text[text.index(after: gap)...])) { return (String(text[..<gap]), names) }
        }
        return nil
    }

    /// All slots from one to another, as in `2025-05-24.pm~2025-05-26.am`; nil where the text is no such stretch. Between
    /// two slots of the same name it may be that one of every date which is meant.
    private func stretch(_ text: String) throws(CellProblem) -> [String]? {
        for sign in text.indices where "-~～–—―至到".contains(text[sign]) {
            guard let (first, from) = suffixed(PlainText.trimmed(String(text[..<sign]))), from.count == 1,
                let (last, until) = suffixed(PlainText.trimmed(String(text[text.index(after: sign)...]))),
                until.count == 1, let begin = slots.firstIndex(of: from[0]), let end = slots.firstIndex(of: until[0])
            else { continue }
            let span = try dates(first + "~" + last)
            guard begin != end, span.count > 1 else { throw Self.unreadable(text) }
            let all = Self.named(span, slots)
            return Array(all[begin..<(all.count - slots.count + end + 1)])
        }
        return nil
    }

    /// Names joined by `+`; nil unless each is a slot.
    func slotNames(_ text: String) -> [String]? {
        let names = text.split(separator: "+", omittingEmptySubsequences: false).map {
            PlainText.trimmed(String($0))
        }
        return names.allSatisfy(slots.contains) ? names : nil
    }

    /// The dates of the week that a text names: one, a range, a list.
    func dates(_ text: String) throws(CellProblem) -> [CivilDate] {
        let spans: [DateReader.Span]
        switch dateText.read(PlainText.trimmed(text)) {
        case .date(let date): spans = [DateReader.Span(date, date)]
        case .spans(let found): spans = found
        case let other: throw DateProblem(other)?.problem ?? Self.unreadable(text)
        }
        for end in spans.flatMap({ [$0.first, $0.last] }) where !dates.contains(end) { throw outside(end) }
        return spans.flatMap { span in dates.filter { span.days.contains($0.dayNumber) } }
    }

    /// A date that the week has not.
    func outside(_ date: CivilDate) -> CellProblem {
        let (first, last) = (dates.first?.text ?? "", dates.last?.text ?? "")
        return CellProblem(
            CellFault.outsideWeek(date.text),
            CellRemedy.weekSpan(first, last))
    }

    private static func unreadable(_ text: String) -> CellProblem {
        CellProblem(
            CellFault.slotText(text),
            CellRemedy.slotText)
    }

    private static func named(_ dates: [CivilDate], _ slots: [String]) -> [String] {
        dates.flatMap { date in slots.map { "\(date.text).\($0)" } }
    }
}
