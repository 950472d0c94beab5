import CaravanCore

/// Finds sessions of a request that fit once one other session makes room, with all that wait for it (H9).
///
/// For each option that is not free, `RoomMakers` tells which sessions might give way. Pairs of a session that goes and
/// an option that it opens are tried from the cheapest option on: the request goes in with the crew that is best for it, then
/// the others go back one by one where they cost least then, or are dropped where that costs less. It ends once no option
/// that is left could be among the best even if all others went back at no loss; what moving another session alone would
/// gain is not waited for.
///
/// While no more than `fewestTried` pairs are open, no place that one session opens is missing, but for one case: where a
/// session that must be held again finds no place after the others went back, the pair is passed over. What the others cost
/// may be more than the least that any order and crew would give. Of more pairs than `mostTried` the cheapest count.
struct RoomMaking {
    /// A township and start of the request.
    private struct Site: Hashable {
        let township: Int32
        let start: Int32
    }

    /// A session that goes, and an option that this opens.
    private struct Pair {
        let mover: Int
        let option: PlanOptions.Best
    }

    /// Pairs tried at least, and at most.
    private static let (fewestTried, mostTried) = (200, 2_000)

    private let request: Int
    private let base: ExplainedPlan
    private let layout: ExplainedPlan
    /// For each session that could make room, the sites where it might.
    private let sites: [Int: Set<Site>]
    /// Options that are free as it is.
    private let free: Set<[Int]>

    /// - Parameters:
    ///   - options: The options of the request in the plan.
    ///   - explained: The plan without the request's session.
    init(_ options: PlanOptions, in explained: ExplainedPlan, of plan: Plan, baseline: Plan?) {
        request = options.request
        base = explained
        let instance = explained.instance
        free = Set(
            options.free.map {
                Self.key(instance.placements[$0.placement], instance.venueCandidates[$0.venueCandidate])
            })
        let sites = Self.sites(options, in: explained)
        var focus: Set<Int> = [options.request]
        for mover in sites.keys { focus.formUnion(explained.schedule.followers(of: mover)) }
        self.sites = sites
        layout = ExplainedPlan(
            week: explained.week, plan: plan, baseline: baseline, focus: focus, rules: instance.rows.rules
        )
        .without(options.request)
    }

    private static func key(_ placement: Placement, _ candidate: VenueCandidate) -> [Int] {
        [Int(placement.township), Int(placement.start), Int(candidate.venue)]
    }

    /// The best ways, the best first, one a township, start and venue.
    func best(_ count: Int) -> [Rearrangement] {
        var crews = CrewBudget()
        let pairs = pairs(&crews).sorted { ($0.option.points, $0.mover) < ($1.option.points, $1.mover) }
        let idle = base.schedule.objective - base.instance.unheldCost[request]
        var best: [[Int]: Rearrangement] = [:]
        for (tried, pair) in pairs.prefix(Self.mostTried).enumerated() {
            if tried >= Self.fewestTried, best.count >= count {
                let worst = best.values.map(\.plan.schedule.objective).sorted()[count - 1]
                if idle + pair.option.points >= worst { break }
            }
            guard let (site, outcome) = carryOut(pair, &crews) else { continue }
            let objective = outcome.plan.schedule.objective
            if let known = best[site], known.plan.schedule.objective <= objective + 1e-9 { continue }
            best[site] = outcome
        }
        let ranked = best.sorted { a, b in
            let (first, second) = (a.value.plan.schedule.objective, b.value.plan.schedule.objective)
            return first == second ? a.key.lexicographicallyPrecedes(b.key) : first < second
        }
        return ranked.prefix(count).map(\.value)
    }

    private func pairs(_ crews: inout CrewBudget) -> [Pair] {
        let instance = layout.instance
        return sites.keys.sorted().flatMap { mover in
            let reduced = layout.releasing([mover])
            let indices = instance.ofRequest[request].filter { index in
                let it = instance.placements[index]
                return sites[mover]?.contains(Site(township: it.township, start: it.start)) == true
            }
            let opened = PlanOptions(request, in: reduced, &crews, among: indices).free.filter { option in
                let at = Self.key(
                    instance.placements[option.placement], instance.venueCandidates[option.venueCandidate])
                return !free.contains(at)
            }
            return opened.map { Pair(mover: mover, option: $0) }
        }
    }

    private func carryOut(_ pair: Pair, _ crews: inout CrewBudget) -> ([Int], Rearrangement)? {
        let taken = layout.schedule.followers(of: pair.mover).reversed().compactMap { other in
            layout.session(held: other).map { (request: other, session: $0) }
        }
        let opened = layout.releasing([pair.mover]).with(pair.option)
        guard let (plan, moves) = Rearrangement.restore(taken, to: opened, &crews) else { return nil }
        let instance = layout.instance
        let site = Self.key(
            instance.placements[pair.option.placement], instance.venueCandidates[pair.option.venueCandidate])
        let outcome = Rearrangement(
            plan: plan, moves: moves.filter { $0.from != $0.to }, session: layout.session(of: pair.option))
        return (site, outcome)
    }

    /// Which sessions might make room, and where.
    private static func sites(_ options: PlanOptions, in plan: ExplainedPlan) -> [Int: Set<Site>] {
        let makers = RoomMakers(options.request, in: plan)
        var sites: [Int: Set<Site>] = [:]
        for option in options.all where !option.rules.isEmpty {
            let it = plan.instance.placements[option.placement]
            let site = Site(township: it.township, start: it.start)
            for mover in makers.movers(for: option) { sites[mover, default: []].insert(site) }
        }
        return sites
    }
}

extension ExplainedPlan {
    /// The session of a held request; nil where it is not held.
    func session(held request: Int) -> Session? {
        let at = Int(schedule.placed[request])
        guard at >= 0 else { return nil }
        let crew = Array(schedule.crew[schedule.places(of: request)])
        return instance.session(Assignment(placement: at, venue: Int(schedule.venue[request]), crew: crew))
    }
}
