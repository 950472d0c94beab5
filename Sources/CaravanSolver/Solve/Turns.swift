/// What is done beside the search, in turns: the ascent raises the bound; column generation, restricted masters and integer
/// programs over parts of the week or all that is left of it find plans and bounds. How long a turn may take says its budget, what
/// it sees and where it hands in what it finds its view of the board.
struct Turns: Sendable {
    private(set) var ascent: LagrangianAscent
    /// The gap at which too much was left for a program over all of it, points.
    private(set) var hopelessGap = Double.infinity
    private let board: Board
    private let costs: StepCosts
    private var plain: PlainBound?
    private var masters: MasterTurns?
    private var programs: NeighbourhoodPrograms
    private var prospects: Prospects?
    /// The round from which prospects are worth working out anew.
    private var prospectsDue: Int
    private var parameters: TurnParameters { board.parameters.tuning.turns }

    init(_ board: Board) {
        self.board = board
        costs = StepCosts(board.instance)
        ascent = LagrangianAscent(
            board.instance, board.parameters.tuning.ascent, from: board.parameters.duals, deadline: board.deadline)
        programs = NeighbourhoodPrograms(board)
        prospectsDue = board.parameters.tuning.turns.prospectsInterval
    }

    /// Whether prices have converged for the first time, so that programs have something to go by.
    var hasPrices: Bool { ascent.hasConverged || ascent.keepsFunds }

    /// Goes on with the limits of funds kept as knapsacks.
    mutating func keepFunds() { ascent.keepFunds() }

    /// Under commitments, raises the bound of the plain objective from where the ascent is.
    mutating func provePlain() {
        if plain == nil { plain = PlainBound(board) }
        plain?.climb(from: ascent, board)
    }

    /// Hands in what the bound rests on, if there is one.
    mutating func finish() {
        provePlain()
        if ascent.bestBound > -.infinity { board.post(duals: ascent.duals) }
    }

    /// Whether column generation can still raise a bound.
    func canGenerate(beyond bound: Double) -> Bool {
        !Part.columnGeneration.isIdle(in: board.parameters) && masters?.canGenerate(beyond: bound) ?? true
    }
}

// MARK: - The bound

extension Turns {
    /// Ascends until the steps have become too small to matter.
    mutating func climb(_ budget: inout Budget, _ view: any BoardView) {
        var hasPosted = false
        while !budget.isSpent, !ascent.hasConverged, !view.isOver {
            budget.spend(round)
            if ascent.step(towards: target(view)) {
                view.raise(bound: ascent.bestBound, by: .bound)
                // Once funds are kept their multipliers no longer say what money is worth.
                if !ascent.keepsFunds {
                    if view.isLive && ascent.rounds >= prospectsDue { findProspects() }
                    post(to: view)
                    hasPosted = true
                }
            }
            view.tell()
        }
        board.note("rounds", Double(ascent.rounds))
        // Nobody reads prices before the epoch is over, so that is early enough.
        if hasPosted && !view.isLive && board.wantsProspects {
            budget.spend(parameters.siftingRounds * costs.round)
            findProspects()
            post(to: view)
        }
    }

    /// Microseconds of a round.
    private var round: Double { ascent.keepsFunds ? costs.knapsackRound : costs.round }

    /// Before there is a plan the ascent aims a little above the bound.
    private func target(_ view: any BoardView) -> Double {
        let objective = view.objective
        if objective.isFinite { return objective }
        return ascent.bestBound.isFinite ? ascent.bestBound * 1.05 + 1 : 1e6
    }

    /// Works out which placements are worth trying: pricing them all takes longer than a round.
    private mutating func findProspects() {
        guard board.wantsProspects else { return }
        prospects = Prospects(board.instance, margins: ascent.margins(), bound: ascent.bestBound)
        prospectsDue = ascent.rounds + parameters.prospectsInterval
    }

    private func post(to view: any BoardView) {
        var prices = DualPrices(board.instance, ascent.best)
        prices.prospects = prospects
        view.post(prices: prices)
    }

    /// Generates columns until the relaxation is solved.
    mutating func generate(_ budget: inout Budget, _ view: any BoardView) {
        guard !Part.columnGeneration.isIdle(in: board.parameters) else { return }
        var masters = masters ?? MasterTurns(board, costs, after: ascent)
        masters.generate(&ascent, &budget, view)
        self.masters = masters
    }
}

// MARK: - Programs

extension Turns {
    /// Chooses once among whole sessions.
    mutating func recombine(_ budget: inout Budget, _ view: any BoardView) {
        guard !Part.restrictedMaster.isIdle(in: board.parameters) else { return }
        var masters = masters ?? MasterTurns(board, costs, after: ascent)
        masters.recombine(&budget, view)
        self.masters = masters
    }

    /// Solves programs over parts of the week.
    mutating func solveParts(_ budget: inout Budget, _ view: any BoardView) {
        guard !Part.neighbourhoodPrograms.isIdle(in: board.parameters) else { return }
        var around: Incumbent?
        var sifted: (serial: Int, survivors: Survivors)?
        while !budget.isSpent, !view.isOver, let incumbent = view.incumbent {
            if sifted?.serial != incumbent.serial {
                sifted = (incumbent.serial, survivors(&budget, view))
                if budget.isSpent { break }
            }
            guard let survivors = sifted?.survivors else { break }
            // What was found last is where the next one begins, unless others found something better.
            let start = around.flatMap { $0.objective <= incumbent.objective ? $0 : nil } ?? incumbent
            around = programs.improve(start, survivors, &budget, view) ?? start
        }
    }

    /// Solves all that reduced-cost fixing leaves as one program, where that is not too much.
    mutating func solveWhole(_ budget: inout Budget, _ view: any BoardView) {
        guard !Part.wholeProgram.isIdle(in: board.parameters), hasPrices, let incumbent = view.incumbent else { return }
        let rest = Instance(board.instance, keeping: survivors(&budget, view))
        let columns = IntegerProgram.size(of: rest)
        board.note("columns", Double(columns))
        guard columns <= board.parameters.tuning.programs.columnLimit else {
            hopelessGap = incumbent.objective - view.bound
            return
        }
        if budget.isSpent { return }
        let (instance, cutoff) = (board.instance, view.objective)
        let program = IntegerProgram(
            instance: rest, budget: budget.rest(columns: columns), cutoff: cutoff, cancellation: board.cancellation,
            parameters: board.parameters.tuning.programs)
        let start = incumbent.assignments.compactMap { rest.assignment(instance.session($0)) }
        let isStart = start.count == incumbent.assignments.count && incumbent.objective <= cutoff
        let result = try? program.solve(start: isStart ? start : nil) { plan, bound in
            guard view.isLive else { return }
            if let plan { view.offer(Schedule(instance, translating: plan), by: .wholeProgram) }
            view.raise(bound: min(bound, cutoff), by: .wholeProgram)
        }
        // Others go on, and the next, smaller program; who measures sees that it happened.
        guard let result else { return failed(&budget) }
        budget.spend(StepCosts.program(pivots: result.iterations, columns: columns))
        if let best = result.best { view.offer(Schedule(instance, translating: best), by: .wholeProgram) }
        // What fixing took away holds nothing better than the best plan, so a bound of what is left, as far as it stays
        // below that plan's objective, is a bound of the whole week.
        let bound = result.isComplete ? (result.best?.objective ?? cutoff) : result.bound
        view.raise(bound: min(bound, cutoff), by: .wholeProgram)
    }

    private func failed(_ budget: inout Budget) {
        board.note("failed programs", 1)
        budget.spend(.infinity)
    }

    /// What a plan no worse than the best can still use.
    private mutating func survivors(_ budget: inout Budget, _ view: any BoardView) -> Survivors {
        budget.spend(parameters.siftingRounds * round)
        return ascent.survivors(objective: view.objective)
    }
}
