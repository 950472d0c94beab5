import CaravanLanguage

/// Why a calendar cannot be written.
public enum CalendarError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The week's time zone is none that this machine knows.
    case unknownZone(String, week: String)

    /// What is wrong and what would do, in English.
    public var description: String {
        switch self {
        case .unknownZone(let name, let week): RefusedCommand.unknownZone[.english, week, name]
        }
    }
}
