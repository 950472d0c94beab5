import CaravanCore
import CaravanLanguage

/// Slot instances in a cell. `2025-05-24.am` is one, `2025-05-24` all of a date, `2025-05-24~2025-05-28.am+pm` two a date
/// of a range, `am` those of every date; dates as in `DateText`.
struct SlotText {
    /// Dates of the week, in order.
    let dates: [CivilDate]
    /// Slots of a date, in order.
    let slots: [String]
    private let dateText: DateText

    init(start: CivilDate, days: Int, slots: [String]) {
        dates = (0..<max(0, days)).compactMap { CivilDate(dayNumber: start.dayNumber + $0) }
        self.slots = slots
        dateText = DateText(start: start, days: days)
    }

    /// The instances that a cell lists, in its order; a problem for each item that cannot be read.
    func instances(_ text: String) -> (instances: [String], problems: [CellProblem]) {
        var (instances, problems): ([String], [CellProblem]) = ([], [])
        do throws(CellProblem) {
            for item in try ListText.items(text) {
                do throws(CellProblem) { instances += try self.item(item) } catch { problems.append(error) }
            }
        } catch { problems.append(error) }
        return (instances, problems)
    }

    private func item(_ text: String) throws(CellProblem) -> [String] {
        if let names = slotNames(text) { return Self.named(dates, names) }
        if ["*", "all", "全部"].contains(text.lowercased()) { return Self.named(dates, slots) }
        for (position, character) in text.enumerated() where character == "." || character.isWhitespace {
            let gap = text.index(text.startIndex, offsetBy: position)
            guard let names = slotNames(String(text[text.index(after: gap)...])) else { continue }
            return Self.named(try range(String(text[..<gap])), names)
        }
        return Self.named(try range(text), slots)
    }

    /// Names joined by `+`; nil unless each is a slot.
    func slotNames(_ text: String) -> [String]? {
        let names = text.split(separator: "+", omittingEmptySubsequences: false).map {
            PlainText.trimmed(String($0))
        }
        return names.allSatisfy(slots.contains) ? names : nil
    }

    /// A date, or all from one to another.
    private func range(_ text: String) throws(CellProblem) -> [CivilDate] {
        for sign in ["~", "～", "至", "到", " to ", "–", "—"] {
            let ends = text.split(separator: sign, omittingEmptySubsequences: false)
            guard ends.count == 2 else { continue }
            let (first, last) = (try date(String(ends[0])), try date(String(ends[1])))
            guard first.dayNumber <= last.dayNumber else { throw Self.unreadable(text) }
            return dates.filter { (first.dayNumber...last.dayNumber).contains($0.dayNumber) }
        }
        return [try date(text)]
    }

    /// A date of the week.
    func date(_ text: String) throws(CellProblem) -> CivilDate {
        switch dateText.read(PlainText.trimmed(text)) {
        case .date(let date) where dates.contains(date): return date
        case .date(let date): throw outside(date)
        case .ambiguous(let a, let b): throw DateProblem.ambiguous(a, b)
        case .yearMissing, .none: throw Self.unreadable(text)
        }
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

/// What can be wrong with a date.
enum DateProblem {
    static func ambiguous(_ a: CivilDate, _ b: CivilDate) -> CellProblem {
        CellProblem(
            CellFault.ambiguousDate(a.text, b.text),
            CellRemedy.writeDate(a.text))
    }

    static let yearMissing = CellProblem(
        CellFault.yearMissing, CellRemedy.date)

    static let unreadable = CellProblem(
        CellFault.date, CellRemedy.date)
}
