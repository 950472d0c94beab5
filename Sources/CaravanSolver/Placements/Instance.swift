import CaravanCore

/// A week made ready for solving: placements first, then everything that rules and objective need as flat arrays with
/// compact numbers. Immutable, shared by all workers of a solve.
final class Instance: Sendable {
    let week: Week
    /// Slot instances of the week; slots a date; dates.
    let slotCount: Int
    let slotsPerDate: Int
    let dateCount: Int
    /// Minutes after midnight, by slot instance.
    let begin: [Int32]
    let end: [Int32]

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
    let hits: [GroupHit]
    let groups: [CoverageGroup]
    /// Needs of each request: how many members each takes.
    let needCounts: [[Int]]
    /// Whether one member could fill places of two needs of the request: then crews are matched, not just picked.
    let needsOverlap: [Bool]
    /// Where each request's crew stands in flat crew arrays; one more entry than requests.
    let crewStarts: [Int]
    /// Members that pins or the freeze point put into the crew.
    let requiredCrew: [[Int32]]

    /// Points if the request is not held: its value, and `drop` where the baseline holds it.
    let unheldCost: [Double]
    /// Their mean over the requests that are worth any points; 1 where none is.
    let typicalValue: Double
    /// Whether pins, the freeze point or a held successor demand that it is held.
    let mustHold: [Bool]
    /// H9: the requests before and after each one.
    let predecessors: [[Int]]
    let successors: [[Int]]

    /// Fund of each request; the fund of trips; limits in yuan.
    let fund: [Int]
    let travelFund: Int
    let fundLimit: [Double]
    /// By member: sessions a date and a week, fee in yuan, base township.
    let maxPerDay: [Int32]
    let maxPerWeek: [Int32]
    let fee: [Double]
    let base: [Int32]
    /// Kilometres of a round trip, by member × townships + township.
    let tripKm: [Double]
    /// Minutes between townships, rounded up, by township × townships + township.
    let minutes: [Int32]
    let kmPoints: Double
    let kmYuan: Double
    let audience: [Int]
    let duration: [Int]
    /// Yuan of a request besides venue, fees and trips; yuan of a venue.
    let requestYuan: [Double]
    let venueYuan: [Double]
    /// The baseline's session of each request that has one.
    let baseline: [Int: Session]
    /// Baseline sessions whose request the week no longer has.
    let withdrawn: Int
    /// Members of the baseline's crew of each request.
    let baselineCrew: [Set<Int32>]
    /// Points for each member of a request's baseline crew that leaves it.
    let crewPoints: [Double]
    /// Commitments add at most this to the disruption of any plan, points.
    let mostCommitmentPoints: Double

    /// Points that no decision changes: coverage groups that nothing can reach, withdrawn sessions of the baseline.
    let constant: Double
    /// Frozen sessions, which are kept as they are, by request.
    let kept: [Int: Session]
    /// Where the demand to hold a request comes from: its pin, its frozen session.
    let demandSources: [Int: [DemandSource]]

    /// Lays out what the enumeration found.
    init(
        week: Week, decisions: Decisions, precedence: Precedence, enumeration: PlacementEnumeration
    ) {
        let calendar = week.calendar
        self.week = week
        slotCount = calendar.count
        slotsPerDate = calendar.slotsPerDate
        dateCount = calendar.dates.count
        begin = (0..<calendar.count).map { Int32(calendar.begin(of: $0)) }
        end = (0..<calendar.count).map { Int32(calendar.end(of: $0)) }
        placements = enumeration.placements
        isPartial = enumeration.isPartial
        ofRequest = enumeration.ofRequest
        venueCandidates = enumeration.venueCandidates
        memberCandidates = enumeration.memberCandidates
        needStarts = enumeration.needStarts
        hits = enumeration.coverage.hits
        groups = enumeration.coverage.groups
        needCounts = week.requests.map { $0.needs.map(\.count) }
        needsOverlap = week.requests.map(Self.needsOverlap)
        crewStarts = week.requests.reduce(into: [0]) { starts, request in
            starts.append(starts[starts.count - 1] + request.needs.reduce(0) { $0 + min($1.count, week.members.count) })
        }
        requiredCrew = week.requests.indices.map { (decisions.demands[$0]?.crew ?? []).sorted() }
        unheldCost = week.requests.indices.map {
            week.requests[$0].value + (decisions.baseline[$0] == nil ? 0 : decisions.disruption[$0].drop)
        }
        let worth = unheldCost.filter { $0 > 0 }
        typicalValue = worth.isEmpty ? 1 : worth.reduce(0, +) / Double(worth.count)
        mustHold = precedence.mustHold
        predecessors = precedence.predecessors
        successors = precedence.successors
        fund = week.requests.map(\.fund)
        travelFund = week.travel.fund
        fundLimit = week.funds.map(\.limit)
        maxPerDay = week.members.map { Int32(clamping: $0.maxPerDay) }
        maxPerWeek = week.members.map { Int32(clamping: $0.maxPerWeek) }
        fee = week.members.map(\.fee)
        base = week.members.map { Int32($0.base) }
        tripKm = week.members.indices.flatMap { m in
            week.townships.indices.map { week.tripKm(member: m, to: $0) }
        }
        minutes = week.townships.indices.flatMap { p in
            week.townships.indices.map {
                Int32(saturating: min(week.distances.leg(p, $0).minutes.rounded(.up), 1e9))
            }
        }
        kmPoints = week.weights.km
        kmYuan = week.travel.costPerKm
        audience = week.requests.map(\.audience)
        duration = week.requests.map(\.duration)
        requestYuan = week.requests.map(\.cost)
        venueYuan = week.venues.map(\.cost)
        baseline = decisions.baseline
        withdrawn = decisions.withdrawn
        baselineCrew = week.requests.indices.map { request in
            Set((decisions.baseline[request]?.crew ?? []).compactMap { week.member($0).map(Int32.init) })
        }
        crewPoints = decisions.disruption.map(\.crew)
        mostCommitmentPoints = decisions.mostCommitmentPoints(week.weights)
        constant = enumeration.coverage.constant + Double(decisions.withdrawn) * week.weights.drop
        kept = decisions.kept
        demandSources = decisions.demands.mapValues(\.sources)
    }

    /// Lays out an instance with other choices than its parent, mostly fewer.
    /// - Parameter changePrice: Points that are added wherever not holding a request is a change of the baseline.
    init(
        _ parent: Instance, _ cut: Cut, ofRequest: [Range<Int>], _ survivors: Survivors, changePrice: Double = 0
    ) {
        week = parent.week
        slotCount = parent.slotCount
        slotsPerDate = parent.slotsPerDate
        dateCount = parent.dateCount
        begin = parent.begin
        end = parent.end
        placements = cut.placements
        isPartial = parent.isPartial
        self.ofRequest = ofRequest
        venueCandidates = cut.venueCandidates
        memberCandidates = cut.memberCandidates
        needStarts = cut.needStarts
        hits = parent.hits
        groups = parent.groups.map { $0.kind == .hardCap && survivors.waivedCaps.contains($0.rule) ? $0.waived : $0 }
        needCounts = parent.needCounts
        needsOverlap = parent.needsOverlap
        crewStarts = parent.crewStarts
        requiredCrew = parent.requiredCrew
        unheldCost = parent.unheldCost.enumerated().map { parent.baseline[$0] == nil ? $1 : $1 + changePrice }
        typicalValue = parent.typicalValue
        mustHold = survivors.mustHold
        predecessors = parent.predecessors
        successors = parent.successors
        fund = parent.fund
        travelFund = parent.travelFund
        fundLimit = parent.fundLimit.enumerated().map { survivors.waivedFunds.contains($0) ? .infinity : $1 }
        maxPerDay = parent.maxPerDay
        maxPerWeek = parent.maxPerWeek
        fee = parent.fee
        base = parent.base
        tripKm = parent.tripKm
        minutes = parent.minutes
        kmPoints = parent.kmPoints
        kmYuan = parent.kmYuan
        audience = parent.audience
        duration = parent.duration
        requestYuan = parent.requestYuan
        venueYuan = parent.venueYuan
        baseline = parent.baseline
        withdrawn = parent.withdrawn
        baselineCrew = parent.baselineCrew
        crewPoints = parent.crewPoints
        mostCommitmentPoints = parent.mostCommitmentPoints
        constant = parent.constant + changePrice * Double(parent.withdrawn)
        kept = parent.kept
        demandSources = parent.demandSources
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

    /// Kilometres of a round trip.
    func tripKm(_ member: Int, _ township: Int) -> Double { tripKm[member * townshipCount + township] }
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
