import CaravanCore

/// The dual side of a counted solve: the ascent, one integer program over what reduced-cost fixing leaves, and programs
/// over parts of the week, in turns of so many steps each.
///
/// During a turn it sees the board as it was when the turn began: what the other lane hands in meanwhile would make the
/// steps hang on which thread is faster.
struct DualTurns: Sendable {
    /// What a turn came to.
    struct Outcome: Sendable {
        var bound = -Double.infinity
        var prices: DualPrices?
        var plans: [[Assignment]] = []
        /// Whether no plan is better than the best of these and the incumbent that the turn began with.
        var isProof = false

        /// Hands it in.
        func deliver(to board: Board) {
            if let prices { board.post(prices: prices) }
            for plan in plans { board.offer(Schedule(board.instance, holding: plan), by: .neighbourhoodPrograms) }
            board.raise(bound: bound, by: .bound)
        }
    }

    /// What is done next.
    private enum Stage {
        /// Raise the bound.
        case climb
        /// Generate columns, once prices have converged.
        case generate
        /// Choose among whole sessions.
        case choose
        /// Solve what is left of the week as one program.
        case whole
        /// Solve programs over parts of the week.
        case parts
    }

    private let board: Board
    private let costs: StepCosts
    private(set) var ascent: LagrangianAscent
    private var programs: NeighbourhoodPrograms
    private var masters: MasterTurns?
    /// Turns that column generation may take before funds are kept.
    private var generationTurns: Int
    private var turns = 0
    /// Microseconds of one program over a part of the week, as far as a turn has room for several.
    private var longestPart: Double
    private let parameters: TurnParameters
    private var outcome = Outcome()
    private var incumbent: Incumbent?
    /// Objective of the best plan known, the turn's own included.
    private var best = Double.infinity

    init(_ board: Board, _ costs: StepCosts) {
        self.board = board
        self.costs = costs
        parameters = board.parameters.tuning.turns
        (longestPart, generationTurns) = (parameters.leastPart, parameters.generationTurns)
        ascent = LagrangianAscent(
            board.instance, board.parameters.tuning.ascent, from: board.parameters.duals, deadline: board.deadline)
        programs = NeighbourhoodPrograms(board)
    }

    /// Takes one turn of about so many microseconds.
    mutating func take(microseconds: Double) -> Outcome {
        outcome = Outcome()
        incumbent = board.incumbent
        best = incumbent?.objective ?? .infinity
        outcome.bound = board.bound
        var left = microseconds
        longestPart = max(parameters.leastPart, microseconds / parameters.partsPerTurn)
        let stages = stages()
        turns += 1
        for stage in stages where left > 0 && !isOver {
            switch stage {
            case .climb: climb(&left)
            case .generate: generate(&left)
            case .choose: choose(&left)
            case .whole: solveWhole(&left)
            case .parts: solveParts(&left)
            }
        }
        board.note("rounds", Double(ascent.rounds))
        outcome.isProof =
            best < .infinity && Plan.gap(objective: best, bound: min(best, outcome.bound)) <= Tolerance.optimalGap
        return outcome
    }

    private var isOver: Bool {
        board.control.isStopped
            || best < .infinity && Plan.gap(objective: best, bound: min(best, outcome.bound)) <= Tolerance.optimalGap
    }

    /// What a turn does, in order; when one thing ends early the next begins.
    private func stages() -> [Stage] {
        // Before prices have converged programs have little to go by, so every fourth turn is enough.
        if !ascent.hasConverged && !ascent.keepsFunds { return turns % 4 == 3 ? [.parts] : [.climb, .whole, .parts] }
        if isGenerating { return [.generate, .whole, .parts] }
        switch turns % 4 {
        case 0: return [.climb, .whole, .parts]
        case 1: return [.whole, .parts]
        case 3 where usesMasters: return [.choose, .parts]
        default: return [.parts]
        }
    }

    /// Near a baseline the few steps of a counted solve go to the knapsacks and the programs over parts: what is best there keeps
    /// sessions as they are, and those find it.
    private var usesMasters: Bool { board.parameters.baseline == nil }

    private mutating func climb(_ left: inout Double) {
        if ascent.hasConverged {
            if ascent.keepsFunds || isGenerating { return }
            ascent.keepFunds()
        }
        let cost = ascent.keepsFunds ? costs.knapsackRound : costs.round
        while left > 0, !ascent.hasConverged, !isOver {
            // Before there is a plan, aim a little above the bound.
            let target = best.isFinite ? best : ascent.bestBound.isFinite ? ascent.bestBound * 1.05 + 1 : 1e6
            left -= cost
            guard ascent.step(towards: target) else { continue }
            outcome.bound = max(outcome.bound, ascent.bestBound)
            if !ascent.keepsFunds { outcome.prices = DualPrices(board.instance, ascent.best) }
        }
        findProspects(&left)
    }

    /// Whether it is column generation's turn, between both phases of the ascent.
    private var isGenerating: Bool {
        usesMasters && ascent.hasConverged && !ascent.keepsFunds && generationTurns > 0
            && masters?.canGenerate(beyond: ascent.bestBound) ?? true
    }

    private mutating func generate(_ left: inout Double) {
        guard incumbent != nil, isGenerating else { return }
        generationTurns -= 1
        var masters = masters ?? MasterTurns(board, after: ascent)
        let prices = masters.generate(&ascent, board.elites, costs, &left)
        outcome.bound = max(outcome.bound, ascent.bestBound)
        outcome.prices = prices ?? outcome.prices
        self.masters = masters
    }

    private mutating func choose(_ left: inout Double) {
        guard let incumbent, var masters else { return }
        var share = min(left, longestPart)
        left -= share
        if let plan = masters.recombine(incumbent, board.elites + outcome.plans, costs, &share) { take(plan) }
        left += share
        self.masters = masters
    }

    /// Works out which placements are worth trying, where prices are news; takes about as long as three rounds.
    private mutating func findProspects(_ left: inout Double) {
        guard board.wantsProspects, !ascent.keepsFunds, outcome.prices != nil else { return }
        left -= parameters.siftingRounds * costs.round
        outcome.prices?.prospects = Prospects(board.instance, margins: ascent.margins(), bound: ascent.bestBound)
    }

    /// One integer program over all that is left, where that is little.
    private mutating func solveWhole(_ left: inout Double) {
        guard let incumbent, ascent.hasConverged || ascent.keepsFunds,
            !Part.wholeProgram.isIdle(in: board.parameters)
        else { return }
        let rest = Instance(board.instance, keeping: survivors(&left))
        let columns = IntegerProgram.size(of: rest)
        board.note("columns", Double(columns))
        guard columns <= board.parameters.tuning.programs.columnLimit, left > 0 else { return }
        let program = IntegerProgram(
            instance: rest, budget: .iterations(StepCosts.pivots(in: left, columns: columns)), cutoff: best,
            cancellation: board.cancellation, parameters: board.parameters.tuning.programs)
        let start = incumbent.assignments.compactMap { rest.assignment(board.instance.session($0)) }
        guard
            let result = try? program.solve(
                start: start.count == incumbent.assignments.count && incumbent.objective <= best ? start : nil,
                improve: { _, _ in })
        else { return left = 0 }
        left -= StepCosts.program(pivots: result.iterations, columns: columns)
        let cutoff = best
        if let plan = result.best { take(Schedule(board.instance, translating: plan)) }
        // What fixing took away holds nothing better than the best plan, so a bound of what is left, as far as it stays
        // below that plan's objective, is a bound of the whole week.
        let bound = result.isComplete ? (result.best?.objective ?? cutoff) : result.bound
        outcome.bound = max(outcome.bound, min(bound, cutoff))
    }

    private mutating func solveParts(_ left: inout Double) {
        guard var around = incumbent, !Part.neighbourhoodPrograms.isIdle(in: board.parameters) else { return }
        let survivors = survivors(&left)
        while left > 0, !isOver {
            let pivots = StepCosts.pivots(in: min(left, longestPart), columns: programs.columns)
            let result = programs.improve(around, survivors, board.elites + outcome.plans, iterations: pivots)
            left -= StepCosts.program(pivots: result.iterations, columns: result.columns)
            guard let plan = result.plan.map({ Schedule(board.instance, translating: $0) }) else { continue }
            take(plan)
            around = Incumbent(assignments: plan.assignments, objective: plan.objective, serial: around.serial)
        }
    }

    /// What a plan no worse than the best can still use; takes about as long as three rounds.
    private mutating func survivors(_ left: inout Double) -> Survivors {
        left -= parameters.siftingRounds * (ascent.keepsFunds ? costs.knapsackRound : costs.round)
        return ascent.survivors(objective: best)
    }

    private mutating func take(_ plan: Schedule) {
        guard plan.missing == 0, plan.objective < best - Tolerance.betterPlan else { return }
        best = plan.objective
        outcome.plans.append(plan.assignments)
    }
}
