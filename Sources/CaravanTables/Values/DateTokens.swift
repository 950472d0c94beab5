/// A text of dates taken apart: numbers, months, and the signs between them. What is none of these is no text of dates,
/// so nothing in a cell is passed over.
struct DateTokens {
    struct Number {
        let value: Int
        let digits: Int
    }

    /// One letter a token: `Y` a year of four digits, `n` a number of one or two, `5` and `8` longer ones, `M` a month by its
    /// name; and the signs as they stand there, dashes and words for a range as `~` but for the hyphen, words that join as `+`.
    private(set) var shape: [Character] = []
    /// The numbers of the tokens `Y`, `n`, `5`, `8` and `M`, in their order.
    private(set) var numbers: [Number] = []
    /// Day of the week that stands there, from 0 for Monday; nil for none.
    private(set) var weekday: Int?
    /// Positions in `shape` behind which a day of the week stands, for each.
    private var weekdays: [(at: Int, day: Int)] = []

    /// Takes a text apart; nil where it holds anything that belongs to no date.
    init?(_ text: String) {
        let narrow = Self.withoutMidnight(PlainText.narrowed(text).lowercased())
        guard narrow.utf8.count <= 80 else { return nil }
        var rest = narrow[...]
        while let first = rest.first { guard take(first, &rest) else { return nil } }
        trim()
    }

    /// The tokens of a part of the shape, the blanks and commas at its ends left out.
    subscript(range: Range<Int>) -> DateTokens {
        var part = self
        let before = shape[..<range.lowerBound].count(where: Self.isNumber)
        part.shape = Array(shape[range])
        part.numbers = Array(numbers[before..<(before + part.shape.count(where: Self.isNumber))])
        part.weekdays = weekdays.filter { range.contains($0.at - 1) }.map { ($0.at - range.lowerBound, $0.day) }
        part.trim()
        return part
    }

    /// The parts between the signs at these positions of the shape.
    func split(at positions: [Int]) -> [DateTokens] {
        zip([-1] + positions, positions + [shape.count]).map { self[($0 + 1)..<$1] }
    }

    private static func isNumber(_ token: Character) -> Bool { "Yn58M".contains(token) }

    private mutating func trim() {
        while shape.last == " " || shape.last == "," { shape.removeLast() }
        let front = shape.prefix { $0 == " " || $0 == "," }.count
        shape.removeFirst(front)
        weekday = weekdays.count == 1 ? weekdays[0].day : nil
        weekdays = weekdays.map { (max(1, $0.at - front), $0.day) }
    }

    /// Whether at most one day of the week stands there.
    var hasOneWeekday: Bool { weekdays.count <= 1 }

    private mutating func take(_ first: Character, _ rest: inout Substring) -> Bool {
        if first.isASCII, first.isNumber { return takeNumber(&rest) }
        if first.isASCII, first.isLetter { return takeWord(&rest) }
        if let (day, length) = Self.weekday(rest) {
            weekdays.append((max(1, shape.count), day))
            rest = rest.dropFirst(length)
            return true
        }
        rest = rest.dropFirst()
        switch first {
        case " ": if let last = shape.last, Self.isNumber(last) || last == "日" { shape.append(" ") }
        case "年", "月", "日", "/", ".", ",", "-", "+": add(first)
        case "号": add("日")
        case "\u{2010}", "\u{2011}", "\u{2212}": add("-")
        case "~", "～", "–", "—", "―", "至", "到": if shape.last != "~" { add("~") }
        case "和", "及", "与", "&": add("+")
        default: return false
        }
        return true
    }

    /// A sign; blanks before it say nothing.
    private mutating func add(_ sign: Character) {
        while shape.last == " " { shape.removeLast() }
        shape.append(sign)
    }

    private mutating func takeNumber(_ rest: inout Substring) -> Bool {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), let token = [1: "n", 2: "n", 4: "Y", 5: "5", 8: "8"][digits.count] else {
            return false
        }
        shape.append(Character(token))
        numbers.append(Number(value: value, digits: digits.count))
        rest = rest.dropFirst(digits.count)
        return true
    }

    private mutating func takeWord(_ rest: inout Substring) -> Bool {
        let word = String(rest.prefix { $0.isASCII && $0.isLetter })
        rest = rest.dropFirst(word.count)
        if let month = Self.position(of: word, in: Self.months) {
            shape.append("M")
            numbers.append(Number(value: month + 1, digits: 0))
        } else if let day = Self.position(of: word, in: Self.weekdayNames) {
            weekdays.append((max(1, shape.count), day))
        } else if ["st", "nd", "rd", "th"].contains(word), shape.last == "n" {
            return true
        } else if ["to", "until", "till", "through"].contains(word) {
            add("~")
        } else if word == "and" {
            add("+")
        } else if word != "of" {
            return false
        }
        return true
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdayNames = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The place of a name that a word of at least three letters is the beginning of.
    private static func position(of word: String, in names: [String]) -> Int? {
        word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }
    }

    /// A day of the week in Chinese at the beginning of a text, in brackets or not: which, and how long the word is.
    private static func weekday(_ text: Substring) -> (day: Int, length: Int)? {
        guard let match = text.prefixMatch(of: /\(?(?:星期|周|礼拜)([一二三四五六日天])\)?/),
            let day = ["一", "二", "三", "四", "五", "六", "日", "天"].firstIndex(of: String(match.1))
        else {
            guard let match = text.prefixMatch(of: /\(([a-z]+)\)/),
                let day = position(of: String(match.1), in: weekdayNames)
            else { return nil }
            return (day, match.0.count)
        }
        return (min(day, 6), match.0.count)
    }

    /// Spreadsheets write dates with midnight behind them. Any other time is no part of a date.
    private static func withoutMidnight(_ text: String) -> String {
        text.replacing(/[t ]0{1,2}:00(?::00(?:\.0+)?)?$/, with: "")
    }
}
