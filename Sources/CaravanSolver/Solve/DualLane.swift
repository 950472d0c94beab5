/// Raises the bound until it hardly rises any more or the solve is over.
struct DualLane {
    let board: Board
    var ascent: LagrangianAscent
    private var plain: PlainBound?
    private var prospects: Prospects?
    /// The round from which prospects are worth working out anew.
    private var prospectsDue: Int
    private var parameters: TurnParameters { board.parameters.tuning.turns }

    init(_ board: Board) {
        self.board = board
        ascent = LagrangianAscent(
            board.instance, board.parameters.tuning.ascent, from: board.parameters.duals, deadline: board.deadline)
        prospectsDue = board.parameters.tuning.turns.prospectsInterval
        plain = PlainBound(board)
    }

    /// Ascends until the steps have become too small to matter, or some seconds have passed.
    mutating func run(seconds: Double = .infinity) {
        let end = board.clock.seconds + seconds
        while board.ending == nil, !ascent.hasConverged, board.clock.seconds < end {
            climb(rounds: 1)
            board.tell()
        }
        provePlain()
    }

    /// Under commitments, raises the bound of the plain objective from where the ascent is.
    mutating func provePlain() { plain?.climb(from: ascent, board) }

    /// Hands in what the bound rests on, if there is one.
    func finish() { if ascent.bestBound > -.infinity { board.post(duals: ascent.duals) } }

    /// Goes on with the limits of funds kept as knapsacks.
    mutating func keepFunds() { ascent.keepFunds() }

    /// Ascends a given number of rounds.
    mutating func climb(rounds: Int) {
        for _ in 0..<rounds where board.ending == nil && !ascent.hasConverged {
            // Before there is a plan, aim a little above the bound.
            let target = board.incumbent?.objective ?? (ascent.bestBound.isFinite ? ascent.bestBound * 1.05 + 1 : 1e6)
            guard ascent.step(towards: target) else { continue }
            board.raise(bound: ascent.bestBound, by: .bound)
            // Once funds are kept their multipliers no longer say what money is worth.
            if !ascent.keepsFunds { post() }
        }
        board.note("rounds", Double(ascent.rounds))
    }

    /// Hands in what things are worth, and now and then which placements are worth trying: pricing them all takes longer.
    private mutating func post() {
        var prices = DualPrices(board.instance, ascent.best)
        if board.wantsProspects, ascent.rounds >= prospectsDue {
            prospects = Prospects(board.instance, margins: ascent.margins(), bound: ascent.bestBound)
            prospectsDue = ascent.rounds + parameters.prospectsInterval
        }
        prices.prospects = prospects
        board.post(prices: prices)
    }
}
