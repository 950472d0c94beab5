/// What sessions can be grouped by.
public enum GroupingKey: String, Sendable, CaseIterable {
    /// The township where the session is held, or its site.
    case township
    /// That township's county.
    case county
    /// The date of the session.
    case date
    /// The request's audience.
    case audience
    /// The request's topic.
    case topic
    /// The request's format.
    case format
    /// The request's fund.
    case fund
    /// The department that asks for the request; a request without one counts in no group. The second edition has it.
    case department

    /// The keys that documents of an edition know.
    public static func known(in edition: Edition) -> [GroupingKey] {
        edition == .second ? allCases : allCases.filter { $0 != .department }
    }

    /// The key of a word in a document of an edition; nil where it is none.
    public init?(_ word: String, in edition: Edition) {
        guard let key = Self(rawValue: word), edition == .second || key != .department else { return nil }
        self = key
    }
}

/// What a coverage rule counts.
public enum Measure: String, Sendable {
    /// Each session counts 1.
    case sessions
    /// Each session counts its request's attendance.
    case attendance
}
