import CaravanCore

/// Dates as spreadsheets and people write them.
struct DateText {
    /// What a text says.
    enum Reading: Equatable {
        case date(CivilDate)
        /// Day and month could be either way round.
        case ambiguous(CivilDate, CivilDate)
        /// A day and month, and no week to take the year from.
        case yearMissing
        case none
    }

    /// The dates of the week, where they are known: they give the year, and decide what is day and what is month.
    let week: ClosedRange<Int>?

    /// The week that starts at a date.
    init(start: CivilDate?, days: Int) {
        week = start.map { $0.dayNumber...($0.dayNumber + max(0, days - 1)) }
    }

    /// Reads `2025-05-29`, `2025/5/29`, `20250529`, `2025年5月29日 星期四`, `5月29日`, `29 May 2025`, `29-May-25`,
    /// `May 29, 2025`, `29.5.2025`, `5/29`, and 45806 as spreadsheets count days.
    func read(_ text: String) -> Reading {
        if let date = CivilDate(text) { return .date(date) }
        guard let parts = Self.parts(text) else { return .none }
        let numbers = parts.compactMap(\.number)
        if let month = parts.compactMap(\.month).first {
            guard parts.compactMap(\.month).count == 1 else { return .none }
            return named(month, numbers, parts)
        }
        switch numbers.count {
        case 1: return single(numbers[0])
        case 2:
            let (a, b) = (numbers[0].value, numbers[1].value)
            return text.contains("月") ? yearless(a, b) : either(yearless(a, b), yearless(b, a))
        case 3: return pick(Self.orders(numbers))
        default: return .none
        }
    }

    /// The dates that three numbers may mean: year, month and day; or day and month, either first, and year.
    private static func orders(_ numbers: [Number]) -> [CivilDate] {
        let (a, b, c) = (numbers[0].value, numbers[1].value, numbers[2].value)
        if numbers[0].digits == 4 { return [CivilDate(a, b, c)].compactMap { $0 } }
        guard let year = year(numbers[2]) else { return [] }
        var dates = [CivilDate(year, a, b), CivilDate(year, b, a)]
        if numbers[2].digits == 2, numbers[0].digits == 2 { dates.append(CivilDate(2000 + a, b, c)) }
        return dates.compactMap { $0 }
    }

    private func reading(_ date: CivilDate?) -> Reading { date.map { .date($0) } ?? .none }

    private func single(_ number: Number) -> Reading {
        if number.digits == 8 {
            return reading(CivilDate(number.value / 10_000, number.value / 100 % 100, number.value % 100))
        }
        return (30_000...80_000).contains(number.value) ? reading(SerialDate(Double(number.value)).date) : .none
    }

    /// A month by name, with a day before or after it and perhaps a year.
    private func named(_ month: Int, _ numbers: [Number], _ parts: [Part]) -> Reading {
        guard let day = numbers.first else { return .none }
        if numbers.count == 1 { return yearless(month, day.value) }
        if day.digits == 4 { return reading(CivilDate(day.value, month, numbers[1].value)) }
        guard numbers.count == 2, let year = Self.year(numbers[1]) else { return .none }
        return reading(CivilDate(year, month, day.value))
    }

    /// A date without a year: in the week's year, or in the year that brings it into a week over new year.
    private func yearless(_ month: Int, _ day: Int) -> Reading {
        guard let week, let start = CivilDate(dayNumber: week.lowerBound) else {
            return CivilDate(2000, month, day) == nil ? .none : .yearMissing
        }
        let dates = [start.year, start.year + 1].compactMap { CivilDate($0, month, day) }
        return reading(dates.first { week.contains($0.dayNumber) } ?? dates.first)
    }

    /// Two numbers of which either may be the month.
    private func either(_ a: Reading, _ b: Reading) -> Reading {
        switch (a, b) {
        case (.date(let p), .date(let q)): pick([p, q])
        case (.none, let other), (let other, .none): other
        default: .yearMissing
        }
    }

    /// The one date that lies in the week, or the only one.
    private func pick(_ dates: [CivilDate]) -> Reading {
        let fitting = dates.filter { week?.contains($0.dayNumber) ?? false }
        guard let first = fitting.first ?? dates.first else { return .none }
        let rivals = fitting.isEmpty ? dates : fitting
        return rivals.first { $0 != first }.map { .ambiguous(first, $0) } ?? .date(first)
    }

    private static func year(_ number: Number) -> Int? {
        switch number.digits {
        case 4: number.value
        case 2: 2000 + number.value
        default: nil
        }
    }
}

extension DateText {
    struct Number {
        let value: Int
        let digits: Int
    }

    struct Part {
        var number: Number?
        var month: Int?
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The numbers and month names of a text in their order; nil where it holds anything but these, weekdays, separators
    /// and a time at the end.
    static func parts(_ text: String) -> [Part]? {
        var rest = withoutTime(PlainText.narrowed(text).lowercased())[...]
        guard rest.utf8.count <= 64 else { return nil }
        var parts: [Part] = []
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard digits.count <= 8, let value = Int(digits) else { return nil }
                parts.append(Part(number: Number(value: value, digits: digits.count)))
                rest = rest.dropFirst(digits.count)
            } else if first.isASCII, first.isLetter {
                let word = String(rest.prefix { $0.isASCII && $0.isLetter })
                rest = rest.dropFirst(word.count)
                if let month = position(of: word, in: months) {
                    parts.append(Part(month: month + 1))
                } else if position(of: word, in: weekdays) == nil, !["st", "nd", "rd", "th", "of"].contains(word) {
                    return nil
                }
            } else {
                guard "-/. ,年月日号()周星期一二三四五六天".contains(first) else { return nil }
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    /// The place of a name that a word of at least three letters is the beginning of.
    private static func position(of word: String, in names: [String]) -> Int? {
        word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }
    }

    /// Spreadsheets write dates with midnight behind them.
    private static func withoutTime(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        let before = text[..<colon]
        guard let gap = before.lastIndex(where: { $0 == " " || $0 == "t" }) else { return text }
        return String(before[..<gap])
    }
}
