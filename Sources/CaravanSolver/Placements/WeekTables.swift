import CaravanCore

/// What no choice changes of a week that is solved, as flat arrays with compact numbers: its calendar, members, ways and money,
/// and what was decided before the solver decides anything.
final class WeekTables: Sendable {
    /// Slot instances of the week; slots a date; dates.
    let slotCount: Int
    let slotsPerDate: Int
    let dateCount: Int
    /// Minutes after midnight, by slot instance.
    let begin: [Int32]
    let end: [Int32]

    /// How many members each need of a request takes.
    let needCounts: [[Int]]
    /// Whether one member could fill places of two needs of the request: then crews are matched, not just picked.
    let needsOverlap: [Bool]
    /// Where each request's crew stands in flat crew arrays; one more entry than requests.
    let crewStarts: [Int]
    /// Members that pins or the freeze point put into the crew.
    let requiredCrew: [[Int32]]
    /// H9: the requests before and after each one.
    let predecessors: [[Int]]
    let successors: [[Int]]
    /// Audience of each request.
    let audience: [Int]

    /// Fund of each request; the fund of trips.
    let fund: [Int]
    let travelFund: Int
    /// Yuan of a request besides venue, fees and trips; yuan of a venue.
    let requestYuan: [Double]
    let venueYuan: [Double]

    /// By member: sessions a date and a week, fee in yuan, base township.
    let maxPerDay: [Int32]
    let maxPerWeek: [Int32]
    let fee: [Double]
    let base: [Int32]
    /// Kilometres of a round trip, by `trips`.
    let tripKm: [Double]
    /// By `ways`.
    private let minutes: [Int32]
    let kmPoints: Double
    let kmYuan: Double

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
    /// Frozen sessions, which are kept as they are, by request.
    let kept: [Int: Session]
    /// Where the demand to hold a request comes from: its pin, its frozen session.
    let demandSources: [Int: [DemandSource]]

    /// Venue × slot, crowd × slot, member × slot, member × date.
    let venueSlots: Grid
    let crowdSlots: Grid
    let memberSlots: Grid
    let memberDates: Grid
    /// Date × slot of the date: the number of a slot instance.
    let dateSlots: Grid
    /// Township × audience: the number of a crowd.
    let crowds: Grid
    /// Member × township; township × township; date × township.
    let trips: Grid
    let ways: Grid
    let dateTownships: Grid

    init(_ week: Week, _ decisions: Decisions, _ precedence: Precedence) {
        let calendar = week.calendar
        slotCount = calendar.count
        slotsPerDate = calendar.slotsPerDate
        dateCount = calendar.dates.count
        begin = (0..<calendar.count).map { Int32(calendar.begin(of: $0)) }
        end = (0..<calendar.count).map { Int32(calendar.end(of: $0)) }
        needCounts = week.requests.map { $0.needs.map(\.count) }
        needsOverlap = week.requests.map(Self.needsOverlap)
        crewStarts = week.requests.reduce(into: [0]) { starts, request in
            starts.append(starts[starts.count - 1] + request.needs.reduce(0) { $0 + min($1.count, week.members.count) })
        }
        requiredCrew = week.requests.indices.map { (decisions.demands[$0]?.crew ?? []).sorted() }
        predecessors = precedence.predecessors
        successors = precedence.successors
        audience = week.requests.map(\.audience)
        fund = week.requests.map(\.fund)
        travelFund = week.travel.fund
        requestYuan = week.requests.map(\.cost)
        venueYuan = week.venues.map(\.cost)
        maxPerDay = week.members.map { Int32(clamping: $0.maxPerDay) }
        maxPerWeek = week.members.map { Int32(clamping: $0.maxPerWeek) }
        fee = week.members.map(\.fee)
        base = week.members.map { Int32($0.base) }
        tripKm = week.members.indices.flatMap { m in week.townships.indices.map { week.tripKm(member: m, to: $0) } }
        minutes = week.townships.indices.flatMap { p in
            week.townships.indices.map {
                Int32(saturating: min(week.distances.leg(p, $0).minutes.rounded(.up), 1e9))
            }
        }
        kmPoints = week.weights.km
        kmYuan = week.travel.costPerKm
        baseline = decisions.baseline
        withdrawn = decisions.withdrawn
        baselineCrew = week.requests.indices.map { request in
            Set((decisions.baseline[request]?.crew ?? []).compactMap { week.member($0).map(Int32.init) })
        }
        crewPoints = decisions.disruption.map(\.crew)
        mostCommitmentPoints = decisions.mostCommitmentPoints(week.weights)
        kept = decisions.kept
        demandSources = decisions.demands.mapValues(\.sources)
        crowds = Grid(week.townships.count, by: week.audiences.count)
        venueSlots = Grid(week.venues.count, by: calendar.count)
        crowdSlots = Grid(crowds.count, by: calendar.count)
        memberSlots = Grid(week.members.count, by: calendar.count)
        memberDates = Grid(week.members.count, by: calendar.dates.count)
        dateSlots = Grid(calendar.dates.count, by: calendar.slotsPerDate)
        trips = Grid(week.members.count, by: week.townships.count)
        ways = Grid(week.townships.count, by: week.townships.count)
        dateTownships = Grid(calendar.dates.count, by: week.townships.count)
    }

    /// Two needs of one pool can ask for the same member.
    private static func needsOverlap(_ request: Request) -> Bool {
        Set(request.needs.map(\.pool)).count < request.needs.count
    }

    /// Kilometres of a round trip.
    func tripKm(_ member: Int, _ township: Int) -> Double { tripKm[trips[member, township]] }

    /// Minutes of the way between townships, rounded up.
    func minutes(from a: Int, to b: Int) -> Int32 { minutes[ways[a, b]] }

    /// Whoever a request is for in a township.
    func crowd(of request: Int, in township: Int) -> Int { crowds[township, audience[request]] }
}
