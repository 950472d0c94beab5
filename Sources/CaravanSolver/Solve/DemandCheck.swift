import CaravanCore

/// Finds out whether pins (H11), frozen sessions (H12) and what they wait for (H9) can be held together at all, and if
/// not, a smallest set of demands, fund limits and hard caps that contradict each other.
///
/// Only the requests that must be held matter: every hard rule but these demands still holds when sessions are left out.
struct DemandCheck {
    /// What can take part in a contradiction.
    private enum Element: Hashable {
        case demand(Int)
        case fund(Int)
        case cap(Int)
    }

    private enum Answer {
        case possible(Schedule)
        case impossible
        case unknown
    }

    let board: Board
    private var instance: Instance { board.instance }

    init(_ board: Board) { self.board = board }

    /// Where the construction could not hold what must be held: hands in a plan that does, or fails the solve as
    /// infeasible.
    func run() {
        guard board.incumbent == nil, board.ending == nil else { return }
        let everything =
            instance.week.caps.indices.filter { instance.week.caps[$0].weight == nil }.map(Element.cap)
            + instance.fundLimit.indices.map(Element.fund) + instance.demandSources.keys.sorted().map(Element.demand)
        switch answer(Set(everything)) {
        case .possible(let plan): board.offer(Schedule(instance, translating: plan), phase: "integer program")
        case .impossible: board.fail(.infeasible(contradiction(among: everything).map(describe)))
        case .unknown: break
        }
    }

    /// Deletion filter (Chinneck and Dravnieks 1991): what can be left out with the rest still impossible is left out.
    private func contradiction(among everything: [Element]) -> [Element] {
        var core = everything
        for element in everything where !board.control.isStopped && board.secondsLeft > 0 {
            let rest = core.filter { $0 != element }
            if case .impossible = answer(Set(rest)) { core = rest }
        }
        return core
    }

    private func answer(_ elements: Set<Element>) -> Answer {
        let reduced = Instance(instance, keeping: survivors(elements))
        if reduced.mustHold.indices.contains(where: { reduced.mustHold[$0] && reduced.ofRequest[$0].isEmpty }) {
            return .impossible
        }
        var search = Search(reduced, seed: board.parameters.seed)
        search.construct()
        _ = search.run(500)
        if search.record.missing == 0 { return .possible(search.best) }
        let program = IntegerProgram(
            instance: reduced, limit: min(board.secondsLeft, 20), cutoff: .infinity, cancellation: board.lanes)
        do {
            let result = try program.solve { _, _ in }
            if let plan = result.best { return .possible(plan) }
            return result.isComplete ? .impossible : .unknown
        } catch SolveError.infeasible {
            return .impossible
        } catch {
            return .unknown
        }
    }

    /// Only demanded requests and those that they wait for, and only the rules among the elements.
    private func survivors(_ elements: Set<Element>) -> Survivors {
        var survivors = Survivors(all: instance)
        survivors.mustHold = mustHold(elements)
        for index in instance.placements.indices {
            survivors.placements[index] = survivors.mustHold[Int(instance.placements[index].request)]
        }
        survivors.waivedFunds = Set(instance.fundLimit.indices.filter { !elements.contains(.fund($0)) })
        survivors.waivedCaps = Set(instance.week.caps.indices.filter { !elements.contains(.cap($0)) })
        return survivors
    }

    private func mustHold(_ elements: Set<Element>) -> [Bool] {
        var must = [Bool](repeating: false, count: instance.requestCount)
        var pending = instance.demandSources.keys.sorted().filter { elements.contains(.demand($0)) }
        while let request = pending.popLast() {
            if must[request] { continue }
            must[request] = true
            pending += instance.predecessors[request]
        }
        return must
    }

    private func describe(_ element: Element) -> String {
        switch element {
        case .demand(let request):
            (instance.demandSources[request] ?? []).joined(separator: " and ")
        case .fund(let fund):
            "limit of fund \(instance.week.funds[fund].id) (\(plainDecimal(instance.week.funds[fund].limit)) yuan, H8)"
        case .cap(let cap):
            "hard cap \(instance.week.caps[cap].id) (H10)"
        }
    }
}
