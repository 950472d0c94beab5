import CaravanCore

/// What is decided before the solver decides anything: pins (H11), frozen sessions and the freeze point (H12), and the
/// baseline whose changes cost points.
struct Decisions: Sendable {
    /// For one request, what a placement must agree with.
    struct Demand: Sendable {
        var start: Int?
        var township: Int?
        var venue: Int?
        var crew: Set<Int32> = []
        /// The crew is exactly `crew`.
        var exactCrew = false
        /// Pins that contradict each other.
        var contradictory = false
        /// Where the demand comes from, for the message if it cannot be met.
        var sources: [DemandSource] = []
    }

    /// Demands by request: these requests must be held.
    private(set) var demands: [Int: Demand] = [:]
    /// The baseline's session of each request.
    private(set) var baseline: [Int: Session] = [:]
    /// Baseline sessions whose request the week no longer has.
    private(set) var withdrawn = 0
    /// No new session starts before this slot instance.
    private(set) var freezePoint = 0
    /// Baseline sessions that are kept as they are.
    private(set) var kept: [Int: Session] = [:]
    /// What changes of each request's baseline session cost.
    let disruption: [DisruptionWeights]

    init(
        week: Week, baseline plan: Plan?, freeze: String?, commitments: Commitments = Commitments()
    ) throws(SolveError) {
        disruption = week.requests.map { DisruptionWeights(week.weights, commitments.state(of: $0.id)) }
        for pin in week.pins { demand(pin, in: week) }
        for session in plan?.sessions ?? [] {
            guard let request = week.request(session.request) else {
                withdrawn += 1
                continue
            }
            baseline[request] = session
        }
        guard let freeze else { return }
        guard let point = week.calendar.instance(named: freeze) else {
            throw .unknownFreezePoint(freeze)
        }
        freezePoint = point
        for (request, session) in baseline.sorted(by: { $0.key < $1.key }) {
            guard let start = week.calendar.instance(named: session.start), start < point,
                Self.standsAlone(session, in: week)
            else { continue }
            keep(session, of: request, start: start, in: week)
        }
    }

    /// The same decisions with the demands of these requests alone: a pin or frozen session that is left out asks nothing.
    func demanding(_ requests: Set<Int>) -> Decisions {
        var fewer = self
        fewer.demands = demands.filter { requests.contains($0.key) }
        return fewer
    }

    /// H12: whether a baseline session by itself keeps H1, H2, H4, H5 and H6.
    private static func standsAlone(_ session: Session, in week: Week) -> Bool {
        let report = Checker(week: week).check(Plan(week: week.id, sessions: [session]))
        let own: Set<Rule> = [.H1, .H2, .H4, .H5, .H6]
        return !report.violations.contains { own.contains($0.rule) }
    }

    private mutating func demand(_ pin: Pin, in week: Week) {
        var it = demands[pin.request, default: Demand()]
        func agree(_ had: inout Int?, _ new: Int?) -> Bool {
            guard let new else { return true }
            defer { had = new }
            return had == nil || had == new
        }
        let agrees = [agree(&it.start, pin.start), agree(&it.township, pin.township), agree(&it.venue, pin.venue)]
        it.contradictory = it.contradictory || agrees.contains(false)
        it.crew.formUnion(pin.crew.map(Int32.init))
        it.sources.append(DemandSource(kind: .pin, request: week.requests[pin.request].id))
        demands[pin.request] = it
    }

    private mutating func keep(_ session: Session, of request: Int, start: Int, in week: Week) {
        let crew = Set(session.crew.compactMap { week.member($0).map(Int32.init) })
        var it = demands[request, default: Demand()]
        let (township, venue) = (week.township(session.township), week.venue(session.venue))
        let agrees =
            (it.start ?? start) == start && (it.township ?? township) == township && (it.venue ?? venue) == venue
            && it.crew.isSubset(of: crew)
        it.contradictory = it.contradictory || !agrees
        (it.start, it.township, it.venue, it.crew, it.exactCrew) = (start, township, venue, crew, true)
        it.sources.append(DemandSource(kind: .frozen, request: session.request))
        demands[request] = it
        kept[request] = session
    }
}
