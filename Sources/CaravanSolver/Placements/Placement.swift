/// A request held in one township from one start: an option that survives H1, H2, `away`, reach and member supply.
/// Its venues, members and coverage groups are ranges into the flat arrays of `Instance`.
struct Placement: Sendable {
    /// Number of the request.
    let request: Int32
    /// Number of the township.
    let township: Int32
    /// First slot instance.
    let start: Int32
    /// Slot instance after the last.
    let end: Int32
    /// Number of the date.
    let date: Int32
    /// First candidate in `Instance.venueCandidates`.
    let firstVenue: Int32
    /// After the last candidate venue.
    let endVenue: Int32
    /// Where the request's needs start in `Instance.needStarts`.
    let firstNeed: Int32
    /// First coverage group in `Instance.hits`.
    let firstHit: Int32
    /// After the last coverage group.
    let endHit: Int32
    /// What it takes of rows: a slice of `Instance.uses`.
    let uses: Int32
    /// Points of holding the request here, apart from venue, crew, trips and coverage: preference, move, lost crew.
    let cost: Double
}

/// What one session adds to one coverage group.
struct GroupHit: Sendable {
    /// Number in `Instance.groups`.
    let group: Int32
    /// Sessions or people.
    let amount: Double
}

/// A coverage group that some placement can touch; also a row of a `RowRule`.
struct CoverageGroup: Sendable {
    /// How deviating from the threshold is dealt with.
    enum Kind: Sendable { case target, softCap, hardCap, rowRule }
    /// Target, cap, or a row of a `RowRule`.
    let kind: Kind
    /// Number of the rule in `Week.targets`, `Week.caps` or `RowTable.rules`.
    let rule: Int
    /// Number of the group within a target or cap; of a row rule's row in `RowTable.names`.
    let number: Int
    /// Sessions or people.
    let threshold: Double
    /// Points per unit; 0 where no plan may go beyond the threshold.
    let weight: Double

    /// The same group of a hard cap, counted but not enforced.
    var waived: CoverageGroup {
        CoverageGroup(kind: .softCap, rule: rule, number: number, threshold: threshold, weight: 0)
    }

    /// Whether no plan may go beyond the threshold.
    var isHard: Bool { kind == .hardCap || kind == .rowRule }

    /// What a session of that amount takes of the group's row: targets demand, and so give.
    func use(of amount: Double) -> Double { counted(amount) * (kind == .target ? -1 : 1) }

    /// Points when so much is measured.
    func points(at measured: Double) -> Double {
        switch kind {
        case .target: weight * max(0, threshold - measured)
        case .softCap: weight * max(0, measured - threshold)
        case .hardCap, .rowRule: 0
        }
    }
}

/// A venue that a request can use, with what that costs.
struct VenueCandidate: Sendable {
    /// Number of the venue.
    let venue: Int32
    /// What it takes of rows: a slice of `Instance.uses`.
    let uses: Int32
    /// Points: another venue than in the baseline.
    let points: Double
    /// Yuan charged to the request's fund: the request's own cost and the venue's.
    let yuan: Double
}

/// A member that can fill a place, with what that costs besides its trip.
struct MemberCandidate: Sendable {
    /// Number of the member.
    let member: Int32
    /// What it takes of rows, fee and trip aside: a slice of `Instance.uses`.
    let uses: Int32
    /// Points: negative for a member of the baseline crew, whose absence `Placement.cost` already holds.
    let points: Double
}
