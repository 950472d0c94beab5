import CaravanCore
import CaravanLanguage

/// Finds the demands that leave a request no placement: by themselves, or only together with demands on the requests
/// that it waits for (H9).
struct UnmetDemands {
    let week: Week
    let decisions: Decisions
    let precedence: Precedence
    /// Tries what would help; nil: nothing is offered.
    let trial: DemandTrial?

    /// Each demand that takes part, and each request that a demanded one waits for in vain, with what stands in the way.
    func contradictions(_ ofRequest: [Range<Int>]) -> [Contradiction] {
        let empty = precedence.mustHold.indices.filter { precedence.mustHold[$0] && ofRequest[$0].isEmpty }
        let cores = empty.filter { decisions.demands[$0] != nil }.map { (request: $0, core: core(of: $0)) }
        let awaited = empty.filter { decisions.demands[$0] == nil && isImpossible(holding: [$0], demanding: []) }
        let named = cores.reduce(into: Set<Int>()) { $0.formUnion($1.core) }
        let layout = ExplainedPlan(week, decisions, focus: Set(empty))
        var helps = Dictionary(
            cores.filter { !$0.core.isEmpty }.map { ($0.request, remedies(for: $0.core.sorted())) }
        ) { known, _ in known }
        let demanded = named.sorted().flatMap { request in
            let reason =
                cores.contains { $0.request == request && !$0.core.isEmpty } ? reason(of: request, layout) : nil
            return (decisions.demands[request]?.sources ?? []).map { source in
                let those = helps.removeValue(forKey: request) ?? []
                return source.contradiction(in: week, reason, remedies: those)
            }
        }
        return demanded
            + awaited.map { request in
                let name = ContradictionText.awaited(Names(week).request(request))
                let said = Join.labelled(name, reason(of: request, layout).phrase)
                return Contradiction(.awaited, week.requests[request].id, said)
            }
    }

    /// What `EXPLAIN` would say of it.
    private func reason(of request: Int, _ layout: ExplainedPlan) -> Finding {
        ImpossibleRequest(WeekOptions(request, in: layout), in: layout).finding
    }

    private func remedies(for requests: [Int]) -> [PinRemedy] {
        trial.map { PinRemedies(week: week, trial: $0).list(for: requests) } ?? []
    }

    /// A smallest set of demands that leave this one unmet; empty where those before it contradict each other already.
    private func core(of request: Int) -> Set<Int> {
        if isImpossible(holding: [request], demanding: [request]) { return [request] }
        let before = demanded(before: request)
        if isImpossible(holding: before, demanding: before) { return [] }
        // Deletion filter (Chinneck and Dravnieks 1991).
        var core = before.union([request])
        for other in before.sorted() where isImpossible(holding: [request], demanding: core.subtracting([other])) {
            core.remove(other)
        }
        return core
    }

    /// Demanded requests that a request waits for, directly or through others.
    private func demanded(before request: Int) -> Set<Int> {
        var seen: Set<Int> = []
        var pending = precedence.predecessors[request]
        while let before = pending.popLast() {
            if seen.insert(before).inserted { pending += precedence.predecessors[before] }
        }
        return seen.filter { decisions.demands[$0] != nil && $0 != request }
    }

    /// Whether some of these requests, or of those they wait for, has no placement under these demands alone.
    private func isImpossible(holding requests: Set<Int>, demanding demands: Set<Int>) -> Bool {
        let needed = Precedence(week: week, demanded: requests)
        var enumeration = PlacementEnumeration(week: week, decisions: decisions.demanding(demands))
        enumeration.run(order: needed, onlyMustHold: true)
        return needed.mustHold.indices.contains { needed.mustHold[$0] && enumeration.ofRequest[$0].isEmpty }
    }
}
