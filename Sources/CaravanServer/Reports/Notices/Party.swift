import CaravanCore
import CaravanLanguage
import CaravanProtocol

/// Somebody whom differences between plans may concern: a member, or whoever keeps a venue or a township.
enum Party: Equatable {
    case member(String)
    case venue(String)
    case township(String)

    /// What an id stands for in a week, or in the one before it, which may know what edits took away.
    /// - Throws: `ProtocolError` `not-found`.
    init(_ id: String, in week: Week, before: Week) throws(ProtocolError) {
        let weeks = [week, before]
        if weeks.contains(where: { $0.member(id) != nil }) {
            self = .member(id)
        } else if weeks.contains(where: { $0.venue(id) != nil }) {
            self = .venue(id)
        } else if weeks.contains(where: { $0.township(id) != nil }) {
            self = .township(id)
        } else {
            throw ProtocolError(.notFound, RefusedCommand.noParty(week.id, id))
        }
    }

    /// Whether a difference concerns it.
    func isConcerned(by difference: DifferenceRecords.Difference) -> Bool {
        let sessions = [difference.was, difference.now].compactMap { $0 }
        return switch self {
        case .member(let id): MemberChange(of: id, from: difference.was, to: difference.now) != nil
        case .venue(let id): sessions.contains { $0.venue == id }
        case .township(let id): sessions.contains { $0.township == id }
        }
    }
}

/// What a difference means for one member.
enum MemberChange: String {
    /// It gets the session.
    case got
    /// The session is not held any more.
    case cancelled
    /// The session is held without it.
    case released
    /// Time or place of its session changed.
    case changed

    /// Nil where nothing changes for the member: others of the crew may be exchanged.
    init?(of member: String, from was: Session?, to now: Session?) {
        switch (was?.crew.contains(member) == true, now?.crew.contains(member) == true) {
        case (false, false): return nil
        case (false, true): self = .got
        case (true, false): self = now == nil ? .cancelled : .released
        case (true, true):
            guard was?.start != now?.start || was?.venue != now?.venue || was?.township != now?.township else {
                return nil
            }
            self = .changed
        }
    }
}
