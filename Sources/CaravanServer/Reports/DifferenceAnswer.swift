import CaravanCore
import CaravanProtocol

/// The differences between two plans as `DIFF` and `REPLAN` answer them, `for` and `by` obeyed.
struct DifferenceAnswer {
    /// A record a request, or with `by=member` a record a member.
    let records: [JSON]
    /// The differences that are counted.
    let counted: DifferenceRecords
    /// How many members are told; nil without `by=member`.
    let members: Int?

    /// Compares two plans; `week` is the later plan's.
    /// - Throws: `PartyError` where `for` names nobody, or several.
    init(
        from earlier: PlanInContext, to later: Plan, in week: Week, _ options: ToldOptions
    ) throws(PartyError) {
        let all = DifferenceRecords(from: earlier.plan, to: later, in: week, before: earlier.week)
        var party: Party?
        if let id = options.party { party = try Party(id, in: week, earlier.week) }
        counted =
            party.map { party in
                all.filtered { party.isConcerned(by: $0, in: week, before: earlier.week) }
            } ?? all
        guard options.isByMember else {
            (records, members) = (counted.differences.map(\.record.json), nil)
            return
        }
        let only: String? = if case .member(let id) = party { id } else { nil }
        records = MemberNotices(counted.differences, only: only, in: week, before: earlier.week).records
            .map(\.json)
        members = records.count
    }
}
