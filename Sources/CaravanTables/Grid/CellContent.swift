import CaravanCore

/// What a spreadsheet holds in a cell that is not empty.
public enum CellContent: Sendable, Equatable {
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// A number that the spreadsheet shows as a date or a time: days since 1899-12-30, the time as their fraction.
    case date(Double)
    /// A truth value.
    case bool(Bool)
    /// An error such as `#REF!`.
    case error(String)
    /// A formula without a stored result.
    case formula(String)

    /// The content as a person sees it, for faults.
    public var shown: String {
        switch self {
        case .text(let text): text
        case .number(let value): plainDecimal(value)
        case .date(let serial): SerialDate(serial).text
        case .bool(let truth): truth ? "TRUE" : "FALSE"
        case .error(let name): name
        case .formula(let text): "=" + text
        }
    }
}
