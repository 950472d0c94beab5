/// Tuning constants of column generation and of restricted masters.
struct ColumnParameters: Sendable, Equatable, Codable {
    // MARK: - Generation

    /// What the best multipliers count in the mix with a master's duals that is tried first; adapts.
    @Tuned(0...1) var weight = 0.8
    /// The same at least.
    @Tuned(0...1) var leastWeight = 0.1
    /// The same at most.
    @Tuned(0...1) var mostWeight = 0.95
    /// By how much the weight falls where the bound rose.
    @Tuned(0...1) var weightStep = 0.1
    /// Sessions taken up in a round, as a share of the requests: many at once take GLPK seconds.
    @Tuned(0.01...100) var batch = 0.7
    /// Columns and rows of a master that GLPK is asked to solve.
    @Tuned(1...1_000_000) var masterLimit = 14_000
    /// Masters in a row that may stay unsolved.
    @Tuned(1...1_000) var patience = 3

    // MARK: - The pool of sessions

    /// Sessions that the pool may hold, for each request: more make masters that GLPK does not solve in seconds.
    @Tuned(1...10_000) var pooled = 14
    /// Sessions of a pool that begins, for each request.
    @Tuned(1...10_000) var firstPooled = 3
    /// Share of a full pool that stays when it is trimmed.
    @Tuned(0.01...1) var keptShare = 0.75

    // MARK: - Restricted masters

    /// Sessions of the first integer program, for each request; adapts to what GLPK finishes.
    @Tuned(1...10_000) var sessions = 4
    /// Sessions of a program at least.
    @Tuned(1...1_000_000) var leastSessions = 60
    /// Sessions of a program at most.
    @Tuned(1...1_000_000) var mostSessions = 6_000
    /// What is left of the size after a program that was not finished.
    @Tuned(0.01...1) var shrinking = 0.75
    /// The same after one that GLPK failed at.
    @Tuned(0.01...1) var failedShrinking = 0.6
    /// By how much the size grows after a program that was finished quickly.
    @Tuned(1...10) var growth = 1.2
    /// Share of its budget within which a program was quick.
    @Tuned(0...1) var quickShare = 0.3
    /// Excess that is nearly none, as a share of the gap: sessions below it are chosen by chance.
    @Tuned(0...1) var noise = 0.01
}
