import CaravanCore

/// Dates as spreadsheets and people write them: one, ranges, lists.
///
/// All that a text may mean is found, each time from its beginning to its end: as one date, as a range, as a list. What
/// has one meaning is read, what has several is refused with two of them.
struct DateReader {
    /// Dates from one to another.
    struct Span: Equatable, Hashable {
        let first: CivilDate
        let last: CivilDate

        init(_ first: CivilDate, _ last: CivilDate) { (self.first, self.last) = (first, last) }

        func hash(into hasher: inout Hasher) { hasher.combine(first.dayNumber) }

        var text: String { first == last ? first.text : "\(first.text)~\(last.text)" }
        var days: ClosedRange<Int> { first.dayNumber...last.dayNumber }
    }

    /// What a text says.
    enum Reading: Equatable {
        case date(CivilDate)
        /// A range, or a list of dates and ranges.
        case spans([Span])
        /// It may mean one or the other.
        case ambiguous(String, String)
        /// A day and month, and no week to take the year from.
        case yearMissing
        /// The date falls on another day of the week than stands there.
        case otherWeekday(CivilDate)
        case none
    }

    /// The dates of the week, where they are known: they give the year, and decide what is day and what is month.
    let week: ClosedRange<Int>?
    /// Days by which bare serial numbers of the workbook fall short of those that count from 1900.
    private let serialOffset: Double

    /// The week that starts at a date.
    init(start: CivilDate?, days: Int, countsFrom1904: Bool = false) {
        week = start.map { $0.dayNumber...($0.dayNumber + max(0, days - 1)) }
        serialOffset = countsFrom1904 ? SerialDate.days1904 : 0
    }

    /// Reads `2025-05-29`, `2025/5/29`, `20250529`, `2025年5月29日 星期四`, `5月29日`, `29 May 2025`, `29-May-25`,
    /// `May 29, 2025`, `29.5.2025`, `5/29`, and 45806 as spreadsheets count days; ranges such as `5月24日-26日`, `5/24-26`,
    /// `24-26 May`, `2025-05-30~06-02`; lists such as `5月24日和26日`.
    func read(_ text: String) -> Reading {
        if let date = CivilDate(text) { return .date(date) }
        guard let tokens = DateTokens(text) else { return .none }
        var clash: CivilDate?
        let meanings = (ranges(tokens, &clash).map { [$0] } + lists(tokens, &clash)).reduce(into: [[Span]]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let fitting = meanings.filter { spans in spans.allSatisfy(isInWeek) }
        let likely = fitting.isEmpty ? meanings : fitting
        guard let first = likely.first else {
            if let clash { return .otherWeekday(clash) }
            return week == nil && tokens.shape.contains("n") && !tokens.shape.contains("Y") && tokens.numbers.count > 1
                ? .yearMissing : .none
        }
        // 5/24/26 is no list where it is no date of the week.
        if first.count > 1, Self.isDoubtful(tokens) { return .none }
        if likely.count > 1 { return .ambiguous(Self.text(first), Self.text(likely[1])) }
        if first.count == 1, first[0].first == first[0].last { return .date(first[0].first) }
        return .spans(first)
    }

    /// Whether the last of three numbers may be a year or a further day.
    private static func isDoubtful(_ tokens: DateTokens) -> Bool {
        ["n/n/n", "n.n.n"].contains(String(tokens.shape))
    }

    private static func text(_ spans: [Span]) -> String { spans.map(\.text).joined(separator: ", ") }

    private func isInWeek(_ span: Span) -> Bool {
        week.map { $0.contains(span.first.dayNumber) && $0.contains(span.last.dayNumber) } ?? false
    }

    /// The tokens as one date or as one range.
    private func ranges(_ tokens: DateTokens, _ clash: inout CivilDate?) -> [Span] {
        var spans: [Span] = []
        for writing in DateWriting.all(tokens) where !writing.isDayAlone || tokens.shape.last == "日" {
            if let date = date(writing, tokens, &clash) { spans.append(Span(date, date)) }
        }
        for (position, sign) in tokens.shape.enumerated() where sign == "~" || sign == "-" {
            let ends = tokens.split(at: [position])
            for left in DateWriting.all(ends[0]) {
                // Dashes within a date and between two at once: only month and day stand so.
                if sign == "-", left.isDayAlone ? ends[1].shape.contains("-") : ends[0].shape == ["n", "-", "n"] {
                    guard !left.isDayAlone, !left.isDayFirst else { continue }
                }
                for right in DateWriting.all(ends[1]) where left.agrees(with: right) {
                    guard let first = date(left.completed(by: right), ends[0], &clash),
                        var last = date(right.completed(by: left), ends[1], &clash)
                    else { continue }
                    // A range over new year names the year once at most.
                    if right.year == nil, last.dayNumber < first.dayNumber,
                        let next = CivilDate(last.year + 1, last.month, last.day), left.month != right.month
                    {
                        last = next
                    }
                    if first.dayNumber < last.dayNumber, last.dayNumber - first.dayNumber < 31 {
                        spans.append(Span(first, last))
                    }
                }
            }
        }
        return spans
    }

    /// The tokens as a list whose items are joined by one sign: by words such as "and", by blanks, or by the last stroke.
    private func lists(_ tokens: DateTokens, _ clash: inout CivilDate?) -> [[Span]] {
        (["+", " ", ",", "/", "."] as [Character]).flatMap { sign -> [[Span]] in
            var positions = tokens.shape.indices.filter { tokens.shape[$0] == sign }
            // Strokes separate dates only where they are in none, points never; three numbers may be either.
            if Self.isDoubtful(tokens) {
                positions = positions.suffix(1)
            } else if sign == "." || (sign == "/" && tokens.shape.last != "日") {
                positions = []
            }
            guard !positions.isEmpty, tokens.hasOneWeekday || sign != " " else { return [] }
            var lists: [[Span]] = [[]]
            for (item, part) in tokens.split(at: positions).enumerated() {
                lists = lists.prefix(8).flatMap { list -> [[Span]] in
                    let found = ranges(part, &clash) + (item == 0 ? [] : following(list, part, &clash))
                    return found.filter { span in list.last.map { $0.last.dayNumber < span.first.dayNumber } ?? true }
                        .map { list + [$0] }
                }
            }
            return lists
        }
    }

    /// A day alone behind other dates of its month.
    private func following(_ list: [Span], _ part: DateTokens, _ clash: inout CivilDate?) -> [Span] {
        guard let last = list.last?.last else { return [] }
        return DateWriting.all(part).filter(\.isDayAlone).compactMap { writing in
            date(DateWriting(year: last.year, month: last.month, day: writing.day), part, &clash)
        }.map { Span($0, $0) }
    }

    /// The date that is written; nil where there is none of that name, or it falls on another day of the week.
    private func date(_ writing: DateWriting, _ tokens: DateTokens, _ clash: inout CivilDate?) -> CivilDate? {
        guard tokens.hasOneWeekday, let date = resolved(writing) else { return nil }
        guard let weekday = tokens.weekday else { return date }
        if date.weekday == weekday { return date }
        clash = clash ?? date
        return nil
    }

    private func years(of week: ClosedRange<Int>) -> [Int] {
        [week.lowerBound, week.upperBound].compactMap { CivilDate(dayNumber: $0)?.year }
    }

    private func resolved(_ writing: DateWriting) -> CivilDate? {
        if let serial = writing.serial { return SerialDate(Double(serial) + serialOffset).date }
        if let year = writing.year {
            if writing.isYearShort, let week, !years(of: week).contains(year) { return nil }
            return writing.month.flatMap { CivilDate(year, $0, writing.day) }
        }
        guard let week, let start = CivilDate(dayNumber: week.lowerBound) else { return nil }
        guard let month = writing.month else {
            return week.lazy.compactMap { CivilDate(dayNumber: $0) }.first { $0.day == writing.day }
        }
        let dates = [start.year, start.year + 1].compactMap { CivilDate($0, month, writing.day) }
        return dates.first { week.contains($0.dayNumber) } ?? dates.first
    }
}
