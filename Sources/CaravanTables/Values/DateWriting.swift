/// What one date says, as far as it says it: a day, mostly a month, perhaps a year.
struct DateWriting: Equatable {
    var year: Int?
    var month: Int?
    let day: Int
    /// The number of a day as spreadsheets count them, in place of all others.
    var serial: Int?
    /// Whether the year has two digits, so that it may as well be something else.
    var isYearShort = false
    /// Whether the day stands before the month, both as numbers.
    var isDayFirst = false

    init(year: Int?, month: Int?, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// Whether the month must come from elsewhere.
    var isDayAlone: Bool { month == nil && serial == nil }

    /// Whether two dates of one text name day and month in the same order.
    func agrees(with other: DateWriting) -> Bool {
        isDayAlone || other.isDayAlone || isDayFirst == other.isDayFirst
    }

    /// The same with month and year from the other end of a range where they are missing here.
    func completed(by other: DateWriting) -> DateWriting {
        var whole = self
        if serial != nil || other.serial != nil { return self }
        whole.month = month ?? other.month
        whole.year = year ?? other.year
        if year == nil { whole.isYearShort = other.isYearShort }
        return whole
    }

    /// The forms of a date, by their shape, with the order in which they name year, month and day. Of some more than one
    /// order is in use.
    private static let forms: [String: [String]] = {
        var forms: [String: [String]] = ["Y年n月n日": ["ymd"], "Y年n月n": ["ymd"], "n年n月n日": ["ymd"], "Y n n": ["ymd"]]
        for sign in ["-", "/", "."] {
            forms["Y\(sign)n\(sign)n"] = ["ymd"]
            forms["n\(sign)n\(sign)Y"] = ["mdy", "dmy"]
            forms["n\(sign)n\(sign)n"] = ["mdy", "dmy", "ymd"]
            forms["n\(sign)n"] = ["md", "dm"]
        }
        for sign in ["-", "/", ".", " ", ""] {
            forms["n\(sign)M"] = ["dm"]
            forms["M\(sign)n"] = ["md"]
            for year in ["Y", "n"] { forms["n\(sign)M\(sign)\(year)"] = ["dmy"] }
            forms["Y\(sign)M\(sign)n"] = ["ymd"]
        }
        for shape in ["n M,Y", "n.M Y"] { forms[shape] = ["dmy"] }
        for shape in ["M n,Y", "M n Y", "M.n,Y"] { forms[shape] = ["mdy"] }
        for shape in ["n月n日", "n月n"] { forms[shape] = ["md"] }
        for shape in ["n日", "n"] { forms[shape] = ["d"] }
        for shape in ["n,Y", "n Y"] { forms[shape] = ["dy"] }
        return forms
    }()

    /// All that tokens may mean as one date.
    static func all(_ tokens: DateTokens) -> [DateWriting] {
        switch String(tokens.shape) {
        case "8":
            let number = tokens.numbers[0].value
            return [DateWriting(year: number / 10_000, month: number / 100 % 100, day: number % 100)]
        case "5":
            var writing = DateWriting(year: nil, month: nil, day: 0)
            writing.serial = tokens.numbers[0].value
            return (30_000...80_000).contains(tokens.numbers[0].value) ? [writing] : []
        case let shape:
            return (forms[shape] ?? []).compactMap { order in writing(order, tokens.numbers) }
        }
    }

    private static func writing(_ order: String, _ numbers: [DateTokens.Number]) -> DateWriting? {
        var (year, month, day): (Int?, Int?, Int?)
        for (part, number) in zip(order, numbers) {
            switch part {
            case "y":
                guard number.digits == 2 || number.digits == 4 else { return nil }
                year = number.digits == 2 ? 2000 + number.value : number.value
            case "m": month = number.value
            default: day = number.value
            }
        }
        guard let day, (1...31).contains(day), month.map((1...12).contains) ?? true else { return nil }
        var writing = DateWriting(year: year, month: month, day: day)
        writing.isYearShort = zip(order, numbers).contains { $0 == "y" && $1.digits == 2 }
        writing.isDayFirst = order.hasPrefix("dm") && numbers.allSatisfy { $0.digits > 0 }
        return writing
    }
}
