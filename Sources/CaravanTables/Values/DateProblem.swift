import CaravanLanguage

/// What is wrong with a date, or with a text that should be one.
struct DateProblem {
    let problem: CellProblem

    /// What is wrong with a reading that is not the one date that is wanted; nil where nothing more can be said than that
    /// it is none.
    init?(_ reading: DateReader.Reading) {
        switch reading {
        case .ambiguous(let one, let other):
            problem = CellProblem(CellFault.ambiguousDate(one, other), CellRemedy.writeDate(one))
        case .spans(let spans):
            let text = spans.map(\.text).joined(separator: ", ")
            problem = CellProblem(CellFault.severalDates(text), CellRemedy.oneDate)
        case .otherWeekday(let date):
            problem = CellProblem(CellFault.otherWeekday(date.text), CellRemedy.writeDate(date.text))
        case .yearMissing: problem = Self.yearMissing
        case .date, .none: return nil
        }
    }

    static let yearMissing = CellProblem(CellFault.yearMissing, CellRemedy.date)

    static let unreadable = CellProblem(CellFault.date, CellRemedy.date)
}
