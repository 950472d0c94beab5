import CaravanCore
import CaravanLanguage

/// Finds the demands that leave a request no placement: by themselves, or only together with demands on the requests
/// that it waits for (H9).
struct UnmetDemands {
    let week: Week
    let decisions: Decisions
    let precedence: Precedence

    /// Each demand that takes part, and each request that a demanded one waits for in vain.
    func contradictions(_ ofRequest: [Range<Int>]) -> [Contradiction] {
        let empty = precedence.mustHold.indices.filter { precedence.mustHold[$0] && ofRequest[$0].isEmpty }
        let named = empty.reduce(into: Set<Int>()) { if decisions.demands[$1] != nil { $0.formUnion(core(of: $1)) } }
        let awaited = empty.filter { decisions.demands[$0] == nil && isImpossible(holding: [$0], demanding: []) }
        let sources = named.sorted().flatMap { decisions.demands[$0]?.sources ?? [] }
        return sources.map { $0.contradiction { ContradictionText.unmet($0) } }
            + awaited.map { request in
                let id = week.requests[request].id
                return Contradiction(.awaited, id, ContradictionText.unmet(ContradictionText.awaited(id)))
            }
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
