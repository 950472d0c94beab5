/// Tuning constants of how a solve deals out its time or its steps.
struct TurnParameters: Sendable, Equatable, Codable {
    // MARK: - Beginning and end

    /// Share of the time that laying out may take: a plan of a part of the week is better than none.
    @Tuned(0...1) var layingOutShare = 0.6
    /// Seconds that laying out gets in any case.
    @Tuned(0...1_000) var leastLayingOut = 0.1
    /// Seconds that the first plan gets in any case.
    @Tuned(0...1_000) var leastFirstPlan = 0.2
    /// How often what writing a plan out took is left at the end: whoever asked for it checks and stores it as well.
    @Tuned(0...100) var writings = 3.0
    /// Share of the time that is left for that at most.
    @Tuned(0...1) var mostWriting = 0.05

    // MARK: - The search

    /// Seconds between two looks at what others found, whatever an iteration costs on this week and machine.
    @Tuned(0.0001...10) var searchSlice = 0.02
    /// Iterations between two looks at a stop, where steps are counted.
    @Tuned(1...100_000) var countedSlice = 64
    /// How many times as long as handing a plan in took passes until the next: on a province writing a plan out and checking
    /// it takes longer than finding the next one.
    @Tuned(0...1_000) var offerPause = 9.0
    /// How much of the way from hot to cold a search near the best plan goes: most of the plan survives.
    @Tuned(0...1) var lukewarm = 0.45
    /// Share of the time that is left which the search counts on, where it takes turns with the bound on one thread.
    @Tuned(0.01...1) var searchShare = 0.5

    // MARK: - Turns by the clock

    /// Seconds of turns until prices have converged.
    @Tuned(0.001...100) var ascentTurn = 0.25
    /// Seconds of the first turn after that: short ones, to learn what helps.
    @Tuned(0.001...100) var firstTurn = 1.0
    /// Seconds of the longest turn.
    @Tuned(0.001...1_000) var longestTurn = 4.0
    /// A turn is so many times as long as the one before.
    @Tuned(1...10) var turnGrowth = 1.3
    /// Weight of the last turn in what a part gains.
    @Tuned(0.001...1) var rateFading = 0.4
    /// What the least successful part gets of the most successful one's turns: it may become useful later.
    @Tuned(0...1) var rateFloor = 0.12
    /// Share of the time that column generation may take before funds are kept.
    @Tuned(0...1) var generationShare = 0.05
    /// Rounds after which it is worked out anew which placements are worth trying: that takes longer than a round.
    @Tuned(1...100_000) var prospectsInterval = 20

    // MARK: - Programs over the whole week

    /// Seconds of the first one; each has twice as many as the one before.
    @Tuned(0.01...1_000) var firstAttempt = 0.5
    /// Seconds of the longest.
    @Tuned(0.01...10_000) var longestAttempt = 16.0
    /// Share of the time that they may take.
    @Tuned(0...1) var attemptShare = 0.25
    /// Share of the gap at which too much was left for one, below which it is tried again.
    @Tuned(0...1) var hopelessShare = 0.95

    // MARK: - Turns by counted steps

    /// Turns that column generation may take before funds are kept.
    @Tuned(0...1_000) var generationTurns = 3
    /// Microseconds of one program over a part of the week at least, as far as a turn has room for it.
    @Tuned(1_000...1e10) var leastPart = 150_000.0
    /// Programs over a part of the week that a turn has room for.
    @Tuned(1...1_000) var partsPerTurn = 3.0
    /// Rounds of the ascent that fixing by reduced costs, or working out what is worth trying, takes as long as.
    @Tuned(0...1_000) var siftingRounds = 3.0
    /// Microseconds that the bound of a plan with nothing to change gets.
    @Tuned(1_000...1e10) var unchangedEffort = 600_000.0

    // MARK: - Epochs

    /// Microseconds that a week gets in all, unless it is small.
    @Tuned(1_000...1e10) var effort = 1_100_000.0
    /// Weeks with fewer columns than this get more, by the cube of the ratio: those of 10,000 can be proven in half a minute, those
    /// of 20,000 cannot, and nobody should wait ten seconds for the little that is gained there.
    @Tuned(1...1e9) var smallColumns = 30_000.0
    /// Microseconds that a small week gets at most.
    @Tuned(1_000...1e10) var mostEffort = 30_000_000.0
    /// Decisions that an edit or three reach; where more are reached the steps grow in proportion.
    @Tuned(1...1e6) var fewReached = 12.0
    /// To so many times as many at most.
    @Tuned(1...1e6) var mostTimes = 12.0
    /// Microseconds of the first epoch: short ones, so that what one side finds soon helps the other.
    @Tuned(1_000...1e10) var firstEpoch = 20_000.0
    /// Microseconds to which they grow first.
    @Tuned(1_000...1e10) var steadyEpoch = 120_000.0
    /// Microseconds to which they grow in the end, as what is left is harder.
    @Tuned(1_000...1e10) var longestEpoch = 2_000_000.0
    /// Epochs after which they become longer than steady.
    @Tuned(0...1_000_000) var steadyEpochs = 14
    /// An epoch is so many times as long as the one before.
    @Tuned(1.01...10) var epochGrowth = 1.3

    /// How many times as many steps as a few edits get are due where edits reach so many decisions of the baseline.
    func times(reached: Int) -> Double { min(mostTimes, max(1, Double(reached) / fewReached)) }
}
