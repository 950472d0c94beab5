import CaravanCore
import CaravanLanguage

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
        guard board.incumbent == nil, board.ending == nil, !instance.isPartial else { return }
        let everything =
            instance.week.caps.indices.filter { instance.week.caps[$0].weight == nil }.map(Element.cap)
            + instance.fundLimit.indices.map(Element.fund) + instance.demandSources.keys.sorted().map(Element.demand)
        switch answer(Set(everything)) {
        case .possible(let plan): board.offer(Schedule(instance, translating: plan), by: .wholeProgram)
        case .impossible: board.fail(.infeasible(contradiction(among: everything).flatMap(describe)))
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
        let reduced: Instance
        do throws(SolveError) {
            reduced = try part(elements)
        } catch {
            if case .infeasible = error { return .impossible }
            return .unknown
        }
        if reduced.isPartial { return .unknown }
        var search = Search(reduced, seed: board.parameters.seed)
        search.construct()
        _ = search.run(500)
        if search.record.missing == 0 { return .possible(search.best) }
        let program = IntegerProgram(
            instance: reduced, budget: budget, cutoff: .infinity, cancellation: board.lanes)
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

    private var budget: ProgramBudget {
        board.parameters.isCounted ? .iterations(100_000) : .seconds(min(board.secondsLeft, 20))
    }

    /// Only requests demanded by the elements and those that they wait for, and only the limits and caps among the
    /// elements. Enumerated anew, since a demand that is left out no longer narrows the placements of requests that others
    /// wait for.
    /// - Throws: `SolveError.infeasible` where a demand finds no placement, `SolveError.tooLarge`.
    private func part(_ elements: Set<Element>) throws(SolveError) -> Instance {
        let demanded = instance.demandSources.keys.filter { elements.contains(.demand($0)) }
        let (week, parameters) = (instance.week, board.parameters)
        let part = try Instance(
            week: week, baseline: parameters.baseline, freeze: parameters.freeze,
            commitments: parameters.commitments, demanding: Set(demanded),
            allowance: Allowance(memory: parameters.memory, deadline: board.deadline))
        var survivors = Survivors(all: part)
        survivors.waivedFunds = Set(week.funds.indices.filter { !elements.contains(.fund($0)) })
        survivors.waivedCaps = Set(week.caps.indices.filter { !elements.contains(.cap($0)) })
        return Instance(part, keeping: survivors)
    }

    private func describe(_ element: Element) -> [Contradiction] {
        switch element {
        case .demand(let request): return (instance.demandSources[request] ?? []).map { $0.contradiction() }
        case .fund(let number):
            let fund = instance.week.funds[number]
            let limit = plainDecimal(fund.limit)
            let phrase = ContradictionText.fund(fund.id, limit)
            return [Contradiction(.fund, fund.id, phrase)]
        case .cap(let number):
            let id = instance.week.caps[number].id
            return [Contradiction(.cap, id, ContradictionText.cap(id))]
        }
    }
}
