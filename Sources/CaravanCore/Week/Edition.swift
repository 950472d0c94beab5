/// The version of the format that a week or plan document is written in. What exists in the second only is an unknown field in
/// the first and means nothing there (domain, before section 1).
public enum Edition: Sendable, Equatable, CaseIterable {
    /// `caravan-week/1` and `caravan-plan/1`.
    case first
    /// `caravan-week/2` and `caravan-plan/2`: crowds, relays, series, stays, loans, joint payment, history.
    case second

    /// The `format` of week documents.
    public var weekFormat: String { self == .first ? "caravan-week/1" : "caravan-week/2" }
    /// The `format` of plan documents.
    public var planFormat: String { self == .first ? "caravan-plan/1" : "caravan-plan/2" }

    /// The edition of a week document; nil where it is written in neither.
    public init?(ofWeek document: JSON) {
        guard let format = document["format"]?.string,
            let edition = Self.allCases.first(where: { $0.weekFormat.isSame(as: format) })
        else { return nil }
        self = edition
    }
}
