import CaravanCore

/// A week made ready for solving: its tables, which no choice changes, and the choices that there are, all of them with compact
/// numbers. Immutable, shared by all workers of a solve.
final class Instance: Sendable {
    let week: Week
    let tables: WeekTables

    /// All placements, those of a request side by side.
    let placements: [Placement]
    /// Whether time was over before all of them were enumerated: no bound may rest on these.
    let isPartial: Bool
    /// The placements of each request.
    let ofRequest: [Range<Int>]
    let venueCandidates: [VenueCandidate]
    let memberCandidates: [MemberCandidate]
    /// Start of the candidates of need n of a placement p: `needStarts[p.firstNeed + n]`; the next entry ends them.
    let needStarts: [Int32]
    /// What sessions add to coverage groups, by placement.
    let hits: [GroupHit]

    /// What choices take of rows, and the rows.
    let uses: UseTable
    let rows: RowTable
    let groups: [CoverageGroup]
    /// Limits of funds, yuan.
    let fundLimit: [Double]

    /// Whether pins, the freeze point or a held successor demand that a request is held.
    let mustHold: [Bool]
    /// Points if the request is not held: its value, and `drop` where the baseline holds it.
    let unheldCost: [Double]
    /// Points that no decision changes: coverage groups that nothing can reach, withdrawn sessions of the baseline.
    let constant: Double
    /// The mean of what requests are worth, over those that are worth any points; 1 where none is.
    let typicalValue: Double

    /// Lays out what the enumeration found.
    init(
        week: Week, decisions: Decisions, precedence: Precedence, enumeration: PlacementEnumeration
    ) {
        self.week = week
        tables = WeekTables(week, decisions, precedence)
        placements = enumeration.placements
        isPartial = enumeration.isPartial
        ofRequest = enumeration.ofRequest
        venueCandidates = enumeration.venueCandidates
        memberCandidates = enumeration.memberCandidates
        needStarts = enumeration.needStarts
        hits = enumeration.coverage.hits
        uses = enumeration.uses.table
        groups = enumeration.coverage.groups
        rows = RowTable(week, tables, enumeration.sections, enumeration.coverage, enumeration.orders(precedence))
        fundLimit = week.funds.map(\.limit)
        mustHold = precedence.mustHold
        unheldCost = week.requests.indices.map {
            week.requests[$0].value + (decisions.baseline[$0] == nil ? 0 : decisions.disruption[$0].drop)
        }
        constant = enumeration.coverage.constant + Double(decisions.withdrawn) * week.weights.drop
        let worth = unheldCost.filter { $0 > 0 }
        typicalValue = worth.isEmpty ? 1 : worth.reduce(0, +) / Double(worth.count)
    }

    /// An instance with other choices than its parent, mostly fewer.
    /// - Parameter changePrice: Points that are added wherever not holding a request is a change of the baseline.
    init(
        _ parent: Instance, _ cut: Cut, ofRequest: [Range<Int>], _ survivors: Survivors, changePrice: Double = 0
    ) {
        (week, tables, isPartial) = (parent.week, parent.tables, parent.isPartial)
        (hits, uses) = (parent.hits, parent.uses)
        placements = cut.placements
        self.ofRequest = ofRequest
        venueCandidates = cut.venueCandidates
        memberCandidates = cut.memberCandidates
        needStarts = cut.needStarts
        let waived = parent.groups.indices.filter { survivors.waives(parent.groups[$0]) }
        rows =
            waived.isEmpty && survivors.waivedFunds.isEmpty
            ? parent.rows : parent.rows.waiving(funds: survivors.waivedFunds, groups: waived)
        groups = parent.groups.map { survivors.waives($0) ? $0.waived : $0 }
        fundLimit = parent.fundLimit.enumerated().map { survivors.waivedFunds.contains($0) ? .infinity : $1 }
        mustHold = survivors.mustHold
        let baseline = parent.tables.baseline
        unheldCost = parent.unheldCost.enumerated().map { baseline[$0] == nil ? $1 : $1 + changePrice }
        constant = parent.constant + changePrice * Double(parent.tables.withdrawn)
        typicalValue = parent.typicalValue
    }

    var townshipCount: Int { week.townships.count }
    var memberCount: Int { week.members.count }
    var requestCount: Int { week.requests.count }
    var audienceCount: Int { week.audiences.count }

    /// The candidates of one need at a placement, as a range of `memberCandidates`.
    func candidates(_ placement: Placement, need: Int) -> Range<Int> {
        let at = Int(placement.firstNeed) + need
        return Int(needStarts[at])..<Int(needStarts[at + 1])
    }

    /// The venues of a placement, as a range of `venueCandidates`.
    func venues(_ placement: Placement) -> Range<Int> { Int(placement.firstVenue)..<Int(placement.endVenue) }

    /// The coverage groups of a placement, as a range of `hits`.
    func hits(_ placement: Placement) -> Range<Int> { Int(placement.firstHit)..<Int(placement.endHit) }
}

/// A session by numbers: a placement with its venue and crew.
struct Assignment: Sendable, Equatable {
    /// Number of the placement.
    let placement: Int
    /// Number of the venue.
    let venue: Int
    /// Numbers of the members, one a place, needs in order.
    let crew: [Int32]
}

extension Instance {
    /// A session in the words of the plan document.
    func session(_ it: Assignment) -> Session {
        let placement = placements[it.placement]
        return Session(
            request: week.requests[Int(placement.request)].id, start: week.calendar.name(of: Int(placement.start)),
            township: week.townships[Int(placement.township)].id, venue: week.venues[it.venue].id,
            crew: it.crew.map { week.members[Int($0)].id }.sorted())
    }
}
