/// Solves what reduced-cost fixing leaves of a week as one integer program, where that is small enough for GLPK.
struct ExactLane {
    let board: Board

    init(_ board: Board) { self.board = board }

    /// Runs until the plan is proven the best, the program turns out too large, or the solve is over.
    func run(after ascent: LagrangianAscent) {}
}
