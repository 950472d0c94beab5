/// Tuning constants of integer programs.
struct ProgramParameters: Sendable, Equatable, Codable {
    // MARK: - Any program

    /// Columns above which a program is not tried: building it and the first LP alone take longer than a solve.
    @Tuned(1...10_000_000) var columnLimit = 12_000
    /// Rounds of cover cuts before a program is branched on.
    @Tuned(0...1_000) var coverRounds = 8
    /// Cuts of a round.
    @Tuned(1...10_000) var coversPerRound = 20
    /// Seconds of one program of several: at most this long passes until a better plan of the search is taken up.
    @Tuned(0.01...1_000) var slice = 3.0

    // MARK: - Programs over a part of the week

    /// Columns of the first one; adapts to what GLPK finishes.
    @Tuned(1...1_000_000) var firstColumns = 600
    /// Columns at least.
    @Tuned(1...1_000_000) var leastColumns = 100
    /// Columns at most.
    @Tuned(1...1_000_000) var mostColumns = 40_000
    /// What is left of the size after a program that was not finished.
    @Tuned(0.01...1) var shrinking = 0.8
    /// By how much the size grows after a program that was finished quickly.
    @Tuned(1...10) var growth = 1.15
    /// Share of its budget within which a program was quick.
    @Tuned(0...1) var quickShare = 0.27
    /// Good plans whose sessions go into the first program over those; adapts likewise.
    @Tuned(2...1_000) var firstElites = 6
    /// The same at least after a program that was not finished.
    @Tuned(2...1_000) var leastElites = 3
    /// Good plans that are kept: more make programs that GLPK does not solve in seconds.
    @Tuned(2...1_000) var mostElites = 32
    /// Weight of the last program in the reward of its kind.
    @Tuned(0.001...1) var rewardFading = 0.2
    /// What each kind has besides its reward, so that none dies out.
    @Tuned(0.001...10) var rewardFloor = 0.2
    /// How much of a distance chance adds or takes away when free requests are chosen.
    @Tuned(0...1) var distanceNoise = 0.3

    // MARK: - Whether demands can be kept

    /// Iterations of the search that is tried first.
    @Tuned(0...1_000_000) var demandIterations = 500
    /// Seconds of a program, where time is kept by the clock.
    @Tuned(0.01...10_000) var demandSeconds = 20.0
    /// Simplex iterations of one, where steps are counted.
    @Tuned(1...1_000_000_000) var demandPivots = 100_000

    // MARK: - Numbers of changes

    /// Simplex iterations of the program that looks for the fewest changes.
    @Tuned(1...1_000_000_000) var leastChangePivots = 50_000
    /// About how long a program with so many changes at most takes, microseconds.
    @Tuned(1_000...1e10) var changesEffort = 800_000.0
    /// Columns of such a program where it does not hold the whole week.
    @Tuned(1...1_000_000) var changesColumns = 2_500
    /// About how long ascent and search take at each price of a change, microseconds.
    @Tuned(1_000...1e10) var priceEffort = 300_000.0
}
