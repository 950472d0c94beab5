/// Tuning constants of ruin and recreate.
struct SearchParameters: Sendable, Equatable, Codable {
    // MARK: - What an iteration takes out and tries

    /// Sessions that a ruin takes out at most: small ruins cost little and are often mended better.
    @Tuned(1...500) var smallRuin = 8
    /// Sessions that a large ruin takes out at most: they get the search out of what small ones cannot change.
    @Tuned(1...500) var largeRuin = 24
    /// One ruin of so many is large.
    @Tuned(1...1_000) var largeRuinEvery = 4
    /// Held sessions looked at when related ones are chosen: enough to find close ones, few enough to keep the cost of an
    /// iteration independent of the size of the week.
    @Tuned(1...10_000) var ruinSample = 96
    /// Share of placements overlooked in one half of the iterations: nearly none, for plans that are put in well.
    @Tuned(0...0.9) var fewBlinks = 0.02
    /// Share of placements overlooked in the other half, for plans of another make.
    @Tuned(0...0.9) var manyBlinks = 0.2
    /// Requests not held that are tried at least besides those taken out.
    @Tuned(0...1_000) var leastOthers = 4
    /// By chance up to so many fewer one are tried on top of these.
    @Tuned(1...1_000) var othersSpread = 8

    // MARK: - Annealing

    /// Temperature at which a cycle begins, as a share of what a request is typically worth.
    @Tuned(0...10) var hot = 0.12
    /// Temperature at which a cycle ends, as a share of what a request is typically worth.
    @Tuned(0...10) var cold = 0.002
    /// Temperature at which a replanning begins, as a share of the same: its plan is good but for what the edits broke, and
    /// at first heat would only undo it.
    @Tuned(0...10) var replanningHot = 0.02
    /// Iterations of the first cycle.
    @Tuned(1...10_000_000) var firstCycle = 4_000
    /// Iterations of the first cycle for each request besides.
    @Tuned(0...100_000) var firstCyclePerRequest = 60
    /// A cycle is so many times as long as the one before, so that a long run gets time to change what is fundamental.
    @Tuned(1...10) var cycleGrowth = 2
    /// Iterations of the longest cycle.
    @Tuned(1...1_000_000_000) var longestCycle = 4_000_000
    /// Sessions taken out where every other cycle begins: all of them on small weeks.
    @Tuned(0...10_000) var shaken = 24
    /// Requests not held that are tried when these are put back.
    @Tuned(0...1_000) var shakenOthers = 8

    // MARK: - Choice among neighbourhoods

    /// Weight of the last iteration in a neighbourhood's score.
    @Tuned(0.0001...1) var scoreFading = 0.01
    /// What each neighbourhood has besides its score, so that none dies out.
    @Tuned(0.001...10) var scoreFloor = 0.15
    /// Reward of a plan that is better than the last; a new best one has 1.
    @Tuned(0...1) var betterReward = 0.5
    /// Reward of a plan that is accepted though it is no better.
    @Tuned(0...1) var acceptedReward = 0.1

    // MARK: - Prices

    /// Share of the price of time that counts at least, once prices are known.
    @Tuned(0...4) var leastScarcity = 0.6
    /// By chance so much more of it counts.
    @Tuned(0...4) var scarcitySpread = 0.6
    /// One iteration of so many looks at any placement, however dear: prices are right about a placement alone, not about
    /// what it lets others do.
    @Tuned(1...10_000) var anywhereEvery = 10
    /// How many times the mean excess of a plan's sessions a placement may exceed.
    @Tuned(0...100) var reach = 2.0
    /// The same at least, as a share of what a request is typically worth: small weeks, whose bound is nearly the optimum, would
    /// hardly look at anything.
    @Tuned(0...10) var leastReach = 0.02
    /// Share of its limit above which a fund is short, until prices are known: its price rises.
    @Tuned(0...1) var shortFund = 0.97
    /// By how much of itself the price of a fund changes an iteration, until prices are known.
    @Tuned(0...1) var pricePace = 0.01
}
