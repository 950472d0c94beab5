import CaravanCore
import CaravanLanguage

/// Whose calendar it is: everybody's, or that of one member, venue, township or fund.
struct CalendarSubject: Sendable {
    /// Identifier; nil: the whole week.
    let id: String?

    /// Whether a session stands in the calendar.
    func concerns(_ session: ScheduledSession, in week: Week) -> Bool {
        guard let id else { return true }
        return week.townships[session.township].id == id || week.venues[session.venue].id == id
            || week.funds[session.request.fund].id == id || session.crew.contains { week.members[$0].id == id }
    }

    /// Its name for people; nil where the week has none of that id.
    func name(in week: Week) -> String? {
        guard let id else { return week.displayTitle }
        return week.member(id).map(week.memberName) ?? week.venue(id).map(week.venueName)
            ?? week.township(id).map(week.townshipName) ?? week.fund(id).map(week.fundName)
    }
}

/// Why a calendar cannot be written.
public enum CalendarError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The week has no member, venue, township or fund of that id.
    case unknownSubject(String, week: String)
    /// The week's time zone is none that this machine knows.
    case unknownZone(String, week: String)

    /// What is wrong and what would do.
    public var text: Bilingual {
        switch self {
        case .unknownSubject(let id, let week): RefusedCommand.noSubject(week, id)
        case .unknownZone(let name, let week): RefusedCommand.unknownZone(week, name)
        }
    }

    /// The same in English.
    public var description: String { text.english }
}
