import CaravanCore

extension Party {
    /// Whether a difference between a plan of `before` and one of `week` concerns it.
    func isConcerned(by difference: DifferenceRecords.Difference, in week: Week, before: Week) -> Bool {
        if case .member(let id) = self { return MemberChange(of: id, from: difference.was, to: difference.now) != nil }
        let was = difference.was.map { isConcerned(by: $0, in: before) }
        let now = difference.now.map { isConcerned(by: $0, in: week) }
        return was == true || now == true
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
