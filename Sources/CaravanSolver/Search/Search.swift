import CaravanCore

/// The primal worker: ruin and recreate (Schrimpf et al. 2000; Christiaens and Vanden Berghe 2020) with annealed
/// acceptance, restarted from the best plan at the start of every cooling cycle.
struct Search {
    let instance: Instance
    /// The plan that the search stands on.
    private(set) var schedule: Schedule
    /// The best plan found; complete when its `missing` is 0.
    private(set) var record: Snapshot
    /// The best plan found, with all that it occupies.
    var best: Schedule { Schedule(instance, record) }
    /// Iterations done.
    private(set) var iterations = 0
    /// What each neighbourhood came to, in their order.
    var tallies: [NeighbourhoodChoice.Tally] { choice.tallies }

    private let parameters: SearchParameters
    private var random: RandomStream
    private var ruin: Ruin
    private var recreate: Recreate
    private var journal = Journal()
    private var choice: NeighbourhoodChoice
    private var cooling: Cooling
    private var guidance: Guidance
    private var cycles = 0
    /// The plan that the last cooling cycle ended with, complete but not always the best, until somebody takes it.
    private var elite: [Assignment]?

    /// - Parameter deadline: When it is over before the search is made ready, it never is.
    init(
        _ instance: Instance, _ parameters: SearchParameters = SearchParameters(), seed: UInt64,
        deadline: Deadline = .never
    ) {
        self.instance = instance
        self.parameters = parameters
        ruin = Ruin(sample: parameters.ruinSample)
        choice = NeighbourhoodChoice(parameters)
        random = RandomStream(seed: seed)
        recreate = Recreate(instance, deadline: deadline)
        schedule = Schedule(instance)
        record = Snapshot(schedule)
        cooling = Cooling(instance, parameters)
        guidance = Guidance(instance, parameters)
    }

    /// Whether it can do anything at all.
    var isReady: Bool { recreate.finder.isReady }

    /// Points that count for comparing plans: a request that must be held and is not outweighs everything.
    private static func rating(_ objective: Double, _ missing: Int) -> Double { objective + Double(missing) * 1e9 }

    private var rating: Double { Self.rating(schedule.objective, schedule.missing) }

    /// The first plan: kept sessions, then what must be held, then everything else by value for money.
    /// - Parameter deadline: When it is over the plan is left as it is.
    mutating func construct(from baseline: [Assignment] = [], until deadline: Deadline = .never) {
        for it in baseline { restore(it) }
        recreate.finder.blink = 0
        if isReady { recreate.complete(&schedule, &journal, until: deadline, &random) }
        journal.commit()
        record = Snapshot(schedule)
    }

    private mutating func restore(_ it: Assignment) {
        schedule.restore(it.placement, venue: it.venue, crew: it.crew)
    }

    /// Takes over a better plan from another worker.
    mutating func adopt(_ plan: Schedule) {
        if Self.rating(plan.objective, plan.missing) < Self.rating(record.objective, record.missing) {
            record = Snapshot(plan)
            schedule = plan
        }
    }

    /// The plan that a cooling cycle has ended with since this was asked last.
    mutating func takeElite() -> [Assignment]? {
        defer { elite = nil }
        return elite
    }

    /// Takes over what the dual worker thinks that things are worth.
    mutating func adopt(_ prices: DualPrices) { guidance.adopt(prices, for: &recreate.finder) }

    /// Learns about how many iterations it will still be given, so that it ends cool.
    mutating func expect(iterations: Int) { cooling.fit(iterations) }

    /// Goes back to the best plan and begins a cycle there that ends with the iterations expected next.
    /// - Parameter warmth: How much of the way from hot to cold the cycle goes, 0…1: the less, the more of the plan stands.
    mutating func restart(warmth: Double) {
        schedule = best
        cooling.restart(warmth: warmth)
    }

    /// Runs `count` iterations; true where the best plan became better.
    mutating func run(_ count: Int) -> Bool {
        var improved = false
        for _ in 0..<count { improved = iterate() || improved }
        return improved
    }

    private mutating func iterate() -> Bool {
        iterations += 1
        if cooling.advance() { restart() }
        let before = rating
        let neighbourhood = choice.draw(&random)
        let isLarge = random.below(parameters.largeRuinEvery) == 0
        let size = 1 + random.below(isLarge ? parameters.largeRuin : parameters.smallRuin)
        guidance.apply(to: &recreate.finder, schedule, &random)
        recreate.finder.blink = random.below(2) == 0 ? parameters.fewBlinks : parameters.manyBlinks
        let wanted = ruin.apply(
            neighbourhood, count: size, among: recreate.finder.prospects, to: &schedule, &journal, &random)
        let others = parameters.leastOthers + random.below(parameters.othersSpread)
        recreate.apply(&schedule, &journal, others: others, wanted: wanted, &random)
        return judge(before, neighbourhood)
    }

    private mutating func judge(_ before: Double, _ neighbourhood: Neighbourhood) -> Bool {
        let after = rating
        if after >= before + cooling.tolerance(&random) {
            journal.rollBack(&schedule)
            choice.learn(neighbourhood, .rejected)
            return false
        }
        journal.commit()
        if after < Self.rating(record.objective, record.missing) - Tolerance.betterPlan {
            record = Snapshot(schedule)
            choice.learn(neighbourhood, .best)
            return true
        }
        choice.learn(neighbourhood, after < before - Tolerance.rounding ? .better : .accepted)
        return false
    }

    /// A new cycle begins at the best plan; every other one first takes out a good part of it, on small weeks all of
    /// it, so that plans of another make are found.
    private mutating func restart() {
        if schedule.missing == 0 { elite = schedule.assignments }
        schedule = best
        cycles += 1
        guard cycles.isMultiple(of: 2) else { return }
        for _ in 0..<parameters.shaken where schedule.heldCount > 0 {
            let request = Int(schedule.order[random.below(schedule.heldCount)])
            if instance.tables.kept[request] == nil, schedule.isHeld(request) {
                journal.remove(request, from: &schedule)
            }
        }
        recreate.apply(&schedule, &journal, others: parameters.shakenOthers, wanted: nil, &random)
        journal.commit()
    }
}
