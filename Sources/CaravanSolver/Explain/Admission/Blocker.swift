/// Something that keeps a request from being held and that somebody could take out of the way: a session of the plan,
/// or one of the limits that the week sets. Numbers are those of the week.
enum Blocker: Hashable, Comparable {
    /// The session of a request and of all that wait for it: moved or dropped.
    case session(Int)
    /// The limit of a fund (H8).
    case fund(Int)
    /// A hard cap (H10).
    case cap(Int)
    /// How many sessions a member may take a date and a week (H5).
    case limit(Int)
    /// The time in which a member is away (H5).
    case away(Int)
    /// The time in which a venue is closed (H2).
    case closed(Int)
    /// That the request waits for another one (H9).
    case order(Int)
    /// The slots that the request allows (H1).
    case slots
    /// The request's own pins (H11).
    case pin
    /// The kinds of venue that the request allows (H2).
    case kinds
    /// What a venue holds and has: capacity and equipment (H2).
    case unfit(Int)
    /// How far a member goes (H6).
    case reach(Int)
    /// How many members there are for one of the request's needs (H4).
    case supply(Int)

    /// How much it takes to change it, roughly: proposals that people can decide on the spot come first.
    var effort: Int {
        switch self {
        case .session, .fund: 0
        case .cap, .limit, .away, .closed: 1
        case .order, .slots, .kinds, .pin: 2
        case .unfit, .reach, .supply: 3
        }
    }
}

extension Set<Blocker> {
    /// The effort of all of them.
    var effort: Int { reduce(0) { $0 + $1.effort } }
}
