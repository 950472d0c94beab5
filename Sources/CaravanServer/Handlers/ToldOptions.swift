import CaravanProtocol

/// Which differences a client wants to hear of, and in what form.
struct ToldOptions: Sendable {
    /// Whom they have to concern; nil: anybody.
    let party: String?
    /// Whether they are sorted by who is told.
    let isByMember: Bool

    init(_ invocation: Invocation) {
        party = invocation.text(.for)
        isByMember = invocation.text(.by) == "member"
    }
}
