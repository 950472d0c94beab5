import CaravanCore
import CaravanLanguage

/// Finds out whether pins (H11), frozen sessions (H12) and what they wait for (H9) can be held together at all, and if
/// not, a smallest set of demands, fund limits and hard caps that contradict each other, why, and what would help.
///
/// Only the requests that must be held matter: every hard rule but these demands still holds when sessions are left out.
struct DemandCheck {
    /// What can take part in a contradiction.
    private enum Element: Hashable {
        case demand(Int)
        case fund(Int)
        case cap(Int)
    }

    let board: Board
    private let trial: DemandTrial
    private var instance: Instance { board.instance }

    init(_ board: Board) {
        self.board = board
        trial = DemandTrial(board)
    }

    /// Where the construction could not hold what must be held: hands in a plan that does, or fails the solve as
    /// infeasible.
    func run() {
        guard board.incumbent == nil, board.ending == nil, !instance.isPartial else { return }
        let everything =
            instance.week.caps.indices.filter { instance.week.caps[$0].weight == nil }.map(Element.cap)
            + instance.fundLimit.indices.map(Element.fund)
            + instance.tables.demandSources.keys.sorted().map(Element.demand)
        switch answer(Set(everything)) {
        case .possible(let plan): board.offer(Schedule(instance, translating: plan), by: .wholeProgram)
        case .impossible: board.fail(.infeasible(report(on: contradiction(among: suspects(everything)))))
        case .unknown: break
        }
    }

    /// Demands that clash at first sight, where they contradict each other by themselves; else everything.
    private func suspects(_ everything: [Element]) -> [Element] {
        guard let whole = try? part(Set(everything)), let clash = ClashFinder(whole).clash else { return everything }
        let those = clash.requests.sorted().filter { instance.tables.demandSources[$0] != nil }.map(Element.demand)
        if case .impossible = answer(Set(those)) { return those }
        return everything
    }

    /// Deletion filter (Chinneck and Dravnieks 1991): what can be left out with the rest still impossible is left out.
    private func contradiction(among everything: [Element]) -> [Element] {
        var core = everything
        for element in everything where !trial.deadline.isOver {
            let rest = core.filter { $0 != element }
            if case .impossible = answer(Set(rest)) { core = rest }
        }
        return core
    }

    private func answer(_ elements: Set<Element>) -> DemandTrial.Answer {
        do throws(SolveError) {
            return trial.answer(try part(elements))
        } catch {
            if case .infeasible = error { return .impossible }
            return .unknown
        }
    }

    /// Only requests demanded by the elements and those that they wait for, and only the limits and caps among the
    /// elements. Enumerated anew, since a demand that is left out no longer narrows the placements of requests that others
    /// wait for.
    /// - Throws: `SolveError.infeasible` where a demand finds no placement, `SolveError.tooLarge`.
    private func part(_ elements: Set<Element>) throws(SolveError) -> Instance {
        let demanded = instance.tables.demandSources.keys.filter { elements.contains(.demand($0)) }
        let week = instance.week
        let part = try trial.instance(of: week, demanding: Set(demanded))
        var survivors = Survivors(all: part)
        survivors.waivedFunds = Set(week.funds.indices.filter { !elements.contains(.fund($0)) })
        survivors.waivedCaps = Set(week.caps.indices.filter { !elements.contains(.cap($0)) })
        return Instance(part, keeping: survivors)
    }
}

// MARK: - What is said of it

extension DemandCheck {
    /// Why the elements of a contradiction cannot be kept together with what would help, then each of them.
    private func report(on core: [Element]) -> [Contradiction] {
        let elements = core.flatMap(describe)
        let demands = core.filter { if case .demand = $0 { true } else { false } }
        guard let free = try? part(Set(demands)) else { return elements }
        let (finder, remedies) = (ClashFinder(free), PinRemedies(week: instance.week, trial: trial))
        var (clash, limits): (Clash?, [PinRemedies.Candidate]) = (nil, [])
        for element in core {
            switch element {
            case .demand: break
            case .fund(let fund):
                guard let least = trial.leastCharge(of: fund, free), least > instance.week.funds[fund].limit else {
                    continue
                }
                clash = clash ?? finder.shortage(of: fund, least: least)
                limits.append(remedies.raising(fund, to: least))
            case .cap(let cap):
                guard let excess = finder.excess(of: cap) else { continue }
                clash = clash ?? excess.clash
                limits.append(remedies.lifting(cap, to: excess.measured))
            }
        }
        if core.count == demands.count { clash = finder.clash }
        let found = clash ?? finder.together
        let requests = demands.compactMap { if case .demand(let request) = $0 { request } else { nil } }
        return [found.contradiction(in: instance.week, remedies.list(for: requests, limits))] + elements
    }

    private func describe(_ element: Element) -> [Contradiction] {
        let week = instance.week
        switch element {
        case .demand(let request):
            return (instance.tables.demandSources[request] ?? []).map { $0.contradiction(in: week) }
        case .fund(let number):
            let fund = week.funds[number]
            let phrase = ContradictionText.fund(fund.id, plainDecimal(fund.limit))
            return [Contradiction(.fund, fund.id, phrase)]
        case .cap(let number):
            let id = week.caps[number].id
            return [Contradiction(.cap, id, ContradictionText.cap(id))]
        }
    }
}
