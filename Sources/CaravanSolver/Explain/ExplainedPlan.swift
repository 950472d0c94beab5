import CaravanCore

/// A plan laid out over its week, so that any further session can be held against it.
struct ExplainedPlan: Sendable {
    let week: Week
    let decisions: Decisions
    let instance: Instance
    /// The sessions of the plan that can stand together.
    private(set) var schedule: Schedule
    /// By request, whether the plan has a session for it, sound or not.
    let listed: [Bool]
    let skills: SkillIndex
    /// Venues by township.
    let venuesIn: [[Int]]
    /// Whether a member is away: `WeekTables.memberSlots`.
    let away: [Bool]
    /// Whether a venue is closed: `WeekTables.venueSlots`.
    let closed: [Bool]

    /// Lays a plan out.
    /// - Parameters:
    ///   - requests: Where given, only these get all their placements, which takes a small part of the time.
    ///   - rules: Kept besides the rules of the domain.
    init(
        week: Week, plan: Plan, baseline: Plan?, freeze: String? = nil, focus requests: Set<Int>? = nil,
        rules: RowRules = .standard
    ) {
        let point = freeze.flatMap { week.calendar.instance(named: $0) == nil ? nil : $0 }
        let decisions = Decisions(sound: week, baseline: baseline, freeze: point)
        let focus = requests.map { PlacementFocus(on: $0, in: plan, of: week) }
        self.init(week, decisions, plan, focus, rules)
    }

    /// Lays an empty plan out, with the placements of some requests.
    init(_ week: Week, _ decisions: Decisions, focus requests: Set<Int>) {
        let empty = Plan(week: week.id, sessions: [])
        self.init(week, decisions, empty, PlacementFocus(on: requests, in: empty, of: week), .standard)
    }

    private init(
        _ week: Week, _ decisions: Decisions, _ plan: Plan, _ focus: PlacementFocus?, _ rules: RowRules
    ) {
        (self.week, self.decisions) = (week, decisions)
        instance = Instance(week, decisions, focus, rules)
        schedule = Self.schedule(plan, instance)
        var listed = [Bool](repeating: false, count: week.requests.count)
        for session in plan.sessions { if let request = week.request(session.request) { listed[request] = true } }
        self.listed = listed
        skills = SkillIndex(week)
        var venuesIn = [[Int]](repeating: [], count: week.townships.count)
        for (v, venue) in week.venues.enumerated() { venuesIn[venue.township].append(v) }
        self.venuesIn = venuesIn
        away = week.members.flatMap(\.away)
        closed = week.venues.flatMap(\.closed)
    }

    /// The same plan without the session of a request, if it has one; those that wait for it stay where they are.
    func without(_ request: Int) -> ExplainedPlan {
        guard schedule.isHeld(request) else { return self }
        var plan = self
        plan.schedule.remove(request)
        return plan
    }

    /// The same plan with one session more, which every rule allows.
    func with(_ best: PlanOptions.Best) -> ExplainedPlan {
        var plan = self
        let venue = Int(instance.venueCandidates[best.venueCandidate].venue)
        plan.schedule.restore(best.placement, venue: venue, crew: best.crew)
        return plan
    }

    /// The same plan without some sessions and without all that wait for them (H9).
    func releasing(_ requests: some Sequence<Int>) -> ExplainedPlan {
        var plan = self
        for request in requests { plan.schedule.release(request) }
        return plan
    }

    /// The sessions of the plan in the words of the plan document, by request.
    var sessions: [Int: Session] {
        let pairs = schedule.assignments.map { (Int(instance.placements[$0.placement].request), instance.session($0)) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Sessions in order of time, so that those that others wait for (H9) come before them.
    private static func schedule(_ plan: Plan, _ instance: Instance) -> Schedule {
        var schedule = Schedule(instance)
        for session in plan.sorted(by: instance.week).sessions {
            guard let it = instance.assignment(session) else { continue }
            let request = Int(instance.placements[it.placement].request)
            if !schedule.isHeld(request), schedule.allows(it) {
                schedule.restore(it.placement, venue: it.venue, crew: it.crew)
            }
        }
        return schedule
    }

    /// Whether a member is away in some slot of a span.
    func isAway(_ member: Int, _ span: Range<Int>) -> Bool {
        instance.tables.memberSlots[member, span].contains { away[$0] }
    }

    /// Whether a venue is open in every slot of a span.
    func isOpen(_ venue: Int, _ span: Range<Int>) -> Bool {
        !instance.tables.venueSlots[venue, span].contains { closed[$0] }
    }

    /// The first slot instance at which everything that a request waits for can be over, nil where that is never.
    func earliestStart(of request: Int) -> Int? {
        var earliest = 0
        for before in instance.tables.predecessors[request] {
            guard let end = instance.ofRequest[before].map({ Int(instance.placements[$0].end) }).min() else {
                return nil
            }
            earliest = max(earliest, end)
        }
        return earliest
    }
}

extension Decisions {
    /// The decisions for a freeze point that the week has.
    fileprivate init(sound week: Week, baseline: Plan?, freeze: String?) {
        do {
            self = try Decisions(week: week, baseline: baseline, freeze: freeze)
        } catch {
            // Only an unknown freeze point is refused: the caller has left it out.
            self.init(nothingIn: week)
        }
    }

    private init(nothingIn week: Week) {
        disruption = week.requests.map { _ in DisruptionWeights(week.weights) }
    }
}

extension Instance {
    /// The instance of a week whose pins and frozen sessions may contradict each other: what they demand in vain stays
    /// without placements.
    fileprivate convenience init(
        _ week: Week, _ decisions: Decisions, _ focus: PlacementFocus?, _ rules: RowRules
    ) {
        let precedence = Precedence(week: week, demanded: Set(decisions.demands.keys))
        var enumeration = PlacementEnumeration(week: week, decisions: decisions, rules: rules, deadline: .current)
        if let focus {
            enumeration.run(order: precedence, focus: focus)
        } else {
            enumeration.run(order: precedence)
        }
        self.init(week: week, decisions: decisions, precedence: precedence, enumeration: enumeration)
    }
}

/// Members by pool and skill.
struct SkillIndex: Sendable {
    private struct Key: Hashable {
        let pool: Pool
        let skill: Name
    }
    private var skilled: [Key: [(member: Int, level: Int)]] = [:]

    init(_ week: Week) {
        for (m, member) in week.members.enumerated() {
            for (skill, level) in member.skills {
                skilled[Key(pool: member.pool, skill: skill), default: []].append((m, level))
            }
        }
    }

    /// The members of a need's pool that have its skill at any level, in the order of the week.
    func members(skilledFor need: Need) -> [(member: Int, level: Int)] {
        skilled[Key(pool: need.pool, skill: need.skill)] ?? []
    }
}
